import Bytes

/// Marks the parts of code by what they are, for styles to colour. One small lexer, steered by a table for each language: it knows comments,
/// strings, numbers and words, not grammars, so that it is fast and can never fail.
public struct Highlighter {
    /// What a part of code is. The raw value is the class that it is written with.
    public enum Kind: String, Sendable {
        case comment = "c", string = "s", keyword = "k", number = "n", type = "t", attribute = "a", variable = "v", inserted = "i",
            deleted = "d"
    }

    private let code: ArraySlice<UInt8>
    private let language: Language
    private var index: Int
    private var spans: [(range: Range<Int>, kind: Kind)] = []

    /// The parts of code that are marked, in order.
    ///
    /// - Parameters:
    ///   - code: UTF-8.
    ///   - name: the language as writers call it, in any case. Of a language that is not known, nothing is marked.
    public static func spans(in code: ArraySlice<UInt8>, language name: String) -> [(range: Range<Int>, kind: Kind)] {
        guard let language = Language.named(name.lowercased()) else { return [] }
        var highlighter = Highlighter(code: code, language: language, index: code.startIndex)
        switch language.form {
        case .words: highlighter.readWords()
        case .markup: highlighter.readMarkup()
        case .keys: highlighter.readKeys()
        case .difference: highlighter.readLines()
        }
        return highlighter.spans
    }

    private mutating func mark(_ end: Int, _ kind: Kind) {
        if end > index { spans.append((index..<end, kind)) }
        index = end
    }

    private func starts(with text: [UInt8], at place: Int) -> Bool {
        guard place + text.count <= code.endIndex else { return false }
        for offset in text.indices where code[place + offset] != text[offset] { return false }
        return true
    }

    private func endOfLine(_ start: Int) -> Int { code[start...].firstIndex(of: 0x0A) ?? code.endIndex }

    /// Behind the next occurrence of a text, or at the end.
    private func end(of text: [UInt8], from start: Int) -> Int {
        var place = start
        while place < code.endIndex {
            if starts(with: text, at: place) { return place + text.count }
            place += 1
        }
        return code.endIndex
    }

    // MARK: Comments and strings

    /// Reads a comment or a string that begins here.
    private mutating func readDelimited() -> Bool {
        guard language.delimiterStarts.contains(code[index]) else { return false }
        for mark in language.lineComments where starts(with: mark, at: index) {
            // `#` in the midst of a shell's word is no comment.
            if language.commentNeedsSpace, index > code.startIndex, !code[index - 1].isASCIIWhitespace { continue }
            self.mark(endOfLine(index), .comment)
            return true
        }
        for (open, close) in language.blockComments where starts(with: open, at: index) {
            mark(end(of: close, from: index + open.count), .comment)
            return true
        }
        for open in language.longStrings where starts(with: open, at: index) {
            mark(end(of: open, from: index + open.count), .string)
            return true
        }
        guard language.quotes.contains(code[index]) else { return false }
        mark(endOfString(code[index]), .string)
        return true
    }

    private func endOfString(_ quote: UInt8) -> Int {
        var place = index + 1
        while place < code.endIndex, code[place] != quote {
            if code[place] == 0x0A, quote != UInt8(ascii: "`"), !language.stringsSpanLines { return place }
            place += code[place] == UInt8(ascii: "\\") && language.escapes ? 2 : 1
        }
        return min(place + 1, code.endIndex)
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
            mark(number.endIndex, .number)
        } else if language.variables.contains(byte), index + 1 < code.endIndex,
            code[index + 1].isWordPart || code[index + 1] == UInt8(ascii: "{")
        {
            let isBraced = code[index + 1] == UInt8(ascii: "{")
            mark(isBraced ? end(of: [UInt8(ascii: "}")], from: index) : endOfWord(index + 1), .variable)
        } else if language.attributes.contains(byte), index + 1 < code.endIndex, code[index + 1].isWordPart {
            mark(endOfWord(index + 1), .attribute)
        } else if byte.isWordPart {
            markWord(endOfWord(index))
        } else {
            index += 1
        }
    }

    private func endOfWord(_ start: Int) -> Int {
        code[start...].prefix { $0.isWordPart || ($0 == UInt8(ascii: "-") && language.wordsHaveHyphens) }.endIndex
    }

    private mutating func markWord(_ end: Int) {
        let word = code[index..<end]
        if language.keywords.contains(word, ignoringCase: language.ignoresCase) {
            mark(end, .keyword)
        } else if language.types.contains(word, ignoringCase: language.ignoresCase)
            || (language.capitalsAreTypes && code[index] >= UInt8(ascii: "A") && code[index] <= UInt8(ascii: "Z"))
        {
            mark(end, .type)
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
            mark(name.endIndex, .keyword)
            readAttributes()
        }
    }

    private mutating func readAttributes() {
        while index < code.endIndex, code[index] != UInt8(ascii: ">") {
            let byte = code[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                mark(code[(index + 1)...].firstIndex(of: byte).map { $0 + 1 } ?? code.endIndex, .string)
            } else if byte.isWordPart || byte == UInt8(ascii: "@") || byte == UInt8(ascii: ":") {
                mark(code[index...].prefix { $0.isWordPart || "-:@.".utf8.contains($0) }.endIndex, .attribute)
            } else {
                index += 1
            }
        }
        if index < code.endIndex { mark(index + 1, .keyword) }
    }

    // MARK: Keys and values

    /// Lines of `key: value`, `key = value`, `Header: value` or `.css-property: value`.
    private mutating func readKeys() {
        while index < code.endIndex {
            let byte = code[index]
            if byte.isASCIIWhitespace {
                index += 1
            } else if isKey(), let end = endOfKey() {
                mark(end, .attribute)
            } else if !readDelimited() {
                readWord(byte)
            }
        }
    }

    /// Whether a key may begin here: at the beginning of a line, a list's item or a block.
    private func isKey() -> Bool {
        let before = code[..<index].last { $0 != 0x20 && $0 != 0x09 }
        return before == nil || before == 0x0A || "-{,;[".utf8.contains(before ?? 0)
    }

    private func endOfKey() -> Int? {
        var end = index
        if code[end] == UInt8(ascii: "\"") || code[end] == UInt8(ascii: "'") {
            guard let close = code[(end + 1)...].firstIndex(of: code[end]) else { return nil }
            end = close + 1
        } else {
            end = code[index...].prefix { $0.isWordPart || "-.$/@".utf8.contains($0) || $0 >= 0x80 }.endIndex
        }
        guard end > index else { return nil }
        let rest = code[end...].drop { $0 == 0x20 }
        guard let mark = rest.first, language.keyMarks.contains(mark) else { return nil }
        return end
    }

    // MARK: Differences

    private mutating func readLines() {
        while index < code.endIndex {
            let end = endOfLine(index)
            switch code[index] {
            case UInt8(ascii: "+"): mark(end, .inserted)
            case UInt8(ascii: "-"): mark(end, .deleted)
            case UInt8(ascii: "@"): mark(end, .keyword)
            default: break
            }
            index = min(end + 1, code.endIndex)
        }
    }
}

extension UInt8 {
    fileprivate var isWordPart: Bool { isASCIIAlphanumeric || self == UInt8(ascii: "_") || self >= 0x80 }
}
