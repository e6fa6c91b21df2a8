/// Terms, each once, with numbers in the order in which they came.
struct TermTable: Sendable {
    private(set) var hashes: [UInt64] = []
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = [0]
    /// Numbers of terms by their hashes, plus one; the next free place where two want the same.
    private var slots: [UInt32] = Array(repeating: 0, count: 1024)

    var count: Int { hashes.count }

    /// The term of a number, in UTF-8.
    subscript(id: Int) -> ArraySlice<UInt8> { bytes[Int(ends[id])..<Int(ends[id + 1])] }

    /// The number of a term, which is new if it was not there.
    mutating func id(of term: UnsafeBufferPointer<UInt8>) -> Int { id(of: term, hash: Self.hash(term)) }

    /// - Parameter hash: what `hash` makes of the term.
    mutating func id(of term: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let id = Int(slots[slot]) - 1
            if hashes[id] == hash, isEqual(id, term) { return id }
            slot = (slot + 1) & (slots.count - 1)
        }
        hashes.append(hash)
        bytes.append(contentsOf: term)
        ends.append(UInt32(bytes.count))
        slots[slot] = UInt32(hashes.count)
        if hashes.count * 2 > slots.count { grow() }
        return hashes.count - 1
    }

    private func isEqual(_ id: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(ends[id])
        guard Int(ends[id + 1]) - start == term.count else { return false }
        for index in 0..<term.count where bytes[start + index] != term[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (id, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(id + 1)
        }
    }

    /// A hash of up to eight bytes at a time.
    static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(term)
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(term.count)
        var index = 0
        while index + 8 <= raw.count {
            hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest: UInt64 = 0
        while index < raw.count {
            rest = rest << 8 | UInt64(raw[index])
            index += 1
        }
        return mix(hash ^ rest)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }

    /// The numbers of the terms in the order of their bytes.
    func sorted() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            ends.withUnsafeBufferPointer { ends in
                (0..<count).sorted { one, other in
                    let left = UnsafeBufferPointer(rebasing: bytes[Int(ends[one])..<Int(ends[one + 1])])
                    let right = UnsafeBufferPointer(rebasing: bytes[Int(ends[other])..<Int(ends[other + 1])])
                    return left.lexicographicallyPrecedes(right)
                }
            }
        }
    }
}
