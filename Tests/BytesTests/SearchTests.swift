import Bytes
import Testing

/// Searches by blocks must find what a search byte by byte finds, wherever a block begins or ends.
@Suite struct SearchTests {
    @Test(arguments: 0..<50) func escapingMeetsEveryPlace(length: Int) {
        for place in 0..<max(length, 1) {
            for (byte, reference) in [("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("\"", "&quot;")] {
                var text = Array(repeating: UInt8(ascii: "a"), count: length)
                guard place < length else { continue }
                text[place] = Array(byte.utf8)[0]
                var out: [UInt8] = []
                out.write(escaping: text)
                #expect(
                    String(decoding: out, as: UTF8.self) == String(repeating: "a", count: place) + reference
                        + String(repeating: "a", count: length - place - 1))
            }
        }
    }

    @Test func bytesThatDifferInIgnoredBitsOnlyAreFound() {
        let block = ByteBlock(0x57, 0x5F, 0x77, 0x7F, 0x41, 0x20, 0, 0xFF, 0x56, 0x58, 0x5E, 0x60, 0x76, 0x78, 0xD7, 0x17)
        let found = block.bytes(0x57, ignoring: 0x28)
        #expect((0..<16).filter { found[$0] } == [0, 1, 2, 3])
    }

    @Test(arguments: [0, 1, 7, 8, 15, 16, 17, 31, 40, 49]) func theFirstByteIsFound(place: Int) {
        var text = Array(repeating: UInt8(ascii: "a"), count: 50)
        text[place] = UInt8(ascii: ":")
        text[49] = UInt8(ascii: ":")
        text.withUnsafeBufferPointer { bytes in
            #expect(bytes.firstIndex(in: 0..<50) { $0.bytes(UInt8(ascii: ":")) } == place)
            // What stands behind the range is not found.
            #expect(bytes.firstIndex(in: 0..<place) { $0.bytes(UInt8(ascii: ":")) } == place)
            #expect(bytes.firstIndex(in: 0..<50) { $0.bytes(UInt8(ascii: "b")) } == 50)
        }
    }

    @Test func whatIsShorterThanABlockEndsInNothing() {
        let text = Array("abc:".utf8)
        text.withUnsafeBufferPointer { bytes in
            #expect(bytes.firstIndex(in: 0..<4) { $0.bytes(UInt8(ascii: ":")) } == 3)
            #expect(bytes.firstIndex(in: 4..<4) { $0.bytes(UInt8(ascii: ":")) } == 4)
            // Zeros behind the end are no find.
            #expect(bytes.firstIndex(in: 0..<4) { $0.bytes(0) } == 4)
        }
    }

    @Test func setsHoldASCIIAlone() {
        let set = ASCIISet("#/\"\u{7F}é".utf8)
        #expect((0...255).filter { set.contains(UInt8($0)) } == [0x22, 0x23, 0x2F, 0x7F])
    }
}
