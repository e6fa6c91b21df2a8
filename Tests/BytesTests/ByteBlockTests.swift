import Bytes
import Testing

/// A search by blocks must find what a search byte by byte finds, wherever a block begins or ends.
@Suite struct ByteBlockTests {
    @Test func ignoresTheGivenBits() {
        let block = ByteBlock(0x57, 0x5F, 0x77, 0x7F, 0x41, 0x20, 0, 0xFF, 0x56, 0x58, 0x5E, 0x60, 0x76, 0x78, 0xD7, 0x17)
        let mask = block.bytes(0x57, ignoring: 0x28)
        #expect((0..<16).filter { mask[$0] } == [0, 1, 2, 3])
    }

    @Test(arguments: [0, 1, 7, 8, 15, 16, 17, 31, 40, 49])
    func findsTheFirstByteInTheRange(index: Int) {
        var text = Array(repeating: UInt8(ascii: "a"), count: 50)
        text[index] = UInt8(ascii: ":")
        text[49] = UInt8(ascii: ":")
        text.withUnsafeBufferPointer { bytes in
            #expect(bytes.firstIndex(in: 0..<50) { $0.bytes(UInt8(ascii: ":")) } == index)
            #expect(bytes.firstIndex(in: 0..<index) { $0.bytes(UInt8(ascii: ":")) } == index, "bytes after the range do not count")
            #expect(bytes.firstIndex(in: 0..<50) { $0.bytes(UInt8(ascii: "b")) } == 50)
        }
    }

    @Test func searchesBuffersThatAreShorterThanABlock() {
        let text = Array("abc:".utf8)
        text.withUnsafeBufferPointer { bytes in
            #expect(bytes.firstIndex(in: 0..<4) { $0.bytes(UInt8(ascii: ":")) } == 3)
            #expect(bytes.firstIndex(in: 4..<4) { $0.bytes(UInt8(ascii: ":")) } == 4)
            #expect(bytes.firstIndex(in: 0..<4) { $0.bytes(0) } == 4, "the zeros after the end do not count")
        }
    }
}
