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
        guard let parameter = bytes.first, parameter < 32 else { return [] }
        var reader = BitReader(bytes: bytes.dropFirst())
        var postings: [Posting] = []
        var next: UInt32 = 0
        for _ in 0..<count {
            guard let ones = reader.readOnes(), let low = reader.read(Int(parameter)), let level = reader.read(4) else { break }
            let section = next &+ (UInt32(truncatingIfNeeded: ones) << UInt32(parameter) | low)
            postings.append(Posting(section: section, level: UInt8(level)))
            next = section &+ 1
        }
        return postings
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
    let bytes: ArraySlice<UInt8>
    private var place: Int
    private var bit = 0

    init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    mutating func read(_ count: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let next = readBit() else { return nil }
            value = value << 1 | next
        }
        return value
    }

    /// How many ones stand before the next zero.
    mutating func readOnes() -> Int? {
        var count = 0
        while let bit = readBit() {
            if bit == 0 { return count }
            count += 1
        }
        return nil
    }

    private mutating func readBit() -> UInt32? {
        guard place < bytes.endIndex else { return nil }
        let value = bytes[place] >> UInt8(7 - bit) & 1
        bit += 1
        if bit == 8 { (place, bit) = (place + 1, 0) }
        return UInt32(value)
    }
}
