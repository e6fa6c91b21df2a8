/// Terms, each once, with numbers in the order in which they came. Terms are known by 64-bit hashes alone: of a million terms, two are taken for one in one of
/// thirty million sites.
struct TermTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = [0]
    /// Terms by their hashes; the next free place where two want the same.
    private var slots: [Slot] = Array(repeating: Slot(), count: 1024)

    private struct Slot {
        var hash: UInt64 = 0
        /// The term's number, plus one; 0 where the place is free.
        var number: UInt32 = 0
    }

    var count: Int { ends.count - 1 }

    /// The term of a number, in UTF-8.
    subscript(id: Int) -> ArraySlice<UInt8> { bytes[Int(ends[id])..<Int(ends[id + 1])] }

    /// The number of a term, which is new if it was not there.
    mutating func id(of term: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(term)
        let slot = Self.place(of: hash, in: slots)
        if slots[slot].number != 0 { return Int(slots[slot].number) - 1 }
        bytes.append(contentsOf: term)
        ends.append(UInt32(bytes.count))
        slots[slot] = Slot(hash: hash, number: UInt32(count))
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// Where a hash is, or where it is to be.
    private static func place(of hash: UInt64, in slots: [Slot]) -> Int {
        slots.withUnsafeBufferPointer { slots in
            var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[place].number != 0, slots[place].hash != hash { place = (place + 1) & (slots.count - 1) }
            return place
        }
    }

    private mutating func grow() {
        var larger = Array(repeating: Slot(), count: slots.count * 2)
        for slot in slots where slot.number != 0 { larger[Self.place(of: slot.hash, in: larger)] = slot }
        slots = larger
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
