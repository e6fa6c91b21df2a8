extension SearchIndex {
    /// The alphabet is partitioned by the first bytes of terms, and partitions are merged concurrently. Each begins with one of these
    /// bytes. They are fixed, so that the files don't depend on the number of workers.
    static let partitionStarts: [UInt8] = Array("\0aceimps".utf8) + [0x7B]

    /// The first bytes of the terms in a partition.
    static func leadingBytes(ofPartition partition: Int) -> ClosedRange<UInt8> {
        partitionStarts[partition]...(partition + 1 < partitionStarts.count ? partitionStarts[partition + 1] - 1 : .max)
    }

    /// The merged terms of one partition. Terms have to be added in the order of their bytes.
    struct Partition: Sendable {
        private(set) var shards = ShardWriter()
        private(set) var wordLists = WordLists()
        private(set) var frequentTerms: [FrequentTerm] = []
        /// The members of `Synonyms.terms` among the terms.
        private(set) var synonyms: Set<String> = []

        /// - Parameter postings: all postings of the term, sorted by section.
        mutating func add(_ term: ArraySlice<UInt8>, _ postings: [Posting]) {
            shards.add(term, postings)
            wordLists.add(term, documentFrequency: postings.count)
            noteSynonym(term)
            guard postings.count > SearchIndex.maxPostings else { return }
            var bytes: [UInt8] = []
            bytes.write(postings)
            frequentTerms.append(FrequentTerm(term, bytes))
        }

        /// Adds a term of an older index unchanged.
        /// - Parameter allPostings: those of its `FrequentTerm`; nil if the entry has all of them.
        mutating func add(_ entry: ShardReader.Entry, allPostings: [UInt8]?) {
            shards.add(
                entry.term[...], documentFrequency: entry.documentFrequency, postingCount: entry.postingCount,
                packedPostings: entry.packedPostings)
            wordLists.add(entry.term[...], documentFrequency: entry.documentFrequency)
            noteSynonym(entry.term[...])
            if let allPostings { frequentTerms.append(FrequentTerm(entry.term[...], allPostings)) }
        }

        private mutating func noteSynonym(_ term: ArraySlice<UInt8>) {
            guard term.count <= Synonyms.maxTermLength, Synonyms.mayBegin(with: term) else { return }
            let word = String(decoding: term, as: UTF8.self)
            if Synonyms.terms.contains(word) { synonyms.insert(word) }
        }

        /// Finishes the last shard.
        mutating func finish() { shards.finishShard() }
    }
}
