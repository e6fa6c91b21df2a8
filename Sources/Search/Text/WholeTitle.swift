import Bytes

/// A title or heading as one term of the index: its first word, a space, an equals sign, and a hash of its words. The term stands near those of
/// its first word, so that it seldom takes a request more to look it up.
struct WholeTitle {
    private var first: [UInt8] = []
    /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) of 32 bits, folded to 24: of the words' bytes, with a zero behind each word.
    private var hash: UInt32 = 0x811C_9DC5
    private(set) var wordCount = 0

    /// - Parameter word: a folded word or n-gram that is no component of a compound.
    mutating func add(_ word: some Sequence<UInt8>) {
        if wordCount == 0 { first.append(contentsOf: word) }
        wordCount += 1
        for byte in word { add(byte) }
        add(0)
    }

    private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }

    /// Nil for a title without words.
    var term: [UInt8]? { wordCount == 0 ? nil : first + Array(" =\(String((hash ^ hash >> 24) & 0xFF_FFFF, radix: 36))".utf8) }
}
