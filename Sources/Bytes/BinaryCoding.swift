/// A value that is kept in a file for the next run of the same program. The form is of no use to anybody else, and changes as the program does.
public protocol BinaryCodable {
    func encode(to encoder: inout BinaryEncoder)

    /// - Throws: `BinaryDecodingError` where the bytes are not what `encode` wrote.
    init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError)
}

/// Bytes that are not what was written.
public struct BinaryDecodingError: Error {
    public init() {}
}

/// Writes values one behind the other.
public struct BinaryEncoder {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Seven bits a byte, the low ones first; all but the last byte have the high bit.
    public mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    public mutating func write(_ value: some BinaryCodable) { value.encode(to: &self) }
}

/// Reads what a `BinaryEncoder` wrote, in the same order.
public struct BinaryDecoder {
    private let bytes: [UInt8]
    private var place = 0

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public var isAtEnd: Bool { place == bytes.count }

    public mutating func readNumber() throws(BinaryDecodingError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while place < bytes.count, shift < 64 {
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw BinaryDecodingError()
    }

    public mutating func read<Value: BinaryCodable>() throws(BinaryDecodingError) -> Value { try Value(from: &self) }

    /// A number of values that follow. Each takes a byte at least, so that no damaged number makes a program ask for more memory than the file has.
    public mutating func readCount() throws(BinaryDecodingError) -> Int {
        let count = try readNumber()
        guard count <= UInt64(bytes.count - place) else { throw BinaryDecodingError() }
        return Int(count)
    }

    fileprivate mutating func take(_ count: Int) throws(BinaryDecodingError) -> ArraySlice<UInt8> {
        guard count <= bytes.count - place else { throw BinaryDecodingError() }
        defer { place += count }
        return bytes[place..<place + count]
    }
}

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

/// Bytes as they are.
public struct ByteString: BinaryCodable, Sendable {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(UInt64(bytes.count))
        encoder.append(bytes)
    }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) { bytes = try Array(decoder.take(decoder.readCount())) }
}

extension BinaryEncoder {
    fileprivate mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
}

extension Optional: BinaryCodable where Wrapped: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(self != nil)
        if let value = self { encoder.write(value) }
    }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        let isThere: Bool = try decoder.read()
        self = isThere ? try Wrapped(from: &decoder) : nil
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
