/// A parsed query: words to look up, phrases to find on the pages, and what kind of query it is.
struct Query: Sendable {
    struct Word: Sendable, Equatable {
        let term: String
        /// For a component of a compound, the index of the compound among the words.
        let compound: Int?
        /// Whether it is a number or an id in a long query, which probably differs between two occurrences of the same error message.
        let isVariable: Bool
        let isStopWord: Bool
        /// Whether the reader may still be typing it: it is the last word, and nothing follows.
        let mayContinue: Bool
        let isNgram: Bool

        /// Whether it is an n-gram with a particle (`Folding.particles`).
        var isParticle: Bool { isNgram && term.unicodeScalars.contains(where: Folding.isParticle) }

        /// Whether a word can be a half of a compound that is written apart, such as “web hook”.
        var canJoin: Bool { !isNgram && compound == nil && !isStopWord && term.utf8.count > 1 }
    }

    /// Each term once, in the order of its first occurrence, `maxWords` at most.
    private(set) var words: [Word] = []
    /// The quoted phrases of two terms or more.
    private(set) var phrases: [[String]] = []
    /// Whether it is a question, a longer text or an error message.
    private(set) var asksForHelp = false
    /// Whether it is in natural language: more than two words, and no error message.
    private(set) var isNaturalLanguage = false

    /// All terms in their order, without components of compounds.
    private var sequence: [(term: String, isNgram: Bool)] = []

    /// The pairs of adjacent terms as `IndexBuilder` indexes those of titles and error messages: stems with a space between them.
    var pairs: [String] {
        let terms = sequence.filter { !Weights.stopWordSet.contains($0.term) }.map { $0.isNgram ? $0.term : Stemmer.stem($0.term) }
        return zip(terms, terms.dropFirst()).prefix(Self.maxWords).map { $0 + " " + $1 }
    }

    /// The query as the title that it may be; nil if it has too many words for one.
    var wholeTitle: String? {
        var whole = WholeTitle()
        for word in sequence.prefix(Self.maxWords + 1) { whole.add(word.term.utf8) }
        return whole.wordCount > Self.maxWords ? nil : whole.term.map { String(decoding: $0, as: UTF8.self) }
    }

    /// All runs of `runLength` terms that follow one another; none where phrases are quoted.
    var runs: [ArraySlice<String>] {
        let terms = sequence.prefix(Self.maxWords).map(\.term)
        guard terms.count >= Self.runLength, phrases.isEmpty else { return [] }
        return (0...(terms.count - Self.runLength)).map { terms[$0..<($0 + Self.runLength)] }
    }

    static let runLength = 4
    static let maxWords = 24
    /// A query of more words is likely a pasted text, not a title or a name.
    static let maxShortLength = 6

    init(_ asked: String) {
        let text = PastedText.essence(of: asked)
        let terms = Tokenizer.terms(of: text)
        let isLong = terms.count { $0.role != .component } > Self.maxShortLength
        // Quotes in a pasted message belong to the message.
        if !isLong {
            phrases = Self.quoted(text).map { Tokenizer.terms(of: String($0)).filter { $0.role != .component }.map(\.term) }.filter {
                $0.count > 1
            }
        }
        let endsInWord = text.unicodeScalars.last.map { Folding.kind($0) == .letter } ?? false
        sequence = terms.filter { $0.role != .component }.map { ($0.term, $0.role == .ngram) }
        var wordIndices: [[UInt8]: Int] = [:]
        var compound: Int?
        for (index, (term, role)) in terms.enumerated() {
            if role != .component { compound = nil }
            let key = Array(term.utf8)
            if wordIndices[key] == nil {
                wordIndices[key] = words.count
                let isStatus = Self.isStatus(term, after: index > 0 ? terms[index - 1].term : "")
                words.append(
                    Word(
                        term: term, compound: role == .component ? compound : nil, isVariable: isLong && Self.isVariable(term) && !isStatus,
                        isStopWord: Weights.stopWordSet.contains(term),
                        mayContinue: endsInWord && index == terms.count - 1, isNgram: role == .ngram))
            }
            if role == .compound { compound = wordIndices[key] }
        }
        if words.count > Self.maxWords { truncate() }
        let plainWordCount = terms.count { $0.role == .word }
        let isErrorMessage =
            terms.contains { Weights.signalWords.contains($0.term) || Self.isCode($0.term) } || words.contains(where: \.isVariable)
        isNaturalLanguage = plainWordCount > 2 && !isErrorMessage
        asksForHelp =
            text.unicodeScalars.contains { $0 == "?" || $0 == "？" } || isLong || plainWordCount > 3 || isErrorMessage
    }

    /// Keeps `maxWords` words in their order. Variables and stop words are dropped first, then the last words.
    private mutating func truncate() {
        let priority = words.indices.sorted { left, right in
            let leftIsMinor = words[left].isVariable || words[left].isStopWord
            let rightIsMinor = words[right].isVariable || words[right].isStopWord
            return leftIsMinor == rightIsMinor ? left < right : !leftIsMinor
        }
        let kept = priority.prefix(Self.maxWords).sorted()
        let newIndices = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        words = kept.map { index in
            let word = words[index]
            return Word(
                term: word.term, compound: word.compound.flatMap { newIndices[$0] }, isVariable: word.isVariable,
                isStopWord: word.isStopWord, mayContinue: word.mayContinue, isNgram: word.isNgram)
        }
    }

    /// Whether a term is a number or looks like an id: six characters or more that are hexadecimal digits, or mostly digits. Error codes
    /// such as `0x80070005` are not variable.
    static func isVariable(_ term: String) -> Bool {
        let bytes = term.utf8
        if bytes.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) { return true }
        guard bytes.count >= 6, !term.hasPrefix("0x"), bytes.contains(where: \.isDigit) else { return false }
        return bytes.allSatisfy { $0.isDigit || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "f")) }
            || bytes.count { $0.isDigit } * 2 > bytes.count
    }

    /// Whether a number is what a server answered, as in `HTTP 502` and `status code 404`.
    private static func isStatus(_ term: String, after word: String) -> Bool {
        term.utf8.count == 3 && term.utf8.allSatisfy(\.isDigit) && statusWords.contains(word)
    }

    private static let statusWords: Set<String> = ["http", "status", "code", "error", "2", "1.1"]

    /// Whether a term has both letters and digits.
    private static func isCode(_ term: String) -> Bool {
        term.utf8.count > 3 && term.utf8.contains(where: \.isDigit)
            && term.utf8.contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    }

    /// The texts between quotation marks. A mark that is never closed quotes the rest.
    private static func quoted(_ text: String) -> [Substring] {
        let quotationMarks: [Unicode.Scalar] = ["\"", "“", "”", "„"]
        let pieces = text.unicodeScalars.split(omittingEmptySubsequences: false) { quotationMarks.contains($0) }
        return pieces.enumerated().filter { $0.offset % 2 == 1 }.map { Substring($0.element) }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
