import Bytes

/// What becomes of an index when some pages have another text: byte for byte that of all pages joined anew, without the others being read.
package struct IndexUpdate: Sendable {
    /// The files that are other than before, or new.
    package let changed: [SearchIndex.File]
    /// The paths of those that are gone.
    package let removed: [String]
    package let state: SearchIndex.UpdateState

    /// - Parameters:
    ///   - read: a file of the index as it was.
    ///   - state: what that index left for its updates.
    ///   - pages: the index of each page that is other than before, alone, by the page's place in the index.
    /// - Returns: nil where a page has more or less sections than before, or something else changes that concerns all postings; and where the old index is not whole.
    package init?(
        of read: @escaping @Sendable (String) -> [UInt8]?, _ state: SearchIndex.UpdateState, pages: [Int: IndexSegment], jobs: Int
    ) async {
        guard var index = IndexFiles(load: read) else { return nil }
        let head = index.head
        guard head.pages.count == head.languages.count else { return nil }
        for (id, part) in pages {
            guard let record = part.records.first, part.records.count == 1, head.pages.indices.contains(id) else { return nil }
            let (sections, hasGuide) = head.pages[id]
            guard part.sectionCount == sections, record.hasGuide == hasGuide, record.language == head.languages[id] else { return nil }
        }
        guard let bounds = index.allBounds() else { return nil }
        var files: [[UInt8]] = []
        for number in bounds.indices {
            guard let bytes = read(SearchIndex.shard(number)), PackedTerms.isWhole(bytes) else { return nil }
            files.append(bytes)
        }
        let revising = TermMerger(old: files, bounds: bounds, frequent: state.frequent, starts: head.starts, pages: pages)
        let divisions = await SearchIndex.divisions.indices.parallelMap(jobs: jobs) { revising.joined(division: $0) }
        guard let blocks = Self.blocks(pages, read) else { return nil }
        var hashes = state.blockHashes
        for (number, bytes) in blocks {
            guard hashes.indices.contains(number) else { return nil }
            hashes[number] = SearchIndex.hash(bytes)
        }
        let whole = SearchIndex(divisions: divisions, pages: head.pages, languages: head.languages, blockHashes: hashes)
        let shards = whole.shards
        let others =
            whole.rows + whole.words + blocks.map { SearchIndex.File(path: SearchIndex.block($0.number), bytes: $0.bytes) } + [whole.head]
        changed =
            zip(shards, shards.indices).filter { !files.indices.contains($1) || files[$1] != $0.bytes }.map(\.0)
            + others.filter { read($0.path) != $0.bytes }
        let lists = Set((whole.rows + whole.words).map(\.path))
        let oldLists = head.rows.indices.map(TermDirectory.path) + head.words.sorted().map(WordLists.path)
        removed = files.indices.dropFirst(shards.count).map(SearchIndex.shard) + oldLists.filter { !lists.contains($0) }
        self.state = whole.updateState
    }

    /// The files of pages in which some are other than before. A record stands in a line, but for what is between the records.
    private static func blocks(_ pages: [Int: IndexSegment], _ read: (String) -> [UInt8]?) -> [(number: Int, bytes: [UInt8])]? {
        var blocks: [(Int, [UInt8])] = []
        for (number, ids) in Dictionary(grouping: pages.keys, by: { $0 / SearchIndex.pagesPerBlock }).sorted(by: { $0.key < $1.key }) {
            guard let old = read(SearchIndex.block(number)), old.count > 2 else { return nil }
            var records = old.dropFirst().dropLast().split(separator: 0x0A).map {
                $0.last == UInt8(ascii: ",") ? Array($0.dropLast()) : Array($0)
            }
            for id in ids {
                let place = id % SearchIndex.pagesPerBlock
                guard records.indices.contains(place), let record = pages[id]?.records.first else { return nil }
                records[place] = record.json
            }
            blocks.append((number, SearchIndex.block(of: records)))
        }
        return blocks
    }
}

/// The old index and the new pages.
private struct TermMerger: Sendable {
    /// The files of terms.
    private let old: [[UInt8]]
    private let bounds: [String]
    private let frequent: [[UInt8]: [UInt8]]
    /// The sections of the pages that have a new text, in their order.
    private let replaced: [Range<UInt32>]
    /// In the order of the terms' bytes.
    private let new: [(term: [UInt8], postings: [Posting])]

    init(old: [[UInt8]], bounds: [String], frequent: [SearchIndex.FrequentTerm], starts: [Int], pages: [Int: IndexSegment]) {
        self.old = old
        self.bounds = bounds
        self.frequent = Dictionary(frequent.map { ($0.term.bytes, $0.postings.bytes) }) { first, _ in first }
        let pages = pages.sorted { $0.key < $1.key }
        replaced = pages.map { UInt32(starts[$0.key])..<UInt32(starts[$0.key + 1]) }
        var terms: [[UInt8]: [Posting]] = [:]
        for (id, part) in pages {
            for place in 0..<part.count {
                var postings = part.postings(place)
                terms[Array(part.term(place)), default: []] += postings.readPostings(from: UInt32(starts[id]))
            }
        }
        new = terms.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
    }

    /// The terms of one part of the alphabet.
    func joined(division: Int) -> SearchIndex.Partition {
        var joined = SearchIndex.Partition()
        let terms = SearchIndex.bytes(ofDivision: division)
        var upcoming = new.filter { $0.term.first.map(terms.contains) ?? false }[...]
        for file in zip(bounds, old).filter({ $0.0.utf8.first.map(terms.contains) ?? false }).map(\.1) {
            for entry in PackedTerms(file) {
                while let next = upcoming.first, next.term.lexicographicallyPrecedes(entry.term) {
                    joined.add(next.term[...], next.postings)
                    upcoming.removeFirst()
                }
                let added = upcoming.first?.term == entry.term ? upcoming.removeFirst().postings : []
                revise(entry, adding: added, in: &joined)
            }
        }
        for next in upcoming { joined.add(next.term[...], next.postings) }
        joined.close()
        return joined
    }

    private func revise(_ entry: PackedTerms.Entry, adding added: [Posting], in joined: inout SearchIndex.Partition) {
        let all = entry.count > entry.kept ? frequent[entry.term] : nil
        let postings: [Posting]
        if let all {
            var bytes = all[...]
            postings = bytes.readPostings()
        } else {
            postings = entry.postings
        }
        let rest = postings.filter { posting in !replaced.contains { $0.contains(posting.section) } }
        if added.isEmpty, rest.count == postings.count { return joined.add(entry, all: all) }
        let next = Self.merged(rest, added)
        if !next.isEmpty { joined.add(entry.term[...], next) }
    }

    /// Both in the order of their sections, of which they have none in common.
    private static func merged(_ one: [Posting], _ other: [Posting]) -> [Posting] {
        guard !other.isEmpty else { return one }
        var merged: [Posting] = []
        merged.reserveCapacity(one.count + other.count)
        var rest = other[...]
        for posting in one {
            while let next = rest.first, next.section < posting.section { merged.append(rest.removeFirst()) }
            merged.append(posting)
        }
        return merged + rest
    }
}
