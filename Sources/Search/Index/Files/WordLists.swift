import Bytes

/// The words of a site for prefix completion and spelling correction, in a text file for each character: first the words that begin with it,
/// then those that have it in the second place, which are for words whose first letter is wrong or missing. A line has the number of bytes that its
/// word shares with the word before, in base 36; the rest of the word; and the binary logarithm of the number of sections that contain it,
/// rounded down, in base 36. Both numbers are one digit; no word is longer than `Tokenizer.maxTermLength`, and 35 bytes are shared at most.
struct WordLists {
    /// Of more words that begin with a character, or have it in the second place, those that only one section contains are left out.
    static let maxUnprunedWords = 2000
    /// Shorter words are not corrected in their first letter: too many are alike.
    private static let minLengthForSecond = 5

    /// By the character.
    private var lists: [UInt32: (firsts: Words, seconds: Words)] = [:]

    /// The digits of base 36.
    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

    private struct Words {
        /// All words, and those that several sections contain.
        private var all = FrontCoded()
        private var several = FrontCoded()

        mutating func add(_ word: ArraySlice<UInt8>, documentFrequency: Int) {
            all.add(word, WordLists.magnitude(documentFrequency))
            if documentFrequency > 1 { several.add(word, WordLists.magnitude(documentFrequency)) }
        }

        mutating func append(_ other: Words) {
            all.append(other.all)
            several.append(other.several)
        }

        var published: [UInt8] { all.count > WordLists.maxUnprunedWords ? several.lines : all.lines }
    }

    /// Lines of words in the order of their bytes.
    private struct FrontCoded {
        private(set) var count = 0
        private(set) var lines: [UInt8] = []
        private var last: [UInt8] = []

        mutating func add(_ word: ArraySlice<UInt8>, _ magnitude: Int) {
            var shared = 0
            let most = min(last.count, word.count, 35)
            while shared < most, last[shared] == word[word.startIndex + shared] { shared += 1 }
            lines.append(WordLists.digits[shared])
            lines.append(contentsOf: word[(word.startIndex + shared)...])
            lines.append(WordLists.digits[min(magnitude, 35)])
            lines.append(0x0A)
            last.removeAll(keepingCapacity: true)
            last.append(contentsOf: word)
            count += 1
        }

        /// The first line of each list shares nothing with a word before it.
        mutating func append(_ other: FrontCoded) {
            lines += other.lines
            count += other.count
            last = other.last
        }
    }

    struct Word: Sendable {
        let text: String
        /// The logarithm of the document frequency.
        let magnitude: Int
    }

    /// Decodes a list. Lines that cannot be decoded are skipped.
    static func read(_ bytes: [UInt8]) -> [Word] {
        var word: [UInt8] = []
        return bytes.split(separator: 0x0A).compactMap { line in
            guard line.count > 2, let shared = digit(line.first), let magnitude = digit(line.last), shared <= word.count else { return nil }
            word.removeLast(word.count - shared)
            word += line.dropFirst().dropLast()
            return Word(text: String(decoding: word, as: UTF8.self), magnitude: magnitude)
        }
    }

    private static func digit(_ byte: UInt8?) -> Int? { byte.flatMap { Int(String(UnicodeScalar($0)), radix: 36) } }

    /// Adds a term unless it is too short or is a number, a code, an n-gram or a pair of terms, which are neither completed nor corrected.
    /// Terms have to be added in the order of their bytes.
    mutating func add(_ term: ArraySlice<UInt8>, documentFrequency: Int) {
        guard term.count >= 3, !term.contains(where: { $0.isASCIIDigit || $0 == UInt8(ascii: ".") || $0 == 0x20 }) else { return }
        let (first, second) = Self.firstCharacters(of: term)
        guard let first, Folding.kind(first) == .letter else { return }
        lists[first.value, default: (Words(), Words())].firsts.add(term, documentFrequency: documentFrequency)
        guard let second, second != first, Folding.kind(second) == .letter, term.count >= Self.minLengthForSecond else { return }
        lists[second.value, default: (Words(), Words())].seconds.add(term, documentFrequency: documentFrequency)
    }

    private static func firstCharacters(of term: ArraySlice<UInt8>) -> (Unicode.Scalar?, Unicode.Scalar?) {
        let bytes = term.prefix(2)
        if bytes.allSatisfy({ $0 < 0x80 }) {
            return (bytes.first.map { Unicode.Scalar($0) }, bytes.dropFirst().first.map { Unicode.Scalar($0) })
        }
        // Two characters of four bytes at most.
        let characters = String(decoding: term.prefix(8), as: UTF8.self).unicodeScalars.prefix(2)
        return (characters.first, characters.dropFirst().first)
    }

    /// Adds the words of lists whose words come after these.
    mutating func append(_ others: WordLists) {
        for (name, list) in others.lists {
            lists[name, default: (Words(), Words())].firsts.append(list.firsts)
            lists[name, default: (Words(), Words())].seconds.append(list.seconds)
        }
    }

    /// The name of the list of words that begin with a character: its code point in hexadecimal digits.
    static func name(_ first: Unicode.Scalar) -> String { String(first.value, radix: 16) }

    static func path(_ name: String) -> String { "words/\(name).txt" }

    static func magnitude(_ documentFrequency: Int) -> Int { Int.bitWidth - 1 - max(documentFrequency, 1).leadingZeroBitCount }

    var names: [String] { lists.keys.map { String($0, radix: 16) }.sorted() }

    var files: [SearchIndex.File] {
        lists.map { (name: String($0.key, radix: 16), bytes: $0.value.firsts.published + $0.value.seconds.published) }
            .sorted { $0.name < $1.name }.map { SearchIndex.File(path: Self.path($0.name), bytes: $0.bytes) }
    }
}
