import Bytes

/// What the lexer has to know of a language.
struct Language: Sendable {
    enum Form: Sendable {
        /// Words between punctuation, as in most languages.
        case words
        /// Tags with attributes.
        case markup
        /// Keys with values.
        case keys
        /// Lines that were put in and taken out.
        case difference
    }

    let form: Form
    let lineComments: [[UInt8]]
    let blockComments: [(open: [UInt8], close: [UInt8])]
    /// Delimiters of strings over several lines.
    let longStrings: [[UInt8]]
    let quotes: [UInt8]
    /// Characters that begin a variable's name.
    let variables: [UInt8]
    /// Characters that begin the name of an attribute, an annotation or a directive.
    let attributes: [UInt8]
    /// Characters between a key and its value.
    let keyMarks: [UInt8]
    let commentNeedsSpace: Bool
    let stringsSpanLines: Bool
    let wordsHaveHyphens: Bool
    let ignoresCase: Bool
    let capitalsAreTypes: Bool
    /// A backslash in a string stands for the character behind it.
    let escapes: Bool
    let keywords: WordSet
    let types: WordSet
    /// The bytes with which comments and strings begin.
    let delimiterStarts: ASCIISet

    init(
        form: Form = .words, lineComments: [String] = [], blockComments: [(String, String)] = [], longStrings: [String] = [],
        quotes: String = "", variables: String = "", attributes: String = "", keyMarks: String = "", commentNeedsSpace: Bool = false,
        stringsSpanLines: Bool = false, wordsHaveHyphens: Bool = false, ignoresCase: Bool = false, capitalsAreTypes: Bool = false,
        escapes: Bool = true, keywords: String = "", types: String = ""
    ) {
        self.form = form
        self.lineComments = lineComments.map { Array($0.utf8) }
        self.blockComments = blockComments.map { (Array($0.0.utf8), Array($0.1.utf8)) }
        self.longStrings = longStrings.map { Array($0.utf8) }
        self.quotes = Array(quotes.utf8)
        self.variables = Array(variables.utf8)
        self.attributes = Array(attributes.utf8)
        self.keyMarks = Array(keyMarks.utf8)
        self.commentNeedsSpace = commentNeedsSpace
        self.stringsSpanLines = stringsSpanLines
        self.wordsHaveHyphens = wordsHaveHyphens
        self.ignoresCase = ignoresCase
        self.capitalsAreTypes = capitalsAreTypes
        self.escapes = escapes
        self.keywords = WordSet(keywords)
        self.types = WordSet(types)
        let delimiters = self.lineComments + self.blockComments.map(\.open) + self.longStrings
        delimiterStarts = ASCIISet(delimiters.compactMap(\.first) + self.quotes)
    }

    /// The language of a name in lower case.
    static func named(_ name: String) -> Language? { byName[name] }

    private static let byName: [String: Language] = {
        var languages: [String: Language] = [:]
        for (names, language) in all { for name in names.split(separator: " ") { languages[String(name)] = language } }
        return languages
    }()
}

/// Words of a language. Most words of code are none of them, which their first letter and length tell before they are looked up.
struct WordSet: Sendable {
    private let words: Set<String>
    /// For each first byte, a bit for each length that a word has with it.
    private let lengths: [UInt64]

    /// - Parameter list: words of ASCII of fewer than 64 letters, between white space.
    init(_ list: String) {
        words = Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
        var lengths = [UInt64](repeating: 0, count: 128)
        for word in words { if let first = word.utf8.first, first < 0x80 { lengths[Int(first)] |= 1 << UInt64(word.utf8.count & 63) } }
        self.lengths = lengths
    }

    /// - Parameter ignoringCase: the words are in lower case, and `word` may be in any.
    func contains(_ word: ArraySlice<UInt8>, ignoringCase: Bool) -> Bool {
        guard let first = word.first.map({ ignoringCase ? $0.asciiLowercased : $0 }), first < 0x80, word.count < 64,
            lengths[Int(first)] >> UInt64(word.count) & 1 == 1
        else { return false }
        let text = String(decoding: word, as: UTF8.self)
        return words.contains(ignoringCase ? text.lowercased() : text)
    }
}
