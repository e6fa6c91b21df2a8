import Bytes

/// Tells at once of most texts that none of some patterns can match: each pattern has a word without which it does not, and a text that has no word
/// beginning like one of these need not be looked at. It may say yes where nothing matches, never no where something does.
struct WordFilter: Sendable {
    /// One bit for each hash of a word's beginning.
    private var bits = [UInt64](repeating: 0, count: 512)

    /// The first four letters of a word as a number, alike for both cases.
    static func key(_ word: some Collection<UInt8>) -> UInt32 {
        var key: UInt32 = 0
        var length = 0
        for byte in word {
            key = key << 5 | UInt32(byte & 31)
            length += 1
            if length == 4 { break }
        }
        // Shorter words are filled up.
        return key << UInt32(5 * (4 - length))
    }

    private static func place(_ key: UInt32) -> (word: Int, bit: UInt64) {
        let hash = (key &* 0x9E37_79B1) >> 17
        return (Int(hash >> 6), 1 << UInt64(hash & 63))
    }

    mutating func insert(_ word: String, isStem: Bool) {
        let letters = Array(word.utf8.prefix(4))
        guard isStem, letters.count < 4 else { return insert(Self.key(letters)) }
        // Any letter may follow a short stem.
        func fill(_ letters: [UInt8]) {
            insert(Self.key(letters))
            if letters.count < 4 { for next in UInt8(1)..<32 { fill(letters + [next]) } }
        }
        fill(letters)
    }

    private mutating func insert(_ key: UInt32) {
        let (word, bit) = Self.place(key)
        bits[word] |= bit
    }

    func contains(_ key: UInt32) -> Bool {
        let (word, bit) = Self.place(key)
        return bits[word] & bit != 0
    }

    mutating func formUnion(_ other: WordFilter) { for index in bits.indices { bits[index] |= other.bits[index] } }

    /// Whether a text has a word that begins like one of the filter's.
    func mayMatch(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                guard Self.isLetter(bytes[index]) else {
                    index += 1
                    continue
                }
                if contains(Self.key(beginning: bytes, &index)) { return true }
                while index < bytes.count, Self.isLetter(bytes[index]) { index += 1 }
            }
            return false
        }
    }

    /// The key of the word that begins at `index`, which is moved behind its first four letters.
    private static func key(beginning bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
        var key: UInt32 = 0
        var length = 0
        while length < 4, index < bytes.count {
            var byte = bytes[index]
            var width = 1
            // `’` is an apostrophe, as in `Words`.
            if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99 {
                (byte, width) = (UInt8(ascii: "'"), 3)
            }
            let isWithin = index + width < bytes.count && isLetter(bytes[index + width])
            guard isLetter(byte) || (byte == UInt8(ascii: "'") && isWithin) else { break }
            key = key << 5 | UInt32(byte & 31)
            length += 1
            index += width
        }
        return key << UInt32(5 * (4 - length))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isASCIIAlphanumeric || byte >= 0x80 }
}
