import Bytes

/// A Bloom filter over the first four letters of words. It rejects most texts that cannot match any of a set of patterns, because every
/// match of a pattern contains one of its required words. False positives are possible, false negatives are not.
struct WordFilter: Sendable {
    /// One bit for each hash of a prefix key.
    private var bits = [UInt64](repeating: 0, count: 512)

    /// The first four letters of a word, five bits each; upper and lower case give the same key.
    /// - Parameter word: UTF-8.
    static func prefixKey(_ word: some Collection<UInt8>) -> UInt32 {
        var key: UInt32 = 0
        var length = 0
        for byte in word {
            key = key << 5 | UInt32(byte & 31)
            length += 1
            if length == 4 { break }
        }
        return padded(key, length: length)
    }

    private static func padded(_ key: UInt32, length: Int) -> UInt32 { key << UInt32(5 * (4 - length)) }

    private static func bit(_ key: UInt32) -> (index: Int, mask: UInt64) {
        let hash = (key &* 0x9E37_79B1) >> 17
        return (Int(hash >> 6), 1 << UInt64(hash & 63))
    }

    /// - Parameter isStem: any ending may follow the word.
    mutating func insert(_ word: String, isStem: Bool) {
        let letters = Array(word.utf8.prefix(4))
        guard isStem, letters.count < 4 else { return insert(Self.prefixKey(letters)) }
        // A short stem is inserted with every letter that may follow.
        func insertExtensions(_ letters: [UInt8]) {
            insert(Self.prefixKey(letters))
            if letters.count < 4 { for next in UInt8(1)..<32 { insertExtensions(letters + [next]) } }
        }
        insertExtensions(letters)
    }

    private mutating func insert(_ key: UInt32) {
        let (index, mask) = Self.bit(key)
        bits[index] |= mask
    }

    func contains(_ prefixKey: UInt32) -> Bool {
        let (index, mask) = Self.bit(prefixKey)
        return bits[index] & mask != 0
    }

    mutating func formUnion(_ other: WordFilter) { for index in bits.indices { bits[index] |= other.bits[index] } }

    /// Whether one of a text's words passes the filter.
    func mayMatch(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                guard Self.isLetter(bytes[index]) else {
                    index += 1
                    continue
                }
                if contains(Self.prefixKey(in: bytes, &index)) { return true }
                while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
            }
            return false
        }
    }

    /// The key of the word that begins at `index`. Moves `index` past the letters that were read.
    private static func prefixKey(in bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
        var key: UInt32 = 0
        var length = 0
        while length < 4, index < bytes.count {
            var byte = bytes[index]
            var width = 1
            // `Words` reads `‘` and `’` as apostrophes, too.
            if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99 {
                (byte, width) = (UInt8(ascii: "'"), 3)
            }
            let isBeforeLetter = index + width < bytes.count && isLetter(bytes[index + width])
            guard isLetter(byte) || (byte == UInt8(ascii: "'") && isBeforeLetter) else { break }
            key = key << 5 | UInt32(byte & 31)
            length += 1
            index += width
        }
        return padded(key, length: length)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte >= 0x80 }
}
