import Bytes

/// Reads the size of a picture from the head of its file, for PNG, GIF, JPEG, WebP, BMP and SVG.
package enum ImageSize {
    /// How much of a file is enough: what cameras put before a JPEG's size is at most a few segments of 64 KiB.
    package static let prefixLength = 256 << 10

    /// Width and height in pixels; nil where the file does not say.
    package static func read(_ head: [UInt8]) -> (width: Int, height: Int)? {
        guard head.count >= 10 else { return nil }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47]), head.count >= 24 { return (big(head, 16, 4), big(head, 20, 4)) }
        if head.starts(with: "GIF8".utf8) { return (little(head, 6, 2), little(head, 8, 2)) }
        if head.starts(with: [0xFF, 0xD8]) { return jpeg(head) }
        if head.starts(with: "RIFF".utf8), head.count >= 30 { return webP(head) }
        if head.starts(with: "BM".utf8), head.count >= 26 { return (little(head, 18, 4), little(head, 22, 4)) }
        return svg(head)
    }

    private static func big(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<(start + count)].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func little(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
        bytes[start..<(start + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// The frame header among the segments; ITU T.81, B.2.2.
    private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
        var index = 2
        while index + 9 < bytes.count {
            guard bytes[index] == 0xFF else { return nil }
            let marker = bytes[index + 1]
            if marker == 0xFF {
                index += 1
            } else if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return (big(bytes, index + 7, 2), big(bytes, index + 5, 2))
            } else {
                index += 2 + big(bytes, index + 2, 2)
            }
        }
        return nil
    }

    private static func webP(_ bytes: [UInt8]) -> (Int, Int)? {
        guard bytes[8..<12].elementsEqual("WEBP".utf8) else { return nil }
        switch bytes[15] {
        case UInt8(ascii: "X"): return (little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1)
        case UInt8(ascii: "L"):
            let bits = little(bytes, 21, 4)
            return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        default: return (little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF)
        }
    }

    /// `width` and `height` of the first tag, else its `viewBox`.
    private static func svg(_ bytes: [UInt8]) -> (Int, Int)? {
        let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
        guard let start = text.firstRange(of: "<svg") else { return nil }
        let tag = text[start.upperBound...].prefix { $0 != ">" }
        func value(_ name: String) -> Substring? {
            for quote in ["\"", "'"] {
                guard let range = String(tag).firstRange(of: " \(name)=\(quote)") else { continue }
                return String(tag)[range.upperBound...].prefix { String($0) != quote }
            }
            return nil
        }
        func length(_ text: Substring?) -> Double? {
            guard let text, !text.hasSuffix("%") else { return nil }
            return Double(text.prefix { $0.isNumber || $0 == "." })
        }
        if let width = length(value("width")), let height = length(value("height")), (1..<100_000).contains(width),
            (1..<100_000).contains(height)
        {
            return (Int(width), Int(height))
        }
        let box = (value("viewBox") ?? "").split { $0 == " " || $0 == "," }.compactMap { Double($0) }
        guard box.count == 4, box[2] >= 1, box[3] >= 1, box[2] < 100_000, box[3] < 100_000 else { return nil }
        return (Int(box[2]), Int(box[3]))
    }
}
