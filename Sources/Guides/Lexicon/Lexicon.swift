import Bytes

/// The words of all languages by what they speak of. An article's language need not be known: a word counts in whichever language has it.
///
/// Each language is a table in a file of its own, for readers of that language to correct. A `*` ends a stem. Chinese, Japanese and Korean
/// words may stand anywhere in a text, others begin a word.
struct Lexicon: Sendable {
    /// A set of concepts.
    typealias Concepts = UInt32

    /// Whole words, stems, and words that may stand anywhere, by the hashes of their letters.
    private var words = HashTable<Concepts>()
    private var stems = HashTable<Concepts>()
    private var parts = HashTable<Concepts>()
    /// The first letters of `parts`.
    private var partStarts: Set<UInt32> = []
    private static let longestPart = 8

    static let all = Lexicon([
        english, german, french, spanish, portuguese, italian, dutch, polish, russian, ukrainian, chinese, japanese, korean,
    ])

    init(_ languages: [[Concept: String]]) {
        for language in languages {
            for (concept, text) in language {
                for word in text.split(whereSeparator: \.isWhitespace) { add(word, 1 << Concepts(concept.rawValue)) }
            }
        }
    }

    private mutating func add(_ word: Substring, _ concept: Concepts) {
        let letters = word.unicodeScalars.map(\.value)
        if letters.contains(where: Self.isIdeographic) {
            partStarts.insert(letters[0])
            parts.update(Self.hash(letters[...])) { $0 |= concept }
        } else if letters.last == 0x2A {
            stems.update(Self.hash(letters.dropLast())) { $0 |= concept }
        } else {
            words.update(Self.hash(letters[...])) { $0 |= concept }
        }
    }

    private static func hash(_ letters: ArraySlice<UInt32>) -> UInt64 {
        letters.reduce(into: LetterHash()) { $0.add($1) }.value
    }

    /// Whether a letter is of a script that puts no spaces between words, or is Korean.
    static func isIdeographic(_ letter: UInt32) -> Bool {
        switch letter {
        case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xFF1F: true
        default: false
        }
    }

    /// What a word in lower case speaks of.
    func concepts(of word: ArraySlice<UInt32>) -> Concepts {
        var hash = LetterHash()
        var found: Concepts = 0
        for (count, letter) in word.enumerated() {
            hash.add(letter)
            if count >= 1, let concepts = stems[hash.value] { found |= concepts }
        }
        if let concepts = words[hash.value] { found |= concepts }
        return found
    }

    /// What the words that begin at a letter speak of, in a script without spaces.
    func concepts(at index: Int, in letters: [UInt32]) -> Concepts {
        guard partStarts.contains(letters[index]) else { return 0 }
        var hash = LetterHash()
        var found: Concepts = 0
        for letter in letters[index...].prefix(Self.longestPart) {
            hash.add(letter)
            if let concepts = parts[hash.value] { found |= concepts }
        }
        return found
    }
}

/// FNV-1a of letters (http://www.isthe.com/chongo/tech/comp/fnv/).
struct LetterHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ letter: UInt32) { value = (value ^ UInt64(letter)) &* 0x100_0000_01B3 }
}

/// A table by hashes, with open addressing: a dictionary would hash them again.
struct HashTable<Value: Sendable & ExpressibleByIntegerLiteral>: Sendable {
    private var keys: [UInt64] = Array(repeating: 0, count: 16)
    private var values: [Value] = Array(repeating: 0, count: 16)
    private var count = 0

    subscript(key: UInt64) -> Value? {
        var slot = Int(truncatingIfNeeded: key ^ key >> 32) & (keys.count - 1)
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return nil
    }

    mutating func update(_ key: UInt64, _ change: (inout Value) -> Void) {
        if count * 2 >= keys.count { grow() }
        var slot = Int(truncatingIfNeeded: key ^ key >> 32) & (keys.count - 1)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        if keys[slot] == 0 { count += 1 }
        keys[slot] = key
        change(&values[slot])
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: 0, count: oldKeys.count * 2)
        values = Array(repeating: 0, count: oldKeys.count * 2)
        count = 0
        for slot in oldKeys.indices where oldKeys[slot] != 0 { update(oldKeys[slot]) { $0 = oldValues[slot] } }
    }
}
