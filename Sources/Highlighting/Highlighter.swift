import Bytes

/// Finds the comments, strings, numbers and words of various kinds in code, for styles to colour. One small lexer is driven by a table for
/// each language. It knows no grammar, so it is fast and accepts any input.
public struct Highlighter {
    /// The kind of a token. The raw value is its CSS class.
    public enum Kind: String, Sendable {
        case comment = "c", string = "s", keyword = "k", number = "n", type = "t", attribute = "a", variable = "v", inserted = "i",
            deleted = "d"
    }

    private let code: ArraySlice<UInt8>
    private let language: Language
    private var index: Int
    private var spans: [(range: Range<Int>, kind: Kind)] = []

    /// The tokens to colour, in order.
    ///
    /// - Parameters:
    ///   - code: UTF-8.
    ///   - name: a name of the language, in any case. For an unknown language the result is empty.
    public static func spans(in code: ArraySlice<UInt8>, language name: String) -> [(range: Range<Int>, kind: Kind)] {
        guard let language = Language.named(name.lowercased()) else { return [] }
        var highlighter = Highlighter(code: code, language: language, index: code.startIndex)
        switch language.form {
        case .words: highlighter.readWords()
        case .markup: highlighter.readMarkup()
        case .keys: highlighter.readKeys()
        case .diff: highlighter.readLines()
        }
        return highlighter.spans
    }

    /// Adds a token from the current index to `end`, and moves there.
    private mutating func add(_ end: Int, _ kind: Kind) {
        if end > index { spans.append((index..<end, kind)) }
        index = end
    }

    private func starts(with delimiter: [UInt8], at index: Int) -> Bool {
        guard index + delimiter.count <= code.endIndex else { return false }
        for offset in delimiter.indices where code[index + offset] != delimiter[offset] { return false }
        return true
    }

    private func endOfLine(_ start: Int) -> Int { code[start...].firstIndex(of: 0x0A) ?? code.endIndex }

    /// The end of the next occurrence of a delimiter, or the end of the code.
    private func end(of delimiter: [UInt8], from start: Int) -> Int {
        var index = start
        while index < code.endIndex {
            if starts(with: delimiter, at: index) { return index + delimiter.count }
            index += 1
        }
        return code.endIndex
    }

    // MARK: Comments and strings

    /// Reads a comment or a string at the current index.
    /// - Returns: false if there is none.
    private mutating func readDelimited() -> Bool {
        guard language.delimiterStarts.contains(code[index]) else { return false }
        for delimiter in language.lineComments where starts(with: delimiter, at: index) {
            // `#` inside a word of a shell does not begin a comment.
            if language.commentNeedsSpace, index > code.startIndex, !code[index - 1].isASCIIWhitespace { continue }
            add(endOfLine(index), .comment)
            return true
        }
        for (open, close) in language.blockComments where starts(with: open, at: index) {
            add(end(of: close, from: index + open.count), .comment)
            return true
        }
        for open in language.longStrings where starts(with: open, at: index) {
            add(end(of: open, from: index + open.count), .string)
            return true
        }
        guard language.quotes.contains(code[index]) else { return false }
        add(endOfString(code[index]), .string)
        return true
    }

    private func endOfString(_ quote: UInt8) -> Int {
        var end = index + 1
        while end < code.endIndex, code[end] != quote {
            if code[end] == 0x0A, quote != UInt8(ascii: "`"), !language.stringsSpanLines { return end }
            end += code[end] == UInt8(ascii: "\\") && language.escapes ? 2 : 1
        }
        return min(end + 1, code.endIndex)
    }

    // MARK: Words

    private mutating func readWords() {
        while index < code.endIndex {
            let byte = code[index]
            if byte.isASCIIWhitespace { index += 1 } else if readDelimited() { continue } else { readWord(byte) }
        }
    }

