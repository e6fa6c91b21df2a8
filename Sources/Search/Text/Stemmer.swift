/// Cuts English words to what their forms have in common: plural, `-ed`, `-ing`, `-ation` and the like, by a table of endings. It is milder than Porter's
/// stemmer: `authorize` and `author` stay apart, for an article on the one is no answer to a question about the other.
enum Stemmer {
    /// An ending, what takes its place, and how long what is left must be at least.
    typealias Ending = (ending: String, replacement: String, least: Int)

    /// Of all that fit, the first.
    static let endings: [Ending] = [
        ("izations", "iz", 3), ("ization", "iz", 3), ("isation", "iz", 3), ("izing", "iz", 3), ("ising", "iz", 4), ("ized", "iz", 3),
        ("ised", "iz", 4),
        ("izer", "iz", 3), ("ize", "iz", 3), ("ise", "iz", 4), ("ations", "", 4), ("ation", "", 4), ("ating", "", 4), ("ated", "", 4),
        ("ator", "", 4), ("ate", "", 4),
        ("ements", "", 4), ("ement", "", 4), ("ments", "", 5), ("ment", "", 5), ("tions", "t", 2), ("tion", "t", 2), ("sions", "s", 2),
        ("sion", "s", 2),
        ("edly", "", 3), ("ingly", "", 3), ("ally", "al", 3), ("ly", "", 4), ("ness", "", 4), ("ings", "", 3), ("ing", "", 3),
        ("ied", "i", 2), ("eed", "ee", 2), ("ed", "", 3),
        ("sses", "ss", 2), ("ies", "i", 2), ("ss", "ss", 2), ("us", "us", 2), ("is", "is", 2), ("s", "", 3), ("e", "", 3), ("y", "i", 2),
    ]

    /// What forms of a word have in common. What is not of ASCII letters alone stays as it is.
    static func stem(_ word: String) -> String {
        var bytes = Array(word.utf8)
        stem(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same for the UTF-8 of a folded term.
    static func stem(_ word: inout [UInt8]) {
        guard word.count > 3, word.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) else { return }
        // What one ending leaves may have another.
        for _ in 0..<4 {
            guard word.count > 3, shorten(&word) else { break }
        }
        if word.count > 3, word[word.count - 1] == word[word.count - 2] { word.removeLast() }
    }

    /// Cuts an ending; false where there is none to cut.
    private static func shorten(_ word: inout [UInt8]) -> Bool {
        guard let last = word.last else { return false }
        for (ending, replacement, least) in byLastLetter[Int(last - UInt8(ascii: "a"))] {
            let rest = word.count - ending.count
            guard rest >= least, isEqual(word, from: rest, ending), word[..<rest].contains(where: isVowel) else { continue }
            if ending == replacement { return false }
            word.removeLast(ending.count)
            word.append(contentsOf: replacement)
            return true
        }
        return false
    }

    private static func isEqual(_ word: [UInt8], from start: Int, _ ending: [UInt8]) -> Bool {
        for index in ending.indices where word[start + index] != ending[index] { return false }
        return true
    }

    /// The endings by their last letters, in the same order.
    private static let byLastLetter: [[(ending: [UInt8], replacement: [UInt8], least: Int)]] = {
        var table: [[(ending: [UInt8], replacement: [UInt8], least: Int)]] = Array(repeating: [], count: 26)
        for (ending, replacement, least) in endings {
            guard let last = ending.utf8.last else { continue }
            table[Int(last - UInt8(ascii: "a"))].append((Array(ending.utf8), Array(replacement.utf8), least))
        }
        return table
    }()

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
        default: false
        }
    }
}
