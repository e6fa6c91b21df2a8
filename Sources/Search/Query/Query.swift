/// What a reader asks for, as words with weights.
struct Query: Sendable {
    struct Word: Sendable, Equatable {
        let term: String
        /// Of a part of a compound, the place of the whole among the words.
        let compound: Int?
        let isVariable: Bool
        let isStopWord: Bool
        /// What was typed may go on.
        let isOpen: Bool
        let isGram: Bool

        /// It has a character that names nothing.
        var isParticle: Bool { isGram && term.unicodeScalars.contains(where: Folding.isParticle) }
    }

    private(set) var words: [Word] = []
    /// Terms that have to stand one behind the other, as quoted.
    private(set) var phrases: [[String]] = []
    /// It asks for help: a question, or an error.
    private(set) var asksForHelp = false
    /// It is put in the reader's own words, more of them than a title or a name has.
    private(set) var isSpoken = false

    /// The whole terms in their order.
    private var row: [(term: String, isGram: Bool)] = []

    /// What stands side by side, as the index has it of titles and errors: stems with a space between them.
    var pairs: [String] {
        let terms = row.filter { !Weights.stopWordSet.contains($0.term) }.map { $0.isGram ? $0.term : Stemmer.stem($0.term) }
        return zip(terms, terms.dropFirst()).prefix(Self.maxWords).map { $0 + " " + $1 }
    }

    /// No more words than these are looked for.
    static let maxWords = 24
    /// With more words than these, it is no title or name that is asked for, but a text that has variable parts.
    static let shortLength = 6

    init(_ text: String) {
        let terms = Tokenizer.terms(of: text)
        let isLong = terms.count { $0.role != .part } > Self.shortLength
        // What stands in quotes in a pasted message is of the message.
        if !isLong {
            phrases = Self.quoted(text).map { Tokenizer.terms(of: String($0)).filter { $0.role != .part }.map(\.term) }.filter {
                $0.count > 1
            }
        }
        let isOpen = text.unicodeScalars.last.map { Folding.kind($0) == .letter } ?? false
        row = terms.filter { $0.role != .part }.map { ($0.term, $0.role == .gram) }
        var seen: [[UInt8]: Int] = [:]
        var compound: Int?
        for (index, (term, role)) in terms.enumerated() {
            if role != .part { compound = nil }
            let key = Array(term.utf8)
            if seen[key] == nil {
                seen[key] = words.count
                words.append(
                    Word(
                        term: term, compound: role == .part ? compound : nil, isVariable: isLong && Self.isVariable(term),
                        isStopWord: Weights.stopWordSet.contains(term),
                        isOpen: isOpen && index == terms.count - 1, isGram: role == .gram))
            }
            if role == .whole { compound = seen[key] }
        }
        if words.count > Self.maxWords { cut() }
        let spoken = terms.count { $0.role == .word }
        let isMessage = terms.contains { Weights.signals.contains($0.term) || Self.isCode($0.term) } || words.contains(where: \.isVariable)
        isSpoken = spoken > 2 && !isMessage
        asksForHelp = text.unicodeScalars.contains { $0 == "?" || $0 == "？" } || isLong || spoken > 3 || isMessage
    }

    /// Of a long text, what varies goes first, then what comes last.
    private mutating func cut() {
        let order = words.indices.sorted { one, other in
            let (left, right) = (words[one].isVariable || words[one].isStopWord, words[other].isVariable || words[other].isStopWord)
            return left == right ? one < other : !left
        }
        let kept = order.prefix(Self.maxWords).sorted()
        let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        words = kept.map { index in
            let word = words[index]
            return Word(
                term: word.term, compound: word.compound.flatMap { places[$0] }, isVariable: word.isVariable, isStopWord: word.isStopWord,
                isOpen: word.isOpen,
                isGram: word.isGram)
        }
    }

    /// Numbers, and long mixtures of digits and the letters of hexadecimal numbers, but for those that say so (`0x80070005`).
    static func isVariable(_ term: String) -> Bool {
        let bytes = term.utf8
        if bytes.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) { return true }
        guard bytes.count >= 6, !term.hasPrefix("0x"), bytes.contains(where: \.isDigit) else { return false }
        return bytes.allSatisfy { $0.isDigit || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "f")) }
            || bytes.count { $0.isDigit } * 2 > bytes.count
    }

    /// Letters and digits in one.
    private static func isCode(_ term: String) -> Bool {
        term.utf8.count > 3 && term.utf8.contains(where: \.isDigit)
            && term.utf8.contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    }

    private static func quoted(_ text: String) -> [Substring] {
        let marks: [Unicode.Scalar] = ["\"", "“", "”", "„"]
        let pieces = text.unicodeScalars.split(omittingEmptySubsequences: false) { marks.contains($0) }
        return pieces.enumerated().filter { $0.offset % 2 == 1 }.map { Substring($0.element) }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
