/// Sixteen bytes that are tested at once, for searches in text that mostly does not contain what is searched for.
public typealias ByteBlock = SIMD16<UInt8>

extension ByteBlock {
    /// The number of bytes in a block.
    @inlinable public static var width: Int { 16 }

    /// Compares every byte with `byte` after clearing the bits of `ignored`: one test for several characters that differ only in these
    /// bits. `byte` must not have any of them set.
    @inlinable @inline(__always)
    public func bytes(_ byte: UInt8, ignoring ignored: UInt8 = 0) -> SIMDMask<SIMD16<Int8>> {
        let masked: ByteBlock = self & ByteBlock(repeating: ~ignored)
        return masked .== ByteBlock(repeating: byte)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first byte in `range` for which `matches`, called with sixteen bytes at a time, sets the mask; `range.upperBound`
    /// if there is none.
    @inlinable @inline(__always)
    public func firstIndex(in range: Range<Int>, where matches: (ByteBlock) -> SIMDMask<SIMD16<Int8>>) -> Int {
        var index = range.lowerBound
        while index < range.upperBound {
            let mask = unsafeBitCast(matches(block(at: index)), to: SIMD2<UInt64>.self)
            if mask[0] | mask[1] != 0 {
                // All bits of a matching byte are set, and the first byte is the least significant one.
                let offset =
                    mask[0] != 0 ? mask[0].littleEndian.trailingZeroBitCount / 8 : 8 + mask[1].littleEndian.trailingZeroBitCount / 8
                return Swift.min(index + offset, range.upperBound)
            }
            index += ByteBlock.width
        }
        return range.upperBound
    }

    /// The sixteen bytes at `index`, padded with zeros after the end of the buffer.
    @inlinable @inline(__always)
    func block(at index: Int) -> ByteBlock {
        let bytes = UnsafeRawBufferPointer(self)
        if count - index >= ByteBlock.width { return bytes.loadUnaligned(fromByteOffset: index, as: ByteBlock.self) }
        var block = ByteBlock()
        Swift.withUnsafeMutableBytes(of: &block) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[index...])) }
        return block
    }
}
