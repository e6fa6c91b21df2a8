/// A light suffix-stripping stemmer for English: plurals, `-ed`, `-ing`, `-ation` and the like. It conflates less than Porter's stemmer
/// (https://tartarus.org/martin/PorterStemmer/): `authorize` and `author` keep different stems, since a page about one doesn't answer a
/// question about the other.
enum Stemmer {
    /// A suffix, its replacement, and the minimum number of letters before the suffix.
    typealias Rule = (suffix: String, replacement: String, minStemLength: Int)

    /// The first rule that applies wins. A rule that replaces a suffix with itself ends the stemming.
    static let rules: [Rule] = [
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

    /// The stem of a folded word. Words of three letters or fewer, or with characters other than ASCII letters, are returned unchanged.
    static func stem(_ word: String) -> String {
        var bytes = Array(word.utf8)
        stem(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Stems a folded word in place.
    /// - Parameter word: UTF-8.
    static func stem(_ word: inout [UInt8]) {
        guard word.count > 3, word.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) else { return }
        // Suffixes can be stacked.
        for _ in 0..<4 {
            guard word.count > 3, applyRule(&word) else { break }
        }
        // “running” and “run” have the same stem.
        if word.count > 3, word[word.count - 1] == word[word.count - 2] { word.removeLast() }
    }

    /// Applies the first matching rule; false if the word doesn't change. What is left has to have a vowel.
    private static func applyRule(_ word: inout [UInt8]) -> Bool {
        guard let last = word.last else { return false }
        for (suffix, replacement, minStemLength) in rulesByLastLetter[Int(last - UInt8(ascii: "a"))] {
            let stemLength = word.count - suffix.count
            guard stemLength >= minStemLength, hasSuffix(word, suffix, at: stemLength), word[..<stemLength].contains(where: isVowel) else {
                continue
            }
            if suffix == replacement { return false }
            word.removeLast(suffix.count)
            word.append(contentsOf: replacement)
            return true
        }
        return false
    }

    private static func hasSuffix(_ word: [UInt8], _ suffix: [UInt8], at start: Int) -> Bool {
        for index in suffix.indices where word[start + index] != suffix[index] { return false }
        return true
    }

    /// The rules by the last letter of their suffixes, in the same order.
    private static let rulesByLastLetter: [[(suffix: [UInt8], replacement: [UInt8], minStemLength: Int)]] = {
        var table: [[(suffix: [UInt8], replacement: [UInt8], minStemLength: Int)]] = Array(repeating: [], count: 26)
        for (suffix, replacement, minStemLength) in rules {
            guard let last = suffix.utf8.last else { continue }
            table[Int(last - UInt8(ascii: "a"))].append((Array(suffix.utf8), Array(replacement.utf8), minStemLength))
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
