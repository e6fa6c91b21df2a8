import Bytes

/// An incremental update of an index after the text of some pages changed. Only the changed pages are indexed again, and the result is byte
/// for byte that of indexing all pages.
package struct IndexUpdate: Sendable {
    /// New files, and files whose bytes differ.
    package let changed: [SearchIndex.File]
    /// The paths of files that no longer exist.
    package let removed: [String]
    /// The state for the next update.
    package let state: SearchIndex.UpdateState

    /// Fails if the change affects the numbering of the sections or the ranking of all pages (a page has a different number of sections,
    /// another language, or gained or lost its guide), and if the old index is damaged or incomplete.
    /// - Parameters:
    ///   - read: returns the bytes of a file of the old index by its path; nil if there is no such file.
    ///   - state: the old index's `updateState`.
    ///   - pages: a segment for each changed page, by the position of the page among those that are searched (not by its id).
    ///   - jobs: the number of concurrent workers.
    package init?(
        reading read: @escaping @Sendable (String) -> [UInt8]?, _ state: SearchIndex.UpdateState, pages: [Int: IndexSegment], jobs: Int
    ) async {
        guard var index = IndexReader(load: read) else { return nil }
        let header = index.header
        guard Self.matchesHeader(pages, header) else { return nil }
        guard let separators = index.allSeparators() else { return nil }
        var oldShards: [[UInt8]] = []
        for number in separators.indices {
            guard let bytes = read(SearchIndex.shardPath(number)), ShardReader.isIntact(bytes) else { return nil }
            oldShards.append(bytes)
        }
        let merger = TermMerger(
            shards: oldShards, separators: separators, frequentTerms: state.frequentTerms, sectionStarts: header.sectionStarts, pages: pages
        )
        let partitions = await SearchIndex.partitionStarts.indices.parallelMap(jobs: jobs) { merger.merge(partition: $0) }
        guard let pageBlocks = Self.changedPageBlocks(pages, read) else { return nil }
        var hashes = state.pageBlockHashes
        for (number, bytes) in pageBlocks {
            guard hashes.indices.contains(number) else { return nil }
            hashes[number] = SearchIndex.hash(bytes)
        }
        let updated = SearchIndex(partitions: partitions, pages: header.pages, languages: header.languages, pageBlockHashes: hashes)
        let shards = updated.shards
        let directoryAndWords = updated.directory + updated.words
        let candidates =
            directoryAndWords + pageBlocks.map { SearchIndex.File(path: SearchIndex.pageBlockPath($0.number), bytes: $0.bytes) }
            + [updated.header]
        changed =
            zip(shards, shards.indices).filter { !oldShards.indices.contains($1) || oldShards[$1] != $0.bytes }.map(\.0)
            + candidates.filter { read($0.path) != $0.bytes }
        let paths = Set(directoryAndWords.map(\.path))
        let oldPaths = header.firstSeparators.indices.map(TermDirectory.path) + header.wordLists.sorted().map(WordLists.path)
        removed = oldShards.indices.dropFirst(shards.count).map(SearchIndex.shardPath) + oldPaths.filter { !paths.contains($0) }
        self.state = updated.updateState
    }

    /// Whether the changed pages have as many sections as before, and everything else that the header says of them.
    private static func matchesHeader(_ pages: [Int: IndexSegment], _ header: IndexHeader) -> Bool {
        guard header.pages.count == header.languages.count else { return false }
        return pages.allSatisfy { id, segment in
            guard let record = segment.records.first, segment.records.count == 1, header.pages.indices.contains(id) else { return false }
            let (sections, hasGuide) = header.pages[id]
            return segment.sectionCount == sections && record.hasGuide == hasGuide && record.language == header.languages[id]
        }
    }

    /// The page blocks of the changed pages with their new records; nil if the old blocks are missing or damaged.
    private static func changedPageBlocks(
        _ pages: [Int: IndexSegment], _ read: (String) -> [UInt8]?
    ) -> [(number: Int, bytes: [UInt8])]? {
        var blocks: [(Int, [UInt8])] = []
        for (number, ids) in Dictionary(grouping: pages.keys, by: { $0 / SearchIndex.pagesPerBlock }).sorted(by: { $0.key < $1.key }) {
            guard let old = read(SearchIndex.pageBlockPath(number)), old.count > 2 else { return nil }
            // A block has one record per line; see `SearchIndex.pageBlock`.
            var records = old.dropFirst().dropLast().split(separator: 0x0A).map {
                $0.last == UInt8(ascii: ",") ? Array($0.dropLast()) : Array($0)
            }
            for id in ids {
                let index = id % SearchIndex.pagesPerBlock
                guard records.indices.contains(index), let record = pages[id]?.records.first else { return nil }
                records[index] = record.json
            }
            blocks.append((number, SearchIndex.pageBlock(records)))
        }
        return blocks
    }
}
