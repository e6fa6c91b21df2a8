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
    let keywords: Set<String>
    let types: Set<String>

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
        self.keywords = Set(keywords.split { $0 == " " || $0 == "\n" }.map(String.init))
        self.types = Set(types.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    /// The language of a name in lower case.
    static func named(_ name: String) -> Language? { byName[name] }

    private static let byName: [String: Language] = {
        var languages: [String: Language] = [:]
        for (names, language) in all { for name in names.split(separator: " ") { languages[String(name)] = language } }
        return languages
    }()
}