    private mutating func readWord(_ byte: UInt8) {
        if byte.isASCIIDigit {
            let number = code[index...].prefix { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_") }
            add(number.endIndex, .number)
        } else if language.variables.contains(byte), index + 1 < code.endIndex,
            code[index + 1].isWordPart || code[index + 1] == UInt8(ascii: "{")
        {
            let isBraced = code[index + 1] == UInt8(ascii: "{")
            add(isBraced ? end(of: [UInt8(ascii: "}")], from: index) : endOfWord(index + 1), .variable)
        } else if language.attributes.contains(byte), index + 1 < code.endIndex, code[index + 1].isWordPart {
            add(endOfWord(index + 1), .attribute)
        } else if byte.isWordPart {
            addWord(endOfWord(index))
        } else {
            index += 1
        }
    }

    private func endOfWord(_ start: Int) -> Int {
        code[start...].prefix { $0.isWordPart || ($0 == UInt8(ascii: "-") && language.wordsHaveHyphens) }.endIndex
    }

    private mutating func addWord(_ end: Int) {
        let word = code[index..<end]
        if language.keywords.contains(word, ignoringCase: language.ignoresCase) {
            add(end, .keyword)
        } else if language.types.contains(word, ignoringCase: language.ignoresCase)
            || (language.capitalsAreTypes && code[index] >= UInt8(ascii: "A") && code[index] <= UInt8(ascii: "Z"))
        {
            add(end, .type)
        } else {
            index = end
        }
    }

    // MARK: Markup

    private mutating func readMarkup() {
        while let start = code[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = start
            if readDelimited() { continue }
            let name = code[(start + 1)...].prefix { $0.isWordPart || "/!?:-.".utf8.contains($0) }
            guard !name.isEmpty else {
                index += 1
                continue
            }
            add(name.endIndex, .keyword)
            readAttributes()
        }
    }

    private mutating func readAttributes() {
        while index < code.endIndex, code[index] != UInt8(ascii: ">") {
            let byte = code[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                add(code[(index + 1)...].firstIndex(of: byte).map { $0 + 1 } ?? code.endIndex, .string)
            } else if byte.isWordPart || byte == UInt8(ascii: "@") || byte == UInt8(ascii: ":") {
                add(code[index...].prefix { $0.isWordPart || "-:@.".utf8.contains($0) }.endIndex, .attribute)
            } else {
                index += 1
            }
        }
        if index < code.endIndex { add(index + 1, .keyword) }
    }

    // MARK: Keys and values

    /// Reads lines such as `key: value`, `key = value`, `Header: value` and CSS declarations.
    private mutating func readKeys() {
        while index < code.endIndex {
            let byte = code[index]
            if byte.isASCIIWhitespace {
                index += 1
            } else if canBeginKey(), let end = endOfKey() {
                add(end, .attribute)
            } else if !readDelimited() {
                readWord(byte)
            }
        }
    }

    /// Whether a key can begin at the current index: at the beginning of a line, a list item or a block.
    private func canBeginKey() -> Bool {
        let before = code[..<index].last { $0 != 0x20 && $0 != 0x09 }
        return before == nil || before == 0x0A || "-{,;[".utf8.contains(before ?? 0)
    }

    /// No key is longer, in bytes. Each byte may be looked at as the beginning of one.
    private static let maxKeyLength = 128

    private func endOfKey() -> Int? {
        var end = index
        if code[end] == UInt8(ascii: "\"") || code[end] == UInt8(ascii: "'") {
            let rest = code[(end + 1)...].prefix(Self.maxKeyLength).prefix { $0 != 0x0A }
            guard let close = rest.firstIndex(of: code[end]) else { return nil }
            end = close + 1
        } else {
            end = code[index...].prefix(Self.maxKeyLength).prefix { $0.isWordPart || "-.$/@".utf8.contains($0) || $0 >= 0x80 }.endIndex
        }
        guard end > index else { return nil }
        guard let separator = code[end...].prefix(Self.maxKeyLength).first(where: { $0 != 0x20 }),
            language.keySeparators.contains(separator)
        else { return nil }
        return end
    }

    // MARK: Diffs

    private mutating func readLines() {
        while index < code.endIndex {
            let end = endOfLine(index)
            switch code[index] {
            case UInt8(ascii: "+"): add(end, .inserted)
            case UInt8(ascii: "-"): add(end, .deleted)
            case UInt8(ascii: "@"): add(end, .keyword)
            default: break
            }
            index = min(end + 1, code.endIndex)
        }
    }
}

extension UInt8 {
    fileprivate var isWordPart: Bool { isASCIIAlphanumeric || self == UInt8(ascii: "_") || self >= 0x80 }
}
