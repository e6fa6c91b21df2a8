/// Postings in as few bits as they need, for the files of an index. The first byte says how many low bits of a distance are written as they are; then follow,
/// the high bits of each byte first, for each posting: the rest of its distance from the section before as so many ones and a zero (Rice's code), the low bits,
/// and four bits for the level.
enum PackedPostings {
    static func write(_ postings: [Posting], to out: inout [UInt8]) {
        var writer = BitWriter()
        let parameter = parameter(postings)
        out.append(UInt8(parameter))
        // Section 0 is one away from the place before the first.
        var next: UInt32 = 0
        for posting in postings {
            let distance = posting.section - next
            writer.writeOnes(Int(distance >> parameter), to: &out)
            writer.write(distance & (1 << parameter - 1), count: Int(parameter), to: &out)
            writer.write(UInt32(posting.level), count: 4, to: &out)
            next = posting.section + 1
        }
        writer.finish(&out)
    }

    /// - Parameter count: how many there are. What is missing of them is left out.
    static func read(_ bytes: ArraySlice<UInt8>, count: Int) -> [Posting] {
        guard let parameter = bytes.first.map(Int.init), parameter < 32, count > 0 else { return [] }
        return bytes.dropFirst().withUnsafeBytes { bytes in
            [Posting](unsafeUninitializedCapacity: count) { postings, read in
                var reader = BitReader(bytes: bytes)
                var next: UInt32 = 0
                while read < count, let ones = reader.readOnes(), let rest = reader.read(parameter + 4) {
                    let section = next &+ (UInt32(truncatingIfNeeded: ones) << UInt32(parameter) | UInt32(truncatingIfNeeded: rest >> 4))
                    postings.initializeElement(at: read, to: Posting(section: section, level: UInt8(rest & 15)))
                    read += 1
                    next = section &+ 1
                }
            }
        }
    }

    /// The number of bits of the mean distance, less one.
    private static func parameter(_ postings: [Posting]) -> UInt32 {
        guard let last = postings.last else { return 0 }
        let mean = (last.section + 1) / UInt32(postings.count)
        return mean < 2 ? 0 : UInt32(31 - mean.leadingZeroBitCount)
    }
}

private struct BitWriter {
    private var bits: UInt64 = 0
    private var count = 0

    mutating func write(_ value: UInt32, count: Int, to out: inout [UInt8]) {
        bits = bits << UInt64(count) | UInt64(value)
        self.count += count
        while self.count >= 8 {
            self.count -= 8
            out.append(UInt8(truncatingIfNeeded: bits >> UInt64(self.count)))
        }
    }

    mutating func writeOnes(_ ones: Int, to out: inout [UInt8]) {
        var left = ones
        while left > 16 {
            write(0xFFFF, count: 16, to: &out)
            left -= 16
        }
        write((1 << UInt32(left) - 1) << 1, count: left + 1, to: &out)
    }

    mutating func finish(_ out: inout [UInt8]) {
        if count > 0 { write(0, count: 8 - count, to: &out) }
    }
}

private struct BitReader {
    let bytes: UnsafeRawBufferPointer
    private var place = 0
    /// The next bits, the first one highest; below them zeros.
    private var bits: UInt64 = 0
    private var count = 0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    private mutating func fill() {
        while count <= 56, place < bytes.count {
            bits |= UInt64(bytes[place]) << UInt64(56 - count)
            place += 1
            count += 8
        }
    }

    /// - Parameter length: 56 at most.
    mutating func read(_ length: Int) -> UInt64? {
        if count < length { fill() }
        guard count >= length else { return nil }
        let value = bits >> UInt64(64 - length)
        bits <<= UInt64(length)
        count -= length
        return value
    }

    /// How many ones stand before the next zero.
    mutating func readOnes() -> Int? {
        var ones = 0
        while true {
            if count == 0 { fill() }
            guard count > 0 else { return nil }
            let run = min((~bits).leadingZeroBitCount, count)
            ones += run
            // The zero itself goes, too, if it is among the bits that are here.
            let taken = run < count ? run + 1 : run
            bits = taken == 64 ? 0 : bits << UInt64(taken)
            count -= taken
            if taken > run { return ones }
        }
    }
}
