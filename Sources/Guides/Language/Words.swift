import Bytes

/// A word in lower case, or a mark.
struct Word: Sendable, Hashable {
    let text: String
    /// How it begins: what filters know it by.
    let key: UInt32
    /// It is a mark that stands alone.
    let isMark: Bool

    static let dash = Word("–")
    static let arrow = Word("→")

    init(_ text: String) { self.init(text, key: WordFilter.key(text.utf8)) }

    private init(_ text: String, key: UInt32) {
        self.text = text
        self.key = key
        isMark = text.utf8.count == 1 ? !(text.utf8.first?.isASCIIAlphanumeric ?? true) : text == "→" || text == "–"
    }

    /// Nil for what nobody sees.
    /// - Parameter bytes: UTF-8, where letters of ASCII are in lower case.
    init?(lowercasing bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if !bytes.contains(where: { $0 >= 0x80 }) {
            self.init(text, key: WordFilter.key(bytes))
            return
        }
        if text.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint) { return nil }
        self.init(text.lowercased())
    }

    var endsSentence: Bool { isMark && text.utf8.count == 1 && Self.ends.contains(text.utf8.first ?? 0) }

    private static let ends = ASCIISet(".?!;:".utf8)

    func hash(into hasher: inout Hasher) { hasher.combine(text) }

    static func == (one: Word, other: Word) -> Bool { one.key == other.key && one.text == other.text }
    static func == (word: Word, text: String) -> Bool { word.text == text }
    static func != (word: Word, text: String) -> Bool { word.text != text }
}

/// Words of one use. A class, as packs of many are handed on from pass to pass.
final class WordSet: Sendable, ExpressibleByArrayLiteral {
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

    func contains(_ word: Word) -> Bool { filter.contains(word.key) && words.contains(word.text) }

    /// - Parameter text: one word, or several with a space between them.
    func contains(_ text: String) -> Bool { words.contains(text) }
}

/// A text as words in lower case, with the marks that part its sentences as words of their own: what patterns are matched against.
struct Words: Sendable, Equatable {
    let all: [Word]

    /// Letters, digits and what stands between them (`-`, `'`, `_`, `.`) make words; `.` `,` `:` `;` `?` `!` `(` `)` `%` arrows (`→`, `>`) and dashes (`–`) are
    /// words of their own; all else parts words.
    init(_ text: String) {
        var text = text
        all = text.withUTF8 { Self.words($0) }
    }

    init(_ words: ArraySlice<Word>) { all = Array(words) }

    private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(bytes.count / 5 + 1)
        var word: [UInt8] = []
        func end() {
            guard !word.isEmpty else { return }
            if let word = Word(lowercasing: word) { words.append(word) }
            word.removeAll(keepingCapacity: true)
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isASCIIAlphanumeric {
                word.append(byte.asciiLowercased)
            } else if byte >= 0x80, let (mark, length) = mark(bytes, index) {
                if mark == UInt8(ascii: "'") {
                    if isWithinWord(bytes, index, length) { word.append(mark) } else { end() }
                } else {
                    end()
                    if mark != 0x20 { words.append(mark == UInt8(ascii: "-") ? .dash : .arrow) }
                }
                index += length
                continue
            } else if byte >= 0x80 {
                word.append(byte)
            } else if joiners.contains(byte), isWithinWord(bytes, index, 1) {
                word.append(byte)
            } else {
                end()
                if byte == UInt8(ascii: ">") {
                    words.append(.arrow)
                } else if byte == UInt8(ascii: "-"), index > 0, bytes[index - 1] == 0x20 {
                    words.append(.dash)
                } else if marks.contains(byte) {
                    words.append(Word(String(UnicodeScalar(byte))))
                }
            }
            index += 1
        }
        end()
        return words
    }

    /// `e.g.` and the like end in a full stop that ends no sentence.
    private static let abbreviations: Set<String> = ["e.g", "i.e", "etc", "vs", "approx", "incl", "no"]
    private static let joiners = ASCIISet("-'_.".utf8)
    private static let marks = ASCIISet(".,:;?!()%".utf8)

    private static func isWithinWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> Bool {
        guard index > 0, index + length < bytes.count, isLetter(bytes[index - 1]), isLetter(bytes[index + length]) else { return false }
        // Quotes, dashes and spaces outside ASCII are no letters.
        return mark(bytes, index + length) == nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte >= 0x80 }

    /// Marks outside ASCII: `’` is an apostrophe; quotes, dashes, dots and spaces part words, arrows lead on.
    private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (mark: UInt8, length: Int)? {
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

    /// The sentences, each without the mark that ends it; a full stop, a question or an exclamation mark, a semicolon or a colon does.
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

    /// The words that a reader would count: without marks.
    var spoken: [Word] { all.filter { !$0.isMark } }

    /// The last mark, if the text ends in one.
    var lastMark: String? { all.last.flatMap { $0.isMark ? $0.text : nil } }
}

extension Collection<Word> {
    /// The words in one line.
    var line: String { map(\.text).joined(separator: " ") }
}
