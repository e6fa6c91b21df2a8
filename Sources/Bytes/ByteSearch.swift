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
    /// The first byte of a range that `matches` finds among sixteen; the end of the range where there is none.
    @inlinable @inline(__always)
    public func firstIndex(in range: Range<Int>, where matches: (ByteBlock) -> SIMDMask<SIMD16<Int8>>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            let found = unsafeBitCast(matches(block(at: index)), to: SIMD2<UInt64>.self)
            if found[0] | found[1] != 0 {
                // A byte that is found has all its bits set, the first byte the lowest.
                let place =
                    found[0] != 0 ? found[0].littleEndian.trailingZeroBitCount / 8 : 8 + found[1].littleEndian.trailingZeroBitCount / 8
                return Swift.min(index + place, range.upperBound)
            }
            index += ByteBlock.width
        }
        return range.upperBound
    }

    /// Sixteen bytes; behind the buffer's end zeros.
    @inlinable @inline(__always)
    func block(at index: Int) -> ByteBlock {
        let bytes = UnsafeRawBufferPointer(self)
        if count - index >= ByteBlock.width { return bytes.loadUnaligned(fromByteOffset: index, as: ByteBlock.self) }
        var block = ByteBlock()
        Swift.withUnsafeMutableBytes(of: &block) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[index...])) }
        return block
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
