/// Searches that look at sixteen bytes at a time, for texts of which most have nothing of what is looked for.
public typealias ByteBlock = SIMD16<UInt8>

extension ByteBlock {
    /// How many bytes a block has.
    @inlinable public static var width: Int { 16 }

    /// Which of its bytes are `byte` once the bits of `ignored` are cleared: one test for several characters that differ in these bits.
    @inlinable @inline(__always)
    public func bytes(_ byte: UInt8, ignoring ignored: UInt8 = 0) -> SIMDMask<SIMD16<Int8>> {
        let kept: ByteBlock = self & ByteBlock(repeating: ~ignored)
        return kept .== ByteBlock(repeating: byte)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The beginning of the first sixteen bytes in which `matches` finds any, of those that begin in a range; where fewer than sixteen are left
    /// in the buffer, their beginning; else the end of the range or a place behind it. Bytes behind the range may count as found.
    @inlinable @inline(__always)
    public func firstBlock(in range: Range<Int>, where matches: (ByteBlock) -> SIMDMask<SIMD16<Int8>>) -> Int {
        let bytes = UnsafeRawBufferPointer(self)
        var index = range.lowerBound
        while index < range.upperBound, count - index >= ByteBlock.width {
            let halves = unsafeBitCast(matches(bytes.loadUnaligned(fromByteOffset: index, as: ByteBlock.self)), to: SIMD2<UInt64>.self)
            if halves[0] | halves[1] != 0 { return index }
            index += ByteBlock.width
        }
        return index
    }
}

/// A set of ASCII characters, as two words of bits.
public struct ASCIISet: Sendable {
    @usableFromInline let low: UInt64
    @usableFromInline let high: UInt64

    /// The ASCII characters among some bytes.
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
