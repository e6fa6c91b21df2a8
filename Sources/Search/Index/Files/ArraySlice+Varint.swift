// Unsigned LEB128. `BinaryDecoder` in Bytes throws on damage; this returns nil, so that a damaged shard yields what it can.

extension [UInt8] {
    /// Appends a number in groups of seven bits, lowest first; every byte except the last has its high bit set.
    mutating func write(varint value: UInt32) {
        var remaining = value
        while remaining >= 0x80 {
            append(UInt8(remaining & 0x7F) | 0x80)
            remaining >>= 7
        }
        append(UInt8(remaining))
    }
}

extension ArraySlice<UInt8> {
    /// Removes a number from the front; nil if it is truncated or has more than five bytes.
    mutating func readVarint() -> UInt32? {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while let byte = popFirst() {
            guard shift < 32 else { return nil }
            value |= UInt32(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}
