import Bytes

/// The inverted index of a site, as a folder of files. A query loads `index.json`, a few of the others, and nothing else.
///
/// - `index.json`: the header (`IndexHeader`).
/// - `terms/N.bin`: shards of terms with their posting lists (`ShardWriter`), numbered in the order of the terms' bytes.
/// - `rows/N.json`: the term directory, which says which shard has a term (`TermDirectory`).
/// - `words/X.txt`: words by their first and second characters, for prefix completion and spelling correction (`WordLists`).
/// - `pages/N.json`: blocks of `pagesPerBlock` pages with what results show of them (`PageRecord`).
/// - `han.txt`: traditional Chinese characters with their simplified forms (`HanVariants`), to normalize queries in the browser.
package struct SearchIndex: Sendable {
    package struct File: Sendable {
        /// Relative to the index's folder.
        package let path: String
        package let bytes: [UInt8]
    }

    /// A longer posting list is cut to its strongest postings.
    static let maxPostings = 1024
    /// In bytes. A posting list that would make a shard longer begins the next shard; a single long list may exceed the limit.
    static let maxShardSize = 2048
    static let pagesPerBlock = 8

    let shards: [File]
    let directory: [File]
    /// The word lists and the Han variants.
    let words: [File]
    let header: File
    private let pageBlocks: [File]
    package let updateState: UpdateState

    package var files: [File] { shards + directory + words + pageBlocks + [header] }

    /// Merges the segments of all pages. The files don't depend on how the pages are divided into segments.
    /// - Parameters:
    ///   - segments: in the order of the pages.
    ///   - jobs: the number of concurrent workers.
    package init(merging segments: [IndexSegment], jobs: Int) async {
        let partitions = await Self.partitionStarts.indices.parallelMap(jobs: jobs) { Self.merge(segments, partition: $0) }
        let records = segments.flatMap(\.records)
        let pageBlocks = stride(from: 0, to: records.count, by: Self.pagesPerBlock).map { start in
            File(
                path: Self.pageBlockPath(start / Self.pagesPerBlock),
                bytes: Self.pageBlock(records[start..<min(start + Self.pagesPerBlock, records.count)].map(\.json)))
        }
        self.init(
            partitions: partitions, pages: records.map { ($0.sectionCount, $0.hasGuide) }, languages: records.map(\.language),
            pageBlockHashes: pageBlocks.map { Self.hash($0.bytes) }, pageBlocks: pageBlocks)
    }

    /// - Parameters:
    ///   - languages: the language tag of each page.
    ///   - pageBlockHashes: those of all page blocks, in their order.
    ///   - pageBlocks: empty if the caller doesn't need them in `files`.
    init(
        partitions: [Partition], pages: [(sections: Int, hasGuide: Bool)], languages: [String], pageBlockHashes: [Int],
        pageBlocks: [File] = []
    ) {
        shards = partitions.flatMap(\.shards.shards).enumerated().map { File(path: Self.shardPath($0.offset), bytes: $0.element) }
        let separators = partitions.flatMap(\.shards.separators)
        directory = TermDirectory.files(separators)
        var lists = WordLists()
        for partition in partitions { lists.append(partition.wordLists) }
        words = lists.files + [HanVariants.file]
        self.pageBlocks = pageBlocks
        updateState = UpdateState(frequentTerms: partitions.flatMap(\.frequentTerms), pageBlockHashes: pageBlockHashes)
        let json = Self.header(
            pages: pages, languages: languages, firstSeparators: TermDirectory.firstSeparators(separators),
            wordLists: lists.names,
            synonyms: Synonyms.lines(indexedTerms: partitions.reduce(into: []) { $0.formUnion($1.synonyms) }),
            version: Self.version((shards + words).map { Self.hash($0.bytes) } + pageBlockHashes))
        header = File(path: "index.json", bytes: json.bytes)
    }

    /// A fingerprint of the files with these hashes.
    private static func version(_ hashes: [Int]) -> String {
        var bytes: [UInt8] = []
        for hash in hashes {
            for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: hash >> shift)) }
        }
        return bytes.contentHash
    }

    static func hash(_ bytes: [UInt8]) -> Int { Int(truncatingIfNeeded: bytes.withUnsafeBufferPointer { TermTable.hash($0) }) }

    private static func merge(_ segments: [IndexSegment], partition: Int) -> Partition {
        var merged = Partition()
        var firstSections: [UInt32] = [0]
        for segment in segments { firstSections.append((firstSections.last ?? 0) + UInt32(segment.sectionCount)) }
        var heap = TermHeap(segments, leadingBytes(ofPartition: partition))
        var postings: [Posting] = []
        while let (segment, index) = heap.first {
            let term = segments[segment].term(index)
            postings.removeAll(keepingCapacity: true)
            // The heap yields equal terms in the order of the segments, so the postings stay sorted.
            while let (segment, index) = heap.first, segments[segment].term(index) == term {
                var bytes = segments[segment].postings(index)
                postings += bytes.readPostings(from: firstSections[segment])
                heap.advance()
            }
            merged.add(term, postings)
        }
        merged.finish()
        return merged
    }

    // MARK: Files

    static func shardPath(_ number: Int) -> String { "terms/\(number).bin" }

    static func pageBlockPath(_ number: Int) -> String { "pages/\(number).json" }

    /// Records as a JSON array with one record per line, so that `IndexUpdate` can replace a record without parsing the others.
    static func pageBlock(_ records: [[UInt8]]) -> [UInt8] {
        [UInt8(ascii: "[")] + Array(records.joined(separator: ",\n".utf8)) + [UInt8(ascii: "]")]
    }

    private static func header(
        pages: [(sections: Int, hasGuide: Bool)], languages: [String], firstSeparators: [String], wordLists: [String], synonyms: [String],
        version: String
    ) -> JSON {
        var languageRuns: [(tag: String, count: Int)] = []
        for tag in languages {
            if languageRuns.last?.tag == tag { languageRuns[languageRuns.count - 1].count += 1 } else { languageRuns.append((tag, 1)) }
        }
        return .object([
            ("format", .integer(2)), ("version", .string(version)), ("pagesPerBlock", .integer(pagesPerBlock)),
            ("pages", .string(PageCounts.encode(pages))),
            ("languages", .array(languageRuns.map { .array([.string($0.tag), .integer($0.count)]) })),
            ("rowLength", .integer(TermDirectory.shardsPerFile)), ("rows", .array(firstSeparators.map(JSON.string))),
            ("words", .array(wordLists.map(JSON.string))),
            ("ranking", Ranking.standard.json(synonyms: synonyms)),
        ])
    }
}
