/// The 64-bit FNV-1a hash of bytes (http://www.isthe.com/chongo/tech/comp/fnv/), piece by piece. It identifies content; it is not secure
/// against deliberate collisions.
public struct FNV1a {
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    public init() {}

    /// Adds what follows the bytes so far.
    public mutating func add(_ bytes: some Sequence<UInt8>) {
        var hash = value
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = hash
    }

    /// The hash as 13 characters of lower-case base 36, for file names.
    public var text: String {
        let digits = String(value, radix: 36)
        return String(repeating: "0", count: 13 - digits.count) + digits
    }
}

extension Sequence where Element == UInt8 {
    /// The 64-bit FNV-1a hash of the bytes.
    public var fnv1a: UInt64 {
        var hash = FNV1a()
        hash.add(self)
        return hash.value
    }

    /// `fnv1a` as 13 characters of lower-case base 36, for file names.
    public var contentHash: String {
        var hash = FNV1a()
        hash.add(self)
        return hash.text
    }
}
