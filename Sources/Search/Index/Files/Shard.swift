/// A decoded shard: some consecutive terms of the index with their posting lists.
struct Shard: Sendable {
    struct Entry: Sendable {
        let term: String
        /// The number of sections that contain the term.
        let documentFrequency: Int
        /// The strongest of the term's postings, `SearchIndex.maxPostings` at most, sorted by section.
        let postings: [Posting]

        /// Whether the term is a pair of adjacent terms.
        var isPair: Bool { term.utf8.contains(0x20) }
    }

    /// Sorted by the terms' bytes.
    let entries: [Entry]

    /// - Parameter sectionCount: the number of sections of the index. Postings of a damaged shard that refer to others are dropped.
    init(_ bytes: [UInt8], sectionCount: Int) {
        entries = ShardReader(bytes).map { entry in
            Entry(
                term: String(decoding: entry.term, as: UTF8.self), documentFrequency: entry.documentFrequency,
                postings: entry.postings.filter { $0.section < sectionCount })
        }
    }

    subscript(term: String) -> Entry? { entries.first { $0.term.hasBytes(of: term) } }
}
