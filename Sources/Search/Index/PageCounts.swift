/// How many sections each page has, and whether it has a guide, in one or two characters a page.
enum PageCounts {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Twice the sections, and one more with a guide: five bits a digit, the low ones first; all digits but the last have the sixth bit.
    static func encode(_ pages: [(sections: Int, hasGuide: Bool)]) -> String {
        var out: [UInt8] = []
        for page in pages {
            var rest = page.sections * 2 + (page.hasGuide ? 1 : 0)
            while rest >= 32 {
                out.append(digits[rest & 31 | 32])
                rest >>= 5
            }
            out.append(digits[rest])
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// No page has more, whatever a text says.
    private static let maxSections = 1 << 24

    static func decode(_ text: String) -> [(sections: Int, hasGuide: Bool)] {
        var values = [Int](repeating: 0, count: 128)
        for (value, digit) in digits.enumerated() { values[Int(digit)] = value }
        var counts: [(sections: Int, hasGuide: Bool)] = []
        var (value, shift) = (0, 0)
        for byte in text.utf8 {
            let digit = values[Int(byte & 0x7F)]
            value |= (digit & 31) << min(shift, 40)
            shift += 5
            if digit < 32 {
                counts.append((min(value >> 1, maxSections), value & 1 == 1))
                (value, shift) = (0, 0)
            }
        }
        return counts
    }
}
