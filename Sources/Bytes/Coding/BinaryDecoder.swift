/// Reads the values that a `BinaryEncoder` wrote, in the same order.
public struct BinaryDecoder {
    private let bytes: [UInt8]
    private var offset = 0

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public mutating func readNumber() throws(BinaryDecodingError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < bytes.count, shift < 64 {
            let byte = bytes[offset]
            offset += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw BinaryDecodingError()
    }

    public mutating func read<Value: BinaryCodable>() throws(BinaryDecodingError) -> Value { try Value(from: &self) }

    /// Reads the number of values that follow. Every value takes at least one byte, so a count that is larger than the number of bytes left
    /// is an error: damaged data cannot make the program reserve more memory than the file has.
    public mutating func readCount() throws(BinaryDecodingError) -> Int {
        let count = try readNumber()
        guard count <= UInt64(bytes.count - offset) else { throw BinaryDecodingError() }
        return Int(count)
    }

    mutating func take(_ count: Int) throws(BinaryDecodingError) -> ArraySlice<UInt8> {
        guard count <= bytes.count - offset else { throw BinaryDecodingError() }
        defer { offset += count }
        return bytes[offset..<offset + count]
    }
}
