/// Iterates over the terms of a shard in the encoding that `ShardWriter` documents. Stops at a term that is truncated.
struct ShardReader: Sequence, IteratorProtocol {
    struct Entry {
        let term: [UInt8]
        /// The number of sections that contain the term.
        let documentFrequency: Int
        /// The number of postings in `packedPostings`.
        let postingCount: Int
        /// In the encoding of `PackedPostings`.
        let packedPostings: ArraySlice<UInt8>

        /// A posting has five bits at least, so the length of the bytes bounds `postingCount` in a damaged shard.
        var postings: [Posting] { PackedPostings.read(packedPostings, count: Swift.min(postingCount, packedPostings.count * 2)) }
    }

    private var remaining: ArraySlice<UInt8>
    private var previousTerm: [UInt8] = []

    init(_ bytes: [UInt8]) { remaining = bytes[...] }

    /// Whether all terms can be read.
    static func isIntact(_ bytes: [UInt8]) -> Bool {
        var reader = ShardReader(bytes)
        while !reader.remaining.isEmpty {
            guard reader.next() != nil else { return false }
        }
        return true
    }

    mutating func next() -> Entry? {
        guard let sharedLength = remaining.popFirst(), let suffixLength = remaining.popFirst(), sharedLength <= previousTerm.count,
            suffixLength <= remaining.count
        else { return nil }
        previousTerm.removeSubrange(Int(sharedLength)...)
        previousTerm += remaining.prefix(Int(suffixLength))
        remaining = remaining.dropFirst(Int(suffixLength))
        guard let documentFrequency = remaining.readVarint(), let postingCount = remaining.readVarint(),
            let packedLength = remaining.readVarint(), packedLength <= remaining.count
        else { return nil }
        defer { remaining = remaining.dropFirst(Int(packedLength)) }
        return Entry(
            term: previousTerm, documentFrequency: Int(documentFrequency), postingCount: Int(postingCount),
            packedPostings: remaining.prefix(Int(packedLength)))
    }
}
