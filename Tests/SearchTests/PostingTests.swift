import Testing

@testable import Search

@Suite struct PostingTests {
    @Test(
        arguments: [(0, [0x00]), (127, [0x7F]), (128, [0x80, 0x01]), (UInt32.max, [0xFF, 0xFF, 0xFF, 0xFF, 0x0F])] as [(UInt32, [UInt8])])
    func encodesVarints(_ number: UInt32, _ encoded: [UInt8]) {
        var bytes: [UInt8] = []
        bytes.write(varint: number)
        #expect(bytes == encoded)
        var slice = bytes[...]
        #expect(slice.readVarint() == number)
        #expect(slice.isEmpty)
    }

    @Test(arguments: [[], [0x80], [0x80, 0x80, 0x80, 0x80, 0x80, 0x00]] as [[UInt8]])
    func rejectsTruncatedAndOverlongVarints(_ bytes: [UInt8]) {
        var slice = bytes[...]
        #expect(slice.readVarint() == nil)
    }

    @Test func encodesPostingsOfASegment() {
        let postings = [Posting(section: 0, impact: 15), Posting(section: 3, impact: 1)]
        var bytes: [UInt8] = []
        bytes.write(postings)
        #expect(bytes == [0x0F, 0x31])
        var slice = bytes[...]
        #expect(slice.readPostings(from: 10) == [Posting(section: 10, impact: 15), Posting(section: 13, impact: 1)])
    }

    @Test func packsPostingsOfAShard() {
        var bytes: [UInt8] = []
        PackedPostings.write([Posting(section: 0, impact: 15), Posting(section: 2, impact: 1)], to: &bytes)
        // Rice parameter 0; gap 0 as `0`, impact `1111`; gap 1 as `10`, impact `0001`; padding.
        #expect(bytes == [0, 0b0111_1100, 0b0010_0000])
    }

    @Test func unpacksPostings() {
        var random = Random(7)
        for _ in 0..<300 {
            var postings: [Posting] = []
            var section: UInt32 = UInt32(random.next() % 3) * UInt32(random.next() % 100_000)
            for _ in 0..<(1 + random.next() % 200) {
                postings.append(Posting(section: section, impact: UInt8(1 + random.next() % 15)))
                section += UInt32(1 + random.next() % (1 << (random.next() % 16)))
            }
            var bytes: [UInt8] = []
            PackedPostings.write(postings, to: &bytes)
            #expect(PackedPostings.read(bytes[...], count: postings.count) == postings)
            let truncated = PackedPostings.read(bytes.prefix(bytes.count / 2), count: postings.count)
            #expect(truncated.count < postings.count)
        }
    }
}
