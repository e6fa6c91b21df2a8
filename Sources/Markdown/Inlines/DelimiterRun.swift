import Bytes

/// A run of `~`, `*` or `_` that libcmark left as text. The terms are CommonMark's: https://spec.commonmark.org/0.30/#delimiter-run
///
/// GFM's rule holds for `~`. Of `*` and `_`, only those are repaired that GitBook's editor exports and CommonMark does not read: bold with a
/// space before its end (`**text **word`), bold that ends or begins with punctuation beside a word (`**Note:**text`, `word**(text)**`), a
/// bold mark of punctuation (`word**.**`), and `_` beside Chinese, Japanese or Korean text. Everything else is a writer's asterisk, as in
/// `f(*args)` or `2*(3)`.
struct DelimiterRun {
    let character: UInt8
    let count: Int
    let canOpen: Bool
    let canClose: Bool
    private let before: Unicode.Scalar
    private let after: Unicode.Scalar

    /// - Parameters:
    ///   - before: the character before the run.
    ///   - after: the character after the run.
    init(_ character: UInt8, count: Int, before: Unicode.Scalar, after: Unicode.Scalar) {
        (self.character, self.count, self.before, self.after) = (character, count, before, after)
        switch character {
        case .tilde:
            canOpen = !after.isSpace && (!after.isASCIIMark || before.isSpace || before.isASCIIMark)
            canClose = !before.isSpace && (!before.isASCIIMark || after.isSpace || after.isASCIIMark)
        case .underscore:
            canOpen = !after.isSpace && (before.isCJK || !before.isLetterOrDigit)
            canClose = !before.isSpace && (after.isCJK || !after.isLetterOrDigit)
        default:
            canOpen = count == 2 && !after.isSpace
            canClose = count == 2
        }
    }

    /// The kind of node that the run and one like it enclose.
    var nodeKind: Node.Kind { character == .tilde ? .strikethrough : count == 2 ? .strong : .emphasis }

    /// Whether this run and a later one of the same character and length enclose what is between them.
    /// - Parameter content: the text between them, or the beginning of it.
    func encloses(_ content: String, with closer: DelimiterRun) -> Bool {
        switch character {
        case .tilde: return true
        case .underscore:
            guard let first = content.unicodeScalars.first, let last = content.unicodeScalars.last else { return false }
            // GitBook writes bold with asterisks; two underscores within a word are a name, as in `方法__init__和__str__`.
            if count > 1 {
                return last.isPunctuationMark && !before.isLetterOrDigit && closer.after.isCJK
                    || first.isPunctuationMark && before.isCJK && !closer.after.isLetterOrDigit
            }
            return (before.isCJK || closer.after.isCJK) && !first.isClosing && !"，、；：,;:".unicodeScalars.contains(last)
        default: break
        }
        let marks = content.unicodeScalars
        if before.isLetterOrDigit, marks.count <= 3, marks.allSatisfy(\.isPunctuationMark) { return true }
        guard content.hasBalancedBrackets, marks.contains(where: \.isLetterOrDigit) else { return false }
        if before.isLetterOrDigit {
            // word**(text)** and 2**. Text**, but neither 2**.5 nor 2**(3) + 4**(5)
            let isEnclosed = after.isOpening && content.isOneBracket
            let begins = isEnclosed || (after.isClosing && marks.dropFirst().first.map { !$0.isLetterOrDigit } ?? false)
            return begins && !closer.before.isSpace && !closer.after.isLetterOrDigit
        }
        guard after.isLetterOrDigit || after.isOpening || (after.isQuote && before != after), !closer.after.isSpace else { return false }
        // **text **word and **text **:
        if closer.before.isSpace {
            return marks.last { !$0.isSpace }.map { $0.isLetterOrDigit || ":.)!?：。）！？".unicodeScalars.contains($0) } ?? false
        }
        // **Note:**text
        let isQuote = closer.before.isQuote && before != closer.before
        return closer.after.isLetterOrDigit && (closer.before.isClosing || isQuote)
    }
}

extension Unicode.Scalar {
    fileprivate var isSpace: Bool { properties.isWhitespace }
    fileprivate var isASCIIMark: Bool { isASCII && UInt8(truncatingIfNeeded: value).isASCIIPunctuation }

    fileprivate var isQuote: Bool { self == "\"" || self == "'" }

    /// Punctuation with which a phrase begins.
    fileprivate var isOpening: Bool { "([{“‘«„‚「『（【《¿¡".unicodeScalars.contains(self) }

    /// Punctuation with which a phrase ends.
    fileprivate var isClosing: Bool { ":.,;!?)]}>”’»%…」』）】》：。，；！？、".unicodeScalars.contains(self) }
}

extension String {
    private static let partners: [Character: Character] = [
        ")": "(", "]": "[", "}": "{", "）": "（", "」": "「", "』": "『", "】": "【", "》": "《", "”": "“", "’": "‘", "»": "«",
    ]

    /// Whether its first character is a bracket that its last one closes.
    fileprivate var isOneBracket: Bool {
        guard let first, let last, Self.partners[last] == first else { return false }
        var depth = 0
        for (offset, character) in enumerated() {
            if character == first { depth += 1 }
            if character == last { depth -= 1 }
            if depth == 0 { return offset == count - 1 }
        }
        return false
    }

    /// Whether each bracket in it has its partner in it.
    fileprivate var hasBalancedBrackets: Bool {
        var open: [Character] = []
        let partners: [Character: Character] = [")": "(", "]": "[", "}": "{", "）": "（", "」": "「", "』": "『", "】": "【", "》": "《"]
        for character in self {
            if partners.values.contains(character) { open.append(character) }
            if let partner = partners[character], open.popLast() != partner { return false }
        }
        return open.isEmpty
    }
}
