extension String {
    /// Whether a byte of its UTF-8 is some byte. Faster than the same question to `utf8`.
    public func containsByte(_ byte: UInt8) -> Bool { containsByte { $0 == byte } }

    /// Whether something holds for a byte of its UTF-8.
    @inlinable
    public func containsByte(where holds: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes where holds(byte) { return true }
            return false
        } ?? utf8.contains(where: holds)
    }

    /// Whether the UTF-8 of another string occurs in a string's. The library's `contains` is a general search, and many times slower.
    public func containsBytes(of part: StaticString) -> Bool {
        let count = part.utf8CodeUnitCount
        var copy = self
        return copy.withUTF8 { bytes in
            guard count > 0, bytes.count >= count else { return count == 0 }
            for start in 0...(bytes.count - count) where bytes[start] == part.utf8Start[0] {
                if (1..<count).allSatisfy({ bytes[start + $0] == part.utf8Start[$0] }) { return true }
            }
            return false
        }
    }
}
