import Bytes

/// A short text as the reading of an article sees it: its words, and what they speak of.
struct TextReading: Sendable {
    /// A word, or two letters in a row of a script without spaces.
    struct Token: Sendable {
        /// The hash of its letters in lower case. All numbers have the same.
        let hash: UInt32
        /// The hash of its first five letters, if it has more.
        var stem: UInt32 = 0
        /// The hash of its last three letters, if it has more than four.
        var ending: UInt32 = 0
        /// Whether it has at most three letters, as most articles and prepositions have, or is a number.
        var isShort = false
        /// The offset of its first letter in the text, in letters.
        let offset: Int
    }

    /// A word that the lexicon knows.
    struct Meaning: Sendable {
        let concepts: Lexicon.Concepts
        /// The offset of its first letter in the text, in letters.
        let offset: Int
        /// Which word of the text it is.
        let word: Int
    }

    private(set) var tokens: [Token] = []
    private(set) var meanings: [Meaning] = []
    let letterCount: Int
    private(set) var wordCount = 0

    /// - Parameter limit: how many letters are read.
    init(_ text: String, limit: Int = 400) {
        let letters = Self.letters(of: text, limit)
        letterCount = letters.count
        read(letters)
    }

    /// The letters of a text in lower case.
    private static func letters(of text: String, _ limit: Int) -> [UInt32] {
        var text = text
        let isASCII = !text.containsByte { $0 >= 0x80 }
        if isASCII {
            return text.withUTF8 { bytes in
                Array(unsafeUninitializedCapacity: min(bytes.count, limit)) { letters, count in
                    count = min(bytes.count, limit)
                    for index in 0..<count {
                        let byte = bytes[index]
                        letters.initializeElement(at: index, to: UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte))
                    }
                }
            }
        }
        return String(text.unicodeScalars.prefix(limit)).lowercased().unicodeScalars.prefix(limit).map { scalar in
            scalar.value == 0x2019 || scalar.value == 0x2018 ? 0x27 : scalar.value
        }
    }

    private mutating func read(_ letters: [UInt32]) {
        // English has a word of five letters and a space on average.
        tokens.reserveCapacity(letters.count / 5 + 2)
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            if Lexicon.isIdeographic(letter) {
                index = readIdeographs(letters, from: index)
            } else if Self.isDigit(letter) {
                tokens.append(Token(hash: 0x30, isShort: true, offset: index))
                while index < letters.count, Self.isDigit(letters[index]) { index += 1 }
            } else if Self.isLetter(letter) {
                index = readWord(letters, from: index)
            } else {
                index += 1
            }
        }
    }

    private mutating func readWord(_ letters: [UInt32], from start: Int) -> Int {
        var end = start
        while end < letters.count,
            Self.continuesWord(letters, at: end) || (letters[end] == 0x27 && Self.continuesWord(letters, at: end + 1))
        {
            end += 1
        }
        var hash = LetterHash()
        var stem: UInt32 = 0
        for (count, letter) in letters[start..<end].enumerated() {
            if count == 5 { stem = UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32) }
            hash.add(letter)
        }
        var ending: UInt32 = 0
        if end - start > 4 {
            var hash = LetterHash()
            for letter in letters[(end - 3)..<end] { hash.add(letter) }
            ending = UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32)
        }
        tokens.append(
            Token(
                hash: UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32), stem: stem, ending: ending, isShort: end - start <= 3,
                offset: start))
        var concepts = Lexicon.all.concepts(of: letters[start..<end])
        if end < letters.count, letters[end] == 0x2D {
            // `right-click` is a word of its own.
            while end < letters.count,
                Self.continuesWord(letters, at: end)
                    || ((letters[end] == 0x27 || letters[end] == 0x2D) && Self.continuesWord(letters, at: end + 1))
            {
                end += 1
            }
            concepts |= Lexicon.all.concepts(of: letters[start..<end])
            end = start + letters[start..<end].prefix { $0 != 0x2D }.count
        }
        if concepts != 0 { meanings.append(Meaning(concepts: concepts, offset: start, word: wordCount)) }
        wordCount += 1
        return end
    }

    private mutating func readIdeographs(_ letters: [UInt32], from start: Int) -> Int {
        var index = start
        while index < letters.count, Lexicon.isIdeographic(letters[index]) {
            let concepts = Lexicon.all.concepts(at: index, in: letters)
            if concepts != 0 { meanings.append(Meaning(concepts: concepts, offset: index, word: wordCount)) }
            if index + 1 < letters.count, Lexicon.isIdeographic(letters[index + 1]) || index == start {
                var hash = LetterHash()
                hash.add(letters[index])
                if Lexicon.isIdeographic(letters[index + 1]) { hash.add(letters[index + 1]) }
                tokens.append(Token(hash: UInt32(truncatingIfNeeded: hash.value ^ hash.value >> 32), offset: index))
            } else if index == start {
                tokens.append(Token(hash: letters[index], offset: index))
            }
            index += 1
            wordCount += 1
        }
        return index
    }

    /// Whether a letter of a script with spaces stands there.
    @inline(__always)
    private static func continuesWord(_ letters: [UInt32], at index: Int) -> Bool {
        index < letters.count && isLetter(letters[index]) && !Lexicon.isIdeographic(letters[index])
    }

    private static func isDigit(_ letter: UInt32) -> Bool { letter >= 0x30 && letter <= 0x39 }

    private static func isLetter(_ letter: UInt32) -> Bool {
        if letter < 0x80 { return (letter | 0x20) >= 0x61 && (letter | 0x20) <= 0x7A }
        guard let scalar = Unicode.Scalar(letter) else { return false }
        return scalar.properties.isAlphabetic
    }

    /// What its first words speak of.
    func concepts(words: Int = .max, letters: Int = .max) -> Lexicon.Concepts {
        var found: Lexicon.Concepts = 0
        for meaning in meanings where meaning.word < words && meaning.offset < letters { found |= meaning.concepts }
        return found
    }

    /// What its first word speaks of: in a script without spaces, its first six letters.
    var firstConcepts: Lexicon.Concepts {
        var found: Lexicon.Concepts = 0
        for meaning in meanings where meaning.word == 0 || (meaning.offset < 6 && meaning.word < 6 && isIdeographic(meaning)) {
            found |= meaning.concepts
        }
        return found
    }

    private func isIdeographic(_ meaning: Meaning) -> Bool { meaning.word == meaning.offset }

    /// How many of its words speak of something.
    func count(of concept: Concept) -> Int { meanings.count { $0.concepts & concept.mask != 0 } }

    /// The concepts of which nearly all its words speak, numbers aside, if it has few.
    var pureConcepts: Lexicon.Concepts {
        concepts(ofNearlyAll: tokens.count { $0.hash != 0x30 })
    }

    /// The concepts of which nearly all its long words speak, if it has few: `The most likely cause` is the name of a cause.
    var namedConcepts: Lexicon.Concepts {
        tokens.isEmpty || tokens.count > 6 ? 0 : concepts(ofNearlyAll: max(1, tokens.count { !$0.isShort }))
    }

    private func concepts(ofNearlyAll words: Int) -> Lexicon.Concepts {
        guard words > 0, words <= 4 else { return 0 }
        var concepts: Lexicon.Concepts = 0
        for concept in Concept.allCases where count(of: concept) >= max(1, words - 1) { concepts |= concept.mask }
        return concepts
    }

    /// Whether a text ends in what leads on: `Continue below`, `see the steps below`.
    static func leadsBelow(_ text: String) -> Bool {
        guard let sentence = text.sentences.last else { return false }
        let words = TextReading(String(sentence))
        return words.has(.below)
            && (words.has(.signpost) || words.has(.escalation) || words.has(.sequence) || words.firstConcepts.contains(.instruction))
    }

    func has(_ concept: Concept) -> Bool { meanings.contains { $0.concepts & concept.mask != 0 } }
}

extension Concept {
    var mask: Lexicon.Concepts { 1 << Lexicon.Concepts(rawValue) }
}

extension Lexicon.Concepts {
    func contains(_ concept: Concept) -> Bool { self & concept.mask != 0 }
}
