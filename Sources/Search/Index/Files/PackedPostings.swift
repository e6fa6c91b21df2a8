/// Posting lists as a shard stores them: Golomb–Rice coded (https://en.wikipedia.org/wiki/Golomb_coding).
///
/// The first byte is the Rice parameter `k`. A bit stream follows, the high bits of each byte first, with these fields for each posting:
/// - the gap, which is the number of sections between the previous posting's section (or the start) and this one: `gap >> k` in unary, as
///   that many ones and a zero, then the low `k` bits of the gap;
/// - the impact, in four bits.
enum PackedPostings {
    /// - Parameter postings: sorted by section, without duplicates.
    static func write(_ postings: [Posting], to out: inout [UInt8]) {
        var writer = BitWriter()
        let parameter = riceParameter(postings)
        out.append(UInt8(parameter))
        var nextSection: UInt32 = 0
        for posting in postings {
            let gap = posting.section - nextSection
            writer.writeUnary(Int(gap >> parameter), to: &out)
            writer.write(gap & (1 << parameter - 1), bitCount: Int(parameter), to: &out)
            writer.write(UInt32(posting.impact), bitCount: 4, to: &out)
            nextSection = posting.section + 1
        }
        writer.finish(&out)
    }

    /// - Parameter count: the number of postings to read.
    /// - Returns: fewer postings than `count` if the bytes are truncated.
    static func read(_ bytes: ArraySlice<UInt8>, count: Int) -> [Posting] {
        guard let parameter = bytes.first.map(Int.init), parameter < 32, count > 0 else { return [] }
        return bytes.dropFirst().withUnsafeBytes { bytes in
            [Posting](unsafeUninitializedCapacity: count) { postings, readCount in
                var reader = BitReader(bytes: bytes)
                var nextSection: UInt32 = 0
                while readCount < count, let quotient = reader.readUnary(), let lowBits = reader.read(parameter + 4) {
                    let gap = UInt32(truncatingIfNeeded: quotient) << UInt32(parameter) | UInt32(truncatingIfNeeded: lowBits >> 4)
                    let section = nextSection &+ gap
                    postings.initializeElement(at: readCount, to: Posting(section: section, impact: UInt8(lowBits & 15)))
                    readCount += 1
                    nextSection = section &+ 1
                }
            }
        }
    }

    /// The binary logarithm of the mean distance between sections, rounded down.
    private static func riceParameter(_ postings: [Posting]) -> UInt32 {
        guard let last = postings.last else { return 0 }
        let mean = (last.section + 1) / UInt32(postings.count)
        return mean < 2 ? 0 : UInt32(31 - mean.leadingZeroBitCount)
    }
}

private struct BitWriter {
    /// Only the low `bitCount` bits are pending; the bits above are already written.
    private var bits: UInt64 = 0
    private var bitCount = 0

    mutating func write(_ value: UInt32, bitCount: Int, to out: inout [UInt8]) {
        bits = bits << UInt64(bitCount) | UInt64(value)
        self.bitCount += bitCount
        while self.bitCount >= 8 {
            self.bitCount -= 8
            out.append(UInt8(truncatingIfNeeded: bits >> UInt64(self.bitCount)))
        }
    }

    /// Writes `value` ones and a zero.
    mutating func writeUnary(_ value: Int, to out: inout [UInt8]) {
        var ones = value
        while ones > 16 {
            write(0xFFFF, bitCount: 16, to: &out)
            ones -= 16
        }
        write((1 << UInt32(ones) - 1) << 1, bitCount: ones + 1, to: &out)
    }

    /// Pads the last byte with zeros.
    mutating func finish(_ out: inout [UInt8]) {
        if bitCount > 0 { write(0, bitCount: 8 - bitCount, to: &out) }
    }
}

private struct BitReader {
    let bytes: UnsafeRawBufferPointer
    private var offset = 0
    /// The next `bitCount` bits, left-aligned; the bits below are zero.
    private var bits: UInt64 = 0
    private var bitCount = 0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    private mutating func fill() {
        while bitCount <= 56, offset < bytes.count {
            bits |= UInt64(bytes[offset]) << UInt64(56 - bitCount)
            offset += 1
            bitCount += 8
        }
    }

    /// - Parameter length: a number of bits, 56 at most.
    /// - Returns: nil if there are fewer bits.
    mutating func read(_ length: Int) -> UInt64? {
        if bitCount < length { fill() }
        guard bitCount >= length else { return nil }
        let value = bits >> UInt64(64 - length)
        bits <<= UInt64(length)
        bitCount -= length
        return value
    }

    /// Reads ones up to and including the next zero, and returns their number; nil if there is no zero.
    mutating func readUnary() -> Int? {
        var ones = 0
        while true {
            if bitCount == 0 { fill() }
            guard bitCount > 0 else { return nil }
            let run = min((~bits).leadingZeroBitCount, bitCount)
            ones += run
            // The zero is consumed as well if it is already in `bits`.
            let consumed = run < bitCount ? run + 1 : run
            bits = consumed == 64 ? 0 : bits << UInt64(consumed)
            bitCount -= consumed
            if consumed > run { return ones }
        }
    }
}
