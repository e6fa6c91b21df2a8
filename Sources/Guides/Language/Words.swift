import Bytes

/// A word in lower case, or a punctuation mark.
struct Word: Sendable, Hashable {
    let text: String
    /// The word's key in a `WordFilter`.
    let prefixKey: UInt32
    let isPunctuation: Bool

    static let dash = Word("–")
    static let arrow = Word("→")

    init(_ text: String) { self.init(text, prefixKey: WordFilter.prefixKey(text.utf8)) }

    private init(_ text: String, prefixKey: UInt32) {
        self.text = text
        self.prefixKey = prefixKey
        switch text.utf8.count {
        case 1: isPunctuation = !(text.utf8.first?.isASCIIAlphanumeric ?? true)
        case 3: isPunctuation = text.utf8.first == 0xE2 && (text == "→" || text == "–")
        default: isPunctuation = false
        }
    }

    /// Nil for a word of invisible characters.
    /// - Parameter bytes: UTF-8, with ASCII letters in lower case.
    init?(lowercasing bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if !bytes.contains(where: { $0 >= 0x80 }) {
            self.init(text, prefixKey: WordFilter.prefixKey(bytes))
            return
        }
        if text.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint) { return nil }
        self.init(text.lowercased())
    }

    var endsSentence: Bool { isPunctuation && text.utf8.count == 1 && Self.sentenceEnds.contains(text.utf8.first ?? 0) }

    private static let sentenceEnds = ASCIISet(".?!;:".utf8)

    func hash(into hasher: inout Hasher) { hasher.combine(text) }

    static func == (one: Word, other: Word) -> Bool { one.prefixKey == other.prefixKey && one.text == other.text }
    static func == (word: Word, text: String) -> Bool { word.text == text }
    static func != (word: Word, text: String) -> Bool { word.text != text }
}

/// Words with one meaning. A class, because language packs, which hold many sets, are passed around by value.
final class WordSet: Sendable, ExpressibleByArrayLiteral {
    static let empty = WordSet()

    private let words: Set<String>
    let filter: WordFilter

    init(_ words: some Sequence<String>) {
        self.words = Set(words)
        var filter = WordFilter()
        for word in self.words { filter.insert(word, isStem: false) }
        self.filter = filter
    }

    convenience init(arrayLiteral words: String...) { self.init(words) }

    var isEmpty: Bool { words.isEmpty }

    func contains(_ word: Word) -> Bool { filter.contains(word.prefixKey) && words.contains(word.text) }

    /// - Parameter text: one word, or several separated by spaces.
    func contains(_ text: String) -> Bool { words.contains(text) }
}

/// A text, split into the lower-case words and punctuation marks that patterns are matched against.
struct Words: Sendable, Equatable {
    let all: [Word]

    /// A word consists of letters and digits, and of `-`, `'`, `_` and `.` between them. The punctuation marks `.` `,` `:` `;` `?` `!` `(`
    /// `)` `%`, arrows (`→`, `>`) and dashes (`–`) are words of their own. All other characters separate words.
    init(_ text: String) {
        var text = text
        all = text.withUTF8 { Self.words($0) }
    }

    init(_ words: ArraySlice<Word>) { all = Array(words) }

    private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(bytes.count / 5 + 1)
        var word: [UInt8] = []
        func endWord() {
            guard !word.isEmpty else { return }
            if let word = Word(lowercasing: word) { words.append(word) }
            word.removeAll(keepingCapacity: true)
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isASCIIAlphanumeric {
                word.append(byte.asciiLowercased)
            } else if byte >= 0x80, let (equivalent, length) = asciiEquivalent(bytes, index) {
                if equivalent == UInt8(ascii: "'") {
                    if isWithinWord(bytes, index, length) { word.append(equivalent) } else { endWord() }
                } else {
                    endWord()
                    if equivalent != 0x20 { words.append(equivalent == UInt8(ascii: "-") ? .dash : .arrow) }
                }
                index += length
                continue
            } else if byte >= 0x80 {
                word.append(byte)
            } else if joiners.contains(byte), isWithinWord(bytes, index, 1) {
                word.append(byte)
            } else {
                endWord()
                if byte == UInt8(ascii: ">") {
                    words.append(.arrow)
                } else if byte == UInt8(ascii: "-"), index > 0, bytes[index - 1] == 0x20 {
                    words.append(.dash)
                } else if punctuation.contains(byte) {
                    words.append(Word(String(UnicodeScalar(byte))))
                }
            }
            index += 1
        }
        endWord()
        return words
    }

    /// Words whose full stop does not end a sentence.
    private static let abbreviations: Set<String> = ["e.g", "i.e", "etc", "vs", "approx", "incl", "no"]
    private static let joiners = ASCIISet("-'_.".utf8)
    private static let punctuation = ASCIISet(".,:;?!()%".utf8)

    private static func isWithinWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Bool {
        guard index > 0, index + length < bytes.count, isLetter(bytes[index - 1]), isLetter(bytes[index + length]) else { return false }
        // A quote, dash or space outside ASCII is not a letter.
        return asciiEquivalent(bytes, index + length) == nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte >= 0x80 }

    /// The ASCII character that stands for the non-ASCII punctuation at `index`, and the length of the latter in bytes: `'` for an
    /// apostrophe, `-` for a dash, `>` for an arrow, and a space for all other punctuation and spaces. Nil for anything else.
    private static func asciiEquivalent(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (character: UInt8, length: Int)? {
        guard index + 1 < bytes.count else { return nil }
        if bytes[index] == 0xC2, bytes[index + 1] == 0xA0 || bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB { return (0x20, 2) }
        guard index + 2 < bytes.count, bytes[index] == 0xE2 else { return nil }
        switch (bytes[index + 1], bytes[index + 2]) {
        case (0x80, 0x98), (0x80, 0x99): return (UInt8(ascii: "'"), 3)
        case (0x80, 0x92...0x95): return (UInt8(ascii: "-"), 3)
        case (0x80, 0x8B...0x9F), (0x80, 0xA0...0xAF): return (0x20, 3)
        case (0x86, 0x92), (0x9E, _): return (UInt8(ascii: ">"), 3)
        default: return nil
        }
    }

    var isEmpty: Bool { all.isEmpty }

    /// The sentences, without the punctuation mark that ends each: a full stop, question mark, exclamation mark, semicolon or colon.
    var sentences: [ArraySlice<Word>] {
        var sentences: [ArraySlice<Word>] = []
        var start = 0
        for (index, word) in all.enumerated() where word.endsSentence {
            if word == ".", index > 0, Self.abbreviations.contains(all[index - 1].text) { continue }
            if index > start { sentences.append(all[start..<index]) }
            start = index + 1
        }
        if start < all.count { sentences.append(all[start...]) }
        return sentences
    }

    var withoutPunctuation: [Word] { all.filter { !$0.isPunctuation } }

    /// The punctuation mark at the end of the text; nil if it ends with a word.
    var lastPunctuation: String? { all.last.flatMap { $0.isPunctuation ? $0.text : nil } }
}

extension Collection<Word> {
    /// The words, separated by spaces.
    var joinedText: String { map(\.text).joined(separator: " ") }
}
