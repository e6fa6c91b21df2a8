/// Encodes the number of sections of each page, and whether the page has a guide, as text: one or two characters for most pages.
///
/// The number `sections * 2 + (hasGuide ? 1 : 0)` is written in groups of five bits, lowest first. Each group is a base64url digit
/// (https://www.rfc-editor.org/rfc/rfc4648#section-5) whose sixth bit is set in every digit of a number except the last.
enum PageCounts {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func encode(_ pages: [(sections: Int, hasGuide: Bool)]) -> String {
        var out: [UInt8] = []
        for page in pages {
            var remaining = page.sections * 2 + (page.hasGuide ? 1 : 0)
            while remaining >= 32 {
                out.append(digits[remaining & 31 | 32])
                remaining >>= 5
            }
            out.append(digits[remaining])
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Bounds the number of sections of a page in a damaged index.
    private static let maxSections = 1 << 24

    static func decode(_ text: String) -> [(sections: Int, hasGuide: Bool)] {
        var digitValues = [Int](repeating: 0, count: 128)
        for (value, digit) in digits.enumerated() { digitValues[Int(digit)] = value }
        var pages: [(sections: Int, hasGuide: Bool)] = []
        var (value, shift) = (0, 0)
        for byte in text.utf8 {
            let digit = digitValues[Int(byte & 0x7F)]
            value |= (digit & 31) << min(shift, 40)
            shift += 5
            if digit < 32 {
                pages.append((min(value >> 1, maxSections), value & 1 == 1))
                (value, shift) = (0, 0)
            }
        }
        return pages
    }
}
