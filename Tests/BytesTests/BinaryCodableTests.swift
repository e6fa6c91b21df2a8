import Bytes
import Testing

@Suite struct BinaryCodableTests {
    private func roundTrip<Value: BinaryCodable>(_ value: Value) throws -> Value {
        var encoder = BinaryEncoder()
        encoder.write(value)
        var decoder = BinaryDecoder(encoder.bytes)
        let decoded: Value = try decoder.read()
        #expect(throws: BinaryDecodingError.self, "all bytes are consumed") { try decoder.readNumber() }
        return decoded
    }

    @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 300, .max, .min])
    func restoresIntegers(number: Int) throws { #expect(try roundTrip(number) == number) }

    @Test(arguments: [0, 127, 128, 1 << 63, .max])
    func restoresUnsignedNumbers(number: UInt64) throws {
        var encoder = BinaryEncoder()
        encoder.write(number)
        var decoder = BinaryDecoder(encoder.bytes)
        #expect(try decoder.readNumber() == number)
    }

    @Test(arguments: ["", "ä", "with \u{0} inside", "👩‍🚀"])
    func restoresStrings(string: String) throws { #expect(try roundTrip(string) == string) }

    @Test func restoresBooleansBytesOptionalsAndArrays() throws {
        #expect(try roundTrip(true))
        #expect(try !roundTrip(false))
        #expect(try roundTrip(ByteString([0, 255])).bytes == [0, 255])
        #expect(try roundTrip(nil as Int?) == nil)
        #expect(try roundTrip(7 as Int?) == 7)
        #expect(try roundTrip([] as [Int]) == [])
        #expect(try roundTrip([["a", nil], [], ["b"]] as [[String?]]) == [["a", nil], [], ["b"]])
    }

    @Test func writesSmallNumbersOfEitherSignInOneByte() {
        for number in -64...63 {
            var encoder = BinaryEncoder()
            encoder.write(number)
            #expect(encoder.bytes.count == 1)
        }
    }

    @Test func readsValuesInTheOrderInWhichTheyWereWritten() throws {
        var encoder = BinaryEncoder()
        encoder.write(1)
        encoder.write("two")
        encoder.write(true)
        var decoder = BinaryDecoder(encoder.bytes)
        #expect(try decoder.read() as Int == 1)
        #expect(try decoder.read() as String == "two")
        #expect(try decoder.read() as Bool)
    }

    @Test func refusesTruncatedBytes() {
        var encoder = BinaryEncoder()
        encoder.write(["one", "two"])
        for length in 0..<encoder.bytes.count {
            var decoder = BinaryDecoder(Array(encoder.bytes[..<length]))
            #expect(throws: BinaryDecodingError.self) { try [String](from: &decoder) }
        }
    }

    @Test(arguments: [[255, 255, 255, 255, 255, 255, 255, 255, 127], [2, 0], [5, 97]] as [[UInt8]])
    func refusesACountThatIsLargerThanTheBytesLeft(bytes: [UInt8]) {
        var decoder = BinaryDecoder(bytes)
        #expect(throws: BinaryDecodingError.self) { try [Int](from: &decoder) }
        decoder = BinaryDecoder(bytes)
        #expect(throws: BinaryDecodingError.self) { try String(from: &decoder) }
    }

    @Test func refusesNumbersOfMoreThan64Bits() {
        var decoder = BinaryDecoder(Array(repeating: 0x80, count: 10) + [1])
        #expect(throws: BinaryDecodingError.self) { try decoder.readNumber() }
    }
}
