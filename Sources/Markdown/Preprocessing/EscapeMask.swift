import Bytes
import Platform

/// The characters that stand, in a text given to libcmark, for what it must not read: each as many bytes as what it stands for, and none
/// that a text has use for.
enum EscapeMask {
    /// Stands for a `<` that begins no tag.
    static let lessThan: UInt8 = 0x01
    /// The first byte of the control characters that stand for escaped delimiters.
    static let lead: UInt8 = 0xC2

    /// The second byte for `\*`, `\_` and `\~`, so that extensions can tell what was escaped from what was not.
    static func trail(for escaped: UInt8) -> UInt8? {
        switch escaped {
        case UInt8(ascii: "*"): 0x82
        case UInt8(ascii: "_"): 0x83
        case UInt8(ascii: "~"): 0x84
        default: nil
        }
    }

    /// The delimiter that a second byte stands for.
    static func delimiter(for trail: UInt8) -> UInt8? {
        switch trail {
        case 0x82: UInt8(ascii: "*")
        case 0x83: UInt8(ascii: "_")
        case 0x84: UInt8(ascii: "~")
        default: nil
        }
    }

    /// Makes the masks' own bytes, where a text has them, blank.
    static func clear(_ text: inout [UInt8]) {
        text.withUnsafeMutableBufferPointer { text in
            text.eachIndex(of: lessThan) { text[$0] = UInt8(ascii: " ") }
            text.eachIndex(of: lead) { index in
                guard index + 1 < text.count, delimiter(for: text[index + 1]) != nil else { return }
                text[index] = UInt8(ascii: " ")
                text[index + 1] = UInt8(ascii: " ")
            }
            // What looks like a placeholder of ours is none.
            text.eachIndex(of: UInt8(ascii: "<")) { index in
                guard index + 2 < text.count else { return }
                let isBlock = text[index + 1] == UInt8(ascii: "?") && text[index + 2] == UInt8(ascii: "k")
                if isBlock || (text[index + 1] == UInt8(ascii: "k") && text[index + 2] == UInt8(ascii: "-")) { text[index] = lessThan }
            }
        }
    }

    /// Puts back what was masked in code and raw HTML, in place.
    static func restore(_ text: inout ArraySlice<UInt8>) {
        for index in text.indices where text[index] == lessThan || text[index] == lead {
            if text[index] == lessThan {
                text[index] = UInt8(ascii: "<")
            } else if index + 1 < text.endIndex, let delimiter = delimiter(for: text[index + 1]) {
                text[index] = UInt8(ascii: "\\")
                text[index + 1] = delimiter
            }
        }
    }

    /// Whether anything in a text may be a mask, or the beginning of a placeholder.
    static func isIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.firstIndex(in: text.indices) { $0.bytes(lessThan) .| $0.bytes(lead) .| $0.bytes(UInt8(ascii: "<")) } < text.count
    }

    /// What a reader is to see: escapes are undone.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == lessThan || $0 == lead }) else { return text }
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == lead, index + 1 < bytes.count, let delimiter = delimiter(for: bytes[index + 1]) {
                out.append(delimiter)
                index += 2
            } else {
                out.append(bytes[index] == lessThan ? UInt8(ascii: "<") : bytes[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// The places of a byte, by the C library's search, which takes many bytes at a time.
    fileprivate func eachIndex(of byte: UInt8, _ body: (Int) -> Void) {
        guard let base = baseAddress else { return }
        var start = 0
        while start < count, let found = memchr(base + start, Int32(byte), count - start) {
            let index = UnsafeRawPointer(base).distance(to: found)
            body(index)
            start = index + 1
        }
    }
}
