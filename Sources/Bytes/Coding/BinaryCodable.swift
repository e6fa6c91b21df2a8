/// A value that a later run of the same program reads back from a file. The format is private to the program and changes with it.
public protocol BinaryCodable {
    func encode(to encoder: inout BinaryEncoder)

    /// - Throws: `BinaryDecodingError` if the bytes are not what `encode` wrote.
    init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError)
}

/// The bytes are truncated or damaged.
public struct BinaryDecodingError: Error {
    public init() {}
}

/// Zigzag encoding, so that small negative numbers are short too (https://protobuf.dev/programming-guides/encoding/#signed-ints).
extension Int: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) { encoder.write(UInt64(bitPattern: Int64(self) << 1 ^ Int64(self) >> 63)) }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        let value = try decoder.readNumber()
        self = Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }
}

extension Bool: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) { encoder.write(UInt64(self ? 1 : 0)) }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) { self = try decoder.readNumber() == 1 }
}

extension String: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(UInt64(utf8.count))
        encoder.append(utf8)
    }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        self = try String(decoding: decoder.take(decoder.readCount()), as: UTF8.self)
    }
}

/// Raw bytes, encoded in one piece instead of one by one as an array of numbers would be.
public struct ByteString: BinaryCodable, Sendable {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(UInt64(bytes.count))
        encoder.append(bytes)
    }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) { bytes = try Array(decoder.take(decoder.readCount())) }
}

extension Optional: BinaryCodable where Wrapped: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(self != nil)
        if let value = self { encoder.write(value) }
    }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        let hasValue: Bool = try decoder.read()
        self = hasValue ? try Wrapped(from: &decoder) : nil
    }
}

extension Array: BinaryCodable where Element: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(UInt64(count))
        for element in self { encoder.write(element) }
    }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        let count = try decoder.readCount()
        self = []
        reserveCapacity(count)
        for _ in 0..<count { append(try Element(from: &decoder)) }
    }
}
