/// Writes values one after another.
public struct BinaryEncoder {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Writes a number as unsigned LEB128 (https://en.wikipedia.org/wiki/LEB128): seven bits a byte, the low ones first; every byte except
    /// the last has its high bit set.
    public mutating func write(_ number: UInt64) {
        var remaining = number
        while remaining >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: remaining) | 0x80)
            remaining >>= 7
        }
        bytes.append(UInt8(remaining))
    }

    public mutating func write(_ value: some BinaryCodable) { value.encode(to: &self) }

    mutating func append(_ newBytes: some Sequence<UInt8>) { bytes.append(contentsOf: newBytes) }
}
