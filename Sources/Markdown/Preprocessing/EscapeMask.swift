import Bytes
import Platform

/// The characters that replace, in the Markdown for libcmark, escapes and `<` that it must not read. Each has as many bytes as what it
/// replaces.
enum EscapeMask {
    /// Replaces a `<` that does not begin a tag.
    static let maskedLessThan: UInt8 = 0x01

    /// The first byte of what replaces escaped delimiters: N’Ko punctuation, U+07F7 to U+07F9. libcmark takes it for punctuation, as it takes
    /// the delimiter, so that emphasis beside it is read by the same rule. U+07FC, which is no character, is for a bracket before a `^`.
    static let lead: UInt8 = 0xDF
    /// The first byte of the control characters, U+0082 to U+0087, that stand for such punctuation of the writer's own.
    static let ownLead: UInt8 = 0xC2

    /// A character that is inserted beside a run of `*` among Chinese, Japanese or Korean text: U+070D, Syriac punctuation, so that the run
    /// opens or closes emphasis where a letter would keep it from that.
    static let joinerLead: UInt8 = 0xDC
    static let joinerTrail: UInt8 = 0x8D
    /// The second byte after `ownLead` for such a character of the writer's own.
    private static let ownJoinerTrail: UInt8 = 0x86
    /// What a second byte after `lead` is more than that after `ownLead`.
    private static let ownOffset: UInt8 = 0x35

    /// The second byte for `\*`, `\_`, `\~` and `\[`, by which extensions distinguish escaped delimiters from others.
    static func trail(for escaped: UInt8) -> UInt8? {
        switch escaped {
        case .asterisk: 0xB7
        case .underscore: 0xB8
        case .tilde: 0xB9
        case .openBracket: 0xBC
        default: nil
        }
    }

    /// What two bytes of a masked text stand for.
    enum Original {
        case escapedDelimiter(UInt8)
        /// The two bytes of the writer's own punctuation.
        case ownPunctuation(UInt8, UInt8)
        case joiner
    }

    /// Whether a mask of two bytes may begin with a byte.
    @inline(__always)
    static func isLead(_ byte: UInt8) -> Bool { byte == lead || byte == ownLead || byte == joinerLead }

    /// What is masked at an index; nil if nothing is.
    static func original(at index: Int, in text: ArraySlice<UInt8>) -> Original? {
        guard isLead(text[index]), index + 1 < text.endIndex else { return nil }
        let trail = text[index + 1]
        switch text[index] {
        case ownLead:
            if trail == ownJoinerTrail { return .ownPunctuation(joinerLead, joinerTrail) }
            return delimiter(for: trail &+ ownOffset).map { _ in .ownPunctuation(lead, trail &+ ownOffset) }
        case joinerLead: return trail == joinerTrail ? .joiner : nil
        default: return delimiter(for: trail).map { .escapedDelimiter($0) }
        }
    }

    private static func delimiter(for trail: UInt8) -> UInt8? {
        switch trail {
        case 0xB7: .asterisk
        case 0xB8: .underscore
        case 0xB9: .tilde
        case 0xBC: .openBracket
        default: nil
        }
    }

    /// Blanks the control characters that a text contains already, puts them for its own punctuation, and masks what looks like a placeholder.
    static func clear(_ text: inout [UInt8]) {
        text.withUnsafeMutableBufferPointer { text in
            text.eachIndex(of: maskedLessThan) { text[$0] = .space }
            text.eachIndex(of: ownLead) { index in
                guard index + 1 < text.count, delimiter(for: text[index + 1] &+ ownOffset) != nil || text[index + 1] == ownJoinerTrail
                else { return }
                text[index] = .space
                text[index + 1] = .space
            }
            text.eachIndex(of: lead) { index in
                guard index + 1 < text.count, delimiter(for: text[index + 1]) != nil else { return }
                text[index] = ownLead
                text[index + 1] -= ownOffset
            }
            text.eachIndex(of: joinerLead) { index in
                guard index + 1 < text.count, text[index + 1] == joinerTrail else { return }
                text[index] = ownLead
                text[index + 1] = ownJoinerTrail
            }
            text.eachIndex(of: .lessThan) { index in
                guard index + 2 < text.count else { return }
                let isBlock = text[index + 1] == .question && text[index + 2] == UInt8(ascii: "k")
                if isBlock || (text[index + 1] == UInt8(ascii: "k") && text[index + 2] == .hyphen) { text[index] = maskedLessThan }
            }
        }
    }

    /// The text as it was written: what was masked in code and raw HTML, with the backslashes of escapes.
    ///
    /// - Parameter lessThan: what a masked `<` becomes.
    static func restored(_ text: ArraySlice<UInt8>, lessThan: UInt8 = .lessThan) -> [UInt8] {
        unmasked(text, lessThan: lessThan) { [.backslash, $0] }
    }

    /// Puts back each `<` that was masked because it begins no tag.
    static func restoreLessThan(in text: inout [UInt8]) {
        for index in text.indices where text[index] == maskedLessThan { text[index] = .lessThan }
    }

    /// The text that a reader sees: masked delimiters without their backslashes.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == maskedLessThan || isLead($0) }) else { return text }
        return String(decoding: unmasked(Array(text.utf8)[...]) { [$0] }, as: UTF8.self)
    }

    private static func unmasked(_ text: ArraySlice<UInt8>, lessThan: UInt8 = .lessThan, escaped: (UInt8) -> [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            guard let original = original(at: index, in: text) else {
                out.append(text[index] == maskedLessThan ? lessThan : text[index])
                index += 1
                continue
            }
            switch original {
            case .escapedDelimiter(let delimiter): out += escaped(delimiter)
            case .ownPunctuation(let first, let second): out += [first, second]
            case .joiner: break
            }
            index += 2
        }
        return out
    }

    /// Whether a text may contain a mask.
    static func isMasked(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.firstIndex(in: text.indices) { $0.bytes(maskedLessThan) .| $0.bytes(lead) .| $0.bytes(ownLead) .| $0.bytes(joinerLead) }
            < text.count
    }

    /// Whether a text may contain a mask or a placeholder.
    static func mayOccur(in text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.firstIndex(in: text.indices) {
            $0.bytes(maskedLessThan) .| $0.bytes(lead) .| $0.bytes(ownLead) .| $0.bytes(joinerLead) .| $0.bytes(.lessThan)
        } < text.count
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
