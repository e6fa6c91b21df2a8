extension Sequence where Element == UInt8 {
    /// The 64-bit FNV-1a hash of the bytes (http://www.isthe.com/chongo/tech/comp/fnv/). It identifies content; it is not secure against
    /// deliberate collisions.
    public var fnv1a: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in self { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    /// `fnv1a` as 13 characters of lower-case base 36, for file names.
    public var contentHash: String {
        let digits = String(fnv1a, radix: 36)
        return String(repeating: "0", count: 13 - digits.count) + digits
    }
}
