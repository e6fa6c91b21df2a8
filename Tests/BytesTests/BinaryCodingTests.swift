import Bytes
import Testing

@Suite struct BinaryCodingTests {
    @Test func valuesComeBack() throws {
        var encoder = BinaryEncoder()
        let numbers = [0, 1, -1, 63, 64, -64, -65, 300, .max, .min]
        encoder.write(numbers)
        encoder.write(["", "ä", "long \u{0} text"] as [String?] + [nil])
        encoder.write(true)
        encoder.write(ByteString([0, 255]))
        encoder.write(nil as Int?)
        encoder.write(UInt64.max)
        var decoder = BinaryDecoder(encoder.bytes)
        #expect(try decoder.read() as [Int] == numbers)
        #expect(try decoder.read() as [String?] == ["", "ä", "long \u{0} text", nil])
        #expect(try decoder.read() as Bool)
        #expect(try ByteString(from: &decoder).bytes == [0, 255])
        #expect(try Int?(from: &decoder) == nil)
        #expect(try decoder.readNumber() == .max)
        #expect(decoder.isAtEnd)
    }

    /// No length makes a program ask for memory, and nothing is read beyond the end.
    @Test func whatIsCutShortIsDamaged() {
        var encoder = BinaryEncoder()
        encoder.write(["one", "two"])
        for length in 0..<encoder.bytes.count {
            var decoder = BinaryDecoder(Array(encoder.bytes[..<length]))
            #expect(throws: BinaryDecodingError.self) { try [String](from: &decoder) }
        }
        var decoder = BinaryDecoder([255, 255, 255, 255, 255, 255, 255, 255, 127])
        #expect(throws: BinaryDecodingError.self) { try [Int](from: &decoder) }
    }
}
