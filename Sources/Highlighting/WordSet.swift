import Bytes

/// A set of words of a language. Most words of code are not in it, which their first letter and length show without a lookup.
struct WordSet: Sendable {
    private let words: Set<String>
    /// For each first byte, a bit for every length of the words that begin with it.
    private let lengths: [UInt64]

    /// - Parameter list: ASCII words of fewer than 64 bytes, separated by spaces or line feeds.
    init(_ list: String) {
        words = Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
        var lengths = [UInt64](repeating: 0, count: 128)
        for word in words { if let first = word.utf8.first, first < 0x80 { lengths[Int(first)] |= 1 << UInt64(word.utf8.count & 63) } }
        self.lengths = lengths
    }

    /// - Parameter ignoringCase: compares `word` in lower case; the words of the set must be in lower case.
    func contains(_ word: ArraySlice<UInt8>, ignoringCase: Bool) -> Bool {
        guard let first = word.first.map({ ignoringCase ? $0.asciiLowercased : $0 }), first < 0x80, word.count < 64,
            lengths[Int(first)] >> UInt64(word.count) & 1 == 1
        else { return false }
        let text = String(decoding: word, as: UTF8.self)
        return words.contains(ignoringCase ? text.lowercased() : text)
    }
}
