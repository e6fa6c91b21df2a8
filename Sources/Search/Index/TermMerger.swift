/// Merges the terms of changed pages into the shards of an old index: drops the postings of these pages' sections and adds the new ones.
struct TermMerger: Sendable {
    /// The old shards, in their order, with their separators.
    private let shards: [[UInt8]]
    private let separators: [String]
    /// All postings of the terms whose lists are cut in the shards, in the encoding of `IndexSegment`.
    private let frequentTerms: [[UInt8]: [UInt8]]
    /// The sections of the changed pages, in ascending order.
    private let replacedSections: [Range<UInt32>]
    /// The terms of the changed pages, sorted by their bytes.
    private let newTerms: [(term: [UInt8], postings: [Posting])]

    init(
        shards: [[UInt8]], separators: [String], frequentTerms: [SearchIndex.FrequentTerm], sectionStarts: [Int],
        pages: [Int: IndexSegment]
    ) {
        self.shards = shards
        self.separators = separators
        self.frequentTerms = Dictionary(frequentTerms.map { ($0.term.bytes, $0.postings.bytes) }) { first, _ in first }
        let pages = pages.sorted { $0.key < $1.key }
        replacedSections = pages.map { UInt32(sectionStarts[$0.key])..<UInt32(sectionStarts[$0.key + 1]) }
        var terms: [[UInt8]: [Posting]] = [:]
        for (id, segment) in pages {
            for index in 0..<segment.termCount {
                var postings = segment.postings(index)
                terms[Array(segment.term(index)), default: []] += postings.readPostings(from: UInt32(sectionStarts[id]))
            }
        }
        newTerms = terms.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
    }

    func merge(partition: Int) -> SearchIndex.Partition {
        var merged = SearchIndex.Partition()
        let leadingBytes = SearchIndex.leadingBytes(ofPartition: partition)
        var upcoming = newTerms.filter { $0.term.first.map(leadingBytes.contains) ?? false }[...]
        // No shard extends over two partitions, so its separator says which one it is in.
        for shard in zip(separators, shards).filter({ $0.0.utf8.first.map(leadingBytes.contains) ?? false }).map(\.1) {
            for entry in ShardReader(shard) {
                while let next = upcoming.first, next.term.lexicographicallyPrecedes(entry.term) {
                    merged.add(next.term[...], next.postings)
                    upcoming.removeFirst()
                }
                let added = upcoming.first?.term == entry.term ? upcoming.removeFirst().postings : []
                update(entry, adding: added, in: &merged)
            }
        }
        for next in upcoming { merged.add(next.term[...], next.postings) }
        merged.finish()
        return merged
    }

    private func update(_ entry: ShardReader.Entry, adding added: [Posting], in merged: inout SearchIndex.Partition) {
        let allPostings = entry.documentFrequency > entry.postingCount ? frequentTerms[entry.term] : nil
        let postings: [Posting]
        if let allPostings {
            var bytes = allPostings[...]
            postings = bytes.readPostings()
        } else {
            postings = entry.postings
        }
        let retained = postings.filter { posting in !replacedSections.contains { $0.contains(posting.section) } }
        if added.isEmpty, retained.count == postings.count { return merged.add(entry, allPostings: allPostings) }
        let updated = Self.merge(retained, added)
        if !updated.isEmpty { merged.add(entry.term[...], updated) }
    }

    /// - Parameters: both sorted by section; no section is in both.
    private static func merge(_ retained: [Posting], _ added: [Posting]) -> [Posting] {
        guard !added.isEmpty else { return retained }
        var merged: [Posting] = []
        merged.reserveCapacity(retained.count + added.count)
        var upcoming = added[...]
        for posting in retained {
            while let next = upcoming.first, next.section < posting.section { merged.append(upcoming.removeFirst()) }
            merged.append(posting)
        }
        return merged + upcoming
    }
}
