import Bytes

/// The lexical rules of a language.
struct Language: Sendable {
    enum Form: Sendable {
        /// Words and punctuation, as in most languages.
        case words
        /// Tags with attributes.
        case markup
        /// Keys and values.
        case keys
        /// Inserted and deleted lines.
        case diff
    }

    let form: Form
    let lineComments: [[UInt8]]
    let blockComments: [(open: [UInt8], close: [UInt8])]
    /// Delimiters of strings that can span several lines; the same at both ends.
    let longStrings: [[UInt8]]
    /// Quotes of strings that end at the end of the line, unless `stringsSpanLines` is set. Strings in backticks always span lines.
    let quotes: [UInt8]
    /// Characters before the name of a variable.
    let variables: [UInt8]
    /// Characters before the name of an attribute, an annotation or a directive.
    let attributes: [UInt8]
    /// Characters between a key and its value.
    let keySeparators: [UInt8]
    /// A line comment must begin the line or follow whitespace.
    let commentNeedsSpace: Bool
    let stringsSpanLines: Bool
    let wordsHaveHyphens: Bool
    /// Keywords and types can be written in any case.
    let ignoresCase: Bool
    /// A word with a capital first letter is a type.
    let capitalsAreTypes: Bool
    /// A backslash in a string escapes the next character.
    let escapes: Bool
    let keywords: WordSet
    let types: WordSet
    /// The first bytes of all delimiters of comments and strings.
    let delimiterStarts: ASCIISet

    init(
        form: Form = .words, lineComments: [String] = [], blockComments: [(String, String)] = [], longStrings: [String] = [],
        quotes: String = "", variables: String = "", attributes: String = "", keySeparators: String = "", commentNeedsSpace: Bool = false,
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
        self.keySeparators = Array(keySeparators.utf8)
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

    /// The language with a name, which must be in lower case.
    static func named(_ name: String) -> Language? { byName[name] }

    /// The languages by all names that authors give them after a code fence.
    private static let byName: [String: Language] = {
        var languages: [String: Language] = [:]
        for (names, language) in cFamily + scripting + data {
            for name in names.split(separator: " ") { languages[String(name)] = language }
        }
        return languages
    }()
}
