/// Interns terms: gives each distinct term an id, counting from 0 in the order of first appearance. Terms are identified by their 64-bit
/// hashes alone. Among a million terms the chance of a collision, which would merge two terms, is one in thirty million.
struct TermTable: Sendable {
    /// All terms, concatenated. Term `id` is between the offsets `id` and `id + 1`.
    private var bytes: [UInt8] = []
    private var offsets: [UInt32] = [0]
    /// An open-addressing hash table with linear probing, at most half full. Its size is a power of two.
    private var slots: [Slot] = Array(repeating: Slot(), count: 1024)

    private struct Slot {
        var hash: UInt64 = 0
        /// The term's id plus one; 0 in an empty slot.
        var idPlusOne: UInt32 = 0
    }

    var count: Int { offsets.count - 1 }

    subscript(id: Int) -> ArraySlice<UInt8> { bytes[Int(offsets[id])..<Int(offsets[id + 1])] }

    /// The id of a term, which is added if the table doesn't have it.
    mutating func id(of term: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(term)
        let slot = Self.slotIndex(of: hash, in: slots)
        if slots[slot].idPlusOne != 0 { return Int(slots[slot].idPlusOne) - 1 }
        bytes.append(contentsOf: term)
        offsets.append(UInt32(bytes.count))
        slots[slot] = Slot(hash: hash, idPlusOne: UInt32(count))
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    /// The slot that has a hash, or the empty slot to put it in.
    private static func slotIndex(of hash: UInt64, in slots: [Slot]) -> Int {
        slots.withUnsafeBufferPointer { slots in
            var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[index].idPlusOne != 0, slots[index].hash != hash { index = (index + 1) & (slots.count - 1) }
            return index
        }
    }

    private mutating func grow() {
        var larger = Array(repeating: Slot(), count: slots.count * 2)
        for slot in slots where slot.idPlusOne != 0 { larger[Self.slotIndex(of: slot.hash, in: larger)] = slot }
        slots = larger
    }

    /// Hashes eight bytes at a time. The result is the same in every process; `SearchIndex.hash` relies on that.
    static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(term)
        var hash: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(term.count)
        var offset = 0
        while offset + 8 <= raw.count {
            hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var tail: UInt64 = 0
        while offset < raw.count {
            tail = tail << 8 | UInt64(raw[offset])
            offset += 1
        }
        return mix(hash ^ tail)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }

    /// All ids, sorted by the bytes of their terms.
    func sorted() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            offsets.withUnsafeBufferPointer { offsets in
                func term(_ id: Int) -> UnsafeBufferPointer<UInt8> {
                    UnsafeBufferPointer(rebasing: bytes[Int(offsets[id])..<Int(offsets[id + 1])])
                }
                // The first eight bytes tell most terms apart.
                var entries = (0..<count).map { (start: Self.start(of: term($0)), id: $0) }
                entries.sort { left, right in
                    left.start == right.start ? term(left.id).lexicographicallyPrecedes(term(right.id)) : left.start < right.start
                }
                return entries.map(\.id)
            }
        }
    }

    /// The first eight bytes of a term as a number that sorts as they do.
    static func start(of term: some RandomAccessCollection<UInt8>) -> UInt64 {
        var start: UInt64 = 0
        for byte in term.prefix(8) { start = start << 8 | UInt64(byte) }
        return term.count < 8 ? start << UInt64(8 * (8 - term.count)) : start
    }
}
