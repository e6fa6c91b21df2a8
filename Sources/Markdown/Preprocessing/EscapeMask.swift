import Bytes
import Platform

/// The characters that replace, in the Markdown for libcmark, escapes and `<` that it must not read. Each has as many bytes as what it
/// replaces, and none occurs in normal text.
enum EscapeMask {
    /// Replaces a `<` that does not begin a tag.
    static let maskedLessThan: UInt8 = 0x01
    /// The first byte of the control characters that replace escaped delimiters.
    static let lead: UInt8 = 0xC2

    /// The second byte of a character that is inserted beside a run of `*` among Chinese, Japanese or Korean text. libcmark takes it for a
    /// letter, so that the run opens or closes emphasis where punctuation would keep it from that.
    static let joinerTrail: UInt8 = 0x86

    /// The second byte for `\*`, `\_` and `\~`, by which extensions distinguish escaped delimiters from others.
    static func trail(for escaped: UInt8) -> UInt8? {
        switch escaped {
        case .asterisk: 0x82
        case .underscore: 0x83
        case .tilde: 0x84
        default: nil
        }
    }

    /// The delimiter that a second byte replaces.
    static func delimiter(for trail: UInt8) -> UInt8? {
        switch trail {
        case 0x82: .asterisk
        case 0x83: .underscore
        case 0x84: .tilde
        default: nil
        }
    }

    /// Blanks the mask characters that a text contains already, and masks what looks like a placeholder.
    static func clear(_ text: inout [UInt8]) {
        text.withUnsafeMutableBufferPointer { text in
            text.eachIndex(of: maskedLessThan) { text[$0] = .space }
            text.eachIndex(of: lead) { index in
                guard index + 1 < text.count, delimiter(for: text[index + 1]) != nil || text[index + 1] == joinerTrail else { return }
                text[index] = .space
                text[index + 1] = .space
            }
            text.eachIndex(of: .lessThan) { index in
                guard index + 2 < text.count else { return }
                let isBlock = text[index + 1] == .question && text[index + 2] == UInt8(ascii: "k")
                if isBlock || (text[index + 1] == UInt8(ascii: "k") && text[index + 2] == .hyphen) { text[index] = maskedLessThan }
            }
        }
    }

    /// Restores what was masked in code and raw HTML, with the backslashes of escapes.
    static func restore(_ text: inout ArraySlice<UInt8>) {
        if let first = text.firstIndex(of: lead), text[first...].contains(joinerTrail) { text = withoutJoiners(text) }
        for index in text.indices where text[index] == maskedLessThan || text[index] == lead {
            if text[index] == maskedLessThan {
                text[index] = .lessThan
            } else if index + 1 < text.endIndex, let delimiter = delimiter(for: text[index + 1]) {
                text[index] = .backslash
                text[index + 1] = delimiter
            }
        }
    }

    private static func withoutJoiners(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var out: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == lead, index + 1 < text.endIndex, text[index + 1] == joinerTrail {
                index += 2
            } else {
                out.append(text[index])
                index += 1
            }
        }
        return out[...]
    }

    /// Whether a text may contain a mask or a placeholder.
    static func mayOccur(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.firstIndex(in: text.indices) { $0.bytes(maskedLessThan) .| $0.bytes(lead) .| $0.bytes(.lessThan) } < text.count
    }

    /// The text that a reader sees: masked delimiters without their backslashes.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == maskedLessThan || $0 == lead }) else { return text }
        var out: [UInt8] = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == lead, index + 1 < bytes.count, let delimiter = delimiter(for: bytes[index + 1]) {
                out.append(delimiter)
                index += 2
            } else if bytes[index] == lead, index + 1 < bytes.count, bytes[index + 1] == joinerTrail {
                index += 2
            } else {
                out.append(bytes[index] == maskedLessThan ? .lessThan : bytes[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Calls `body` with each index of a byte. Uses `memchr`, which looks at many bytes at a time.
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
