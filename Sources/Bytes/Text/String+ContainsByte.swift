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
}
