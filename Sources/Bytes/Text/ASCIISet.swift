/// A set of ASCII characters: 128 bits in two words.
public struct ASCIISet: Sendable {
    @usableFromInline let low: UInt64
    @usableFromInline let high: UInt64

    /// Takes the ASCII characters in `bytes`; other bytes are ignored.
    public init(_ bytes: some Sequence<UInt8>) {
        var (low, high): (UInt64, UInt64) = (0, 0)
        for byte in bytes where byte < 0x80 {
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
        (self.low, self.high) = (low, high)
    }

    @inlinable @inline(__always)
    public func contains(_ byte: UInt8) -> Bool { byte < 0x80 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1 }
}
