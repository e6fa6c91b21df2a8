import Bytes

/// The index of a site as files: `index.json`, which says where everything is; `terms/N.bin`, terms with their postings in their order, and `rows/N.json`, with what
/// these files begin; `words/X.txt`, the words that begin with a character, to complete and to mend what a reader types; `pages/N.json`, what results show; and `han.txt`, how
/// the Chinese characters of a query are written in the index.
/// A query loads the first, a few of the others, and nothing else.
package struct SearchIndex: Sendable {
    /// A file of the index, by its path below the index's folder.
    package struct File: Sendable {
        package let path: String
        package let bytes: [UInt8]
    }

    /// A term that stands in more sections keeps those in which it counts most.
    static let maxPostings = 1024
    /// A file of terms has no more bytes of postings, but for one that holds a single term.
    static let shardSize = 2048
    /// How many pages a file of pages describes.
    static let pagesPerBlock = 2

    /// What the files leave out, which a later index needs that differs in the text of a few pages (`IndexUpdate`).
    package struct UpdateState: Sendable, BinaryCodable {
        /// All postings of the terms of which the files keep the strongest.
        let frequent: [FrequentTerm]
        let blockHashes: [Int]

        package func encode(to encoder: inout BinaryEncoder) {
            encoder.write(frequent)
            encoder.write(blockHashes)
        }

        init(frequent: [FrequentTerm], blockHashes: [Int]) {
            self.frequent = frequent
            self.blockHashes = blockHashes
        }

        package init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
            frequent = try decoder.read()
            blockHashes = try decoder.read()
        }
    }

    let shards: [File]
    let rows: [File]
    let words: [File]
    let head: File
    private let blocks: [File]
    package let updateState: UpdateState

    package var files: [File] { shards + rows + words + blocks + [head] }

    /// - Parameters:
    ///   - parts: the index of all pages, in the order of the pages, whatever the rows.
    ///   - jobs: how many workers.
    package init(joining parts: [IndexSegment], jobs: Int) async {
        let divisions = await Self.divisions.indices.parallelMap(jobs: jobs) { Self.join(parts, division: $0) }
        let records = parts.flatMap(\.records)
        let blocks = stride(from: 0, to: records.count, by: Self.pagesPerBlock).map { start in
            File(
                path: Self.block(start / Self.pagesPerBlock),
                bytes: Self.block(of: records[start..<min(start + Self.pagesPerBlock, records.count)].map(\.json)))
        }
        self.init(
            divisions: divisions, pages: records.map { ($0.sectionCount, $0.hasGuide) }, languages: records.map(\.language),
            blockHashes: blocks.map { Self.hash($0.bytes) }, blocks: blocks)
    }

    /// - Parameter blocks: the files of pages; where they are not needed, their hashes alone.
    init(divisions: [Partition], pages: [(sections: Int, hasGuide: Bool)], languages: [String], blockHashes: [Int], blocks: [File] = []) {
        shards = divisions.flatMap(\.shards.files).enumerated().map { File(path: Self.shard($0.offset), bytes: $0.element) }
        let bounds = divisions.flatMap(\.shards.bounds)
        rows = TermDirectory.files(bounds)
        words = divisions.flatMap(\.words.files) + [HanVariants.file]
        self.blocks = blocks
        updateState = UpdateState(frequent: divisions.flatMap(\.frequent), blockHashes: blockHashes)
        let json = Self.head(
            pages, languages, rows: TermDirectory.firsts(bounds), words: divisions.flatMap(\.words.names),
            synonyms: Synonyms.lines(known: divisions.reduce(into: []) { $0.formUnion($1.synonyms) }),
            version: Self.version((shards + words).map { Self.hash($0.bytes) } + blockHashes))
        head = File(path: "index.json", bytes: json.bytes)
    }

    /// A name for the content of files.
    private static func version(_ hashes: [Int]) -> String {
        var bytes: [UInt8] = []
        for hash in hashes {
            for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: hash >> shift)) }
        }
        return bytes.contentHash
    }

    static func hash(_ bytes: [UInt8]) -> Int { Int(truncatingIfNeeded: bytes.withUnsafeBufferPointer { TermTable.hash($0) }) }

    // MARK: Joining

    /// Terms are joined by parts of the alphabet that begin with these bytes, each by itself. The parts are the same whatever the number of workers, so that
    /// the files are.
    static let divisions: [UInt8] = Array("\0aceimps".utf8) + [0x7B]

    /// The bytes with which the terms of a division begin.
    static func bytes(ofDivision division: Int) -> ClosedRange<UInt8> {
        divisions[division]...(division + 1 < divisions.count ? divisions[division + 1] - 1 : .max)
    }

    /// A term of which the files keep the strongest postings, with all of them.
    struct FrequentTerm: Sendable, BinaryCodable {
        let term: ByteString
        /// As an `IndexSegment` has them, from the first section on.
        let postings: ByteString

        init(_ term: ArraySlice<UInt8>, _ postings: [UInt8]) {
            self.term = ByteString(Array(term))
            self.postings = ByteString(postings)
        }

        func encode(to encoder: inout BinaryEncoder) {
            encoder.write(term)
            encoder.write(postings)
        }

        init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
            term = try decoder.read()
            postings = try decoder.read()
        }
    }

    /// What becomes of the terms of one part of the alphabet. They are added in the order of their bytes.
    struct Partition: Sendable {
        private(set) var shards = ShardWriter()
        private(set) var words = WordLists()
        private(set) var frequent: [FrequentTerm] = []
        /// Those of `Synonyms.terms` that are there.
        private(set) var synonyms: Set<String> = []

        mutating func add(_ term: ArraySlice<UInt8>, _ postings: [Posting]) {
            shards.add(term, postings)
            words.add(term, count: postings.count)
            look(at: term)
            guard postings.count > SearchIndex.maxPostings else { return }
            var bytes: [UInt8] = []
            bytes.write(postings)
            frequent.append(FrequentTerm(term, bytes))
        }

        /// Adds a term as it stands in an older index.
        /// - Parameter all: all its postings, where the entry has but the strongest.
        mutating func add(_ entry: PackedTerms.Entry, all: [UInt8]?) {
            shards.add(entry.term[...], count: entry.count, kept: entry.kept, packed: entry.packed)
            words.add(entry.term[...], count: entry.count)
            look(at: entry.term[...])
            if let all { frequent.append(FrequentTerm(entry.term[...], all)) }
        }

        private mutating func look(at term: ArraySlice<UInt8>) {
            guard term.count <= Synonyms.longest else { return }
            let word = String(decoding: term, as: UTF8.self)
            if Synonyms.terms.contains(word) { synonyms.insert(word) }
        }

        mutating func close() { shards.close() }
    }

    private static func join(_ parts: [IndexSegment], division: Int) -> Partition {
        var joined = Partition()
        var firstSections: [UInt32] = [0]
        for part in parts { firstSections.append((firstSections.last ?? 0) + UInt32(part.sectionCount)) }
        var heap = TermHeap(parts, bytes(ofDivision: division))
        var postings: [Posting] = []
        while let (index, place) = heap.first {
            let term = parts[index].term(place)
            postings.removeAll(keepingCapacity: true)
            // Parts with the same term come in their own order.
            while let (part, place) = heap.first, parts[part].term(place) == term {
                var bytes = parts[part].postings(place)
                postings += bytes.readPostings(from: firstSections[part])
                heap.advance()
            }
            joined.add(term, postings)
        }
        joined.close()
        return joined
    }

    // MARK: Files

    static func shard(_ number: Int) -> String { "terms/\(number).bin" }

    static func block(_ number: Int) -> String { "pages/\(number).json" }

    /// Records as a list, with a line for each, so that one is found without reading the others.
    static func block(of records: [[UInt8]]) -> [UInt8] {
        [UInt8(ascii: "[")] + Array(records.joined(separator: ",\n".utf8)) + [UInt8(ascii: "]")]
    }

    private static func head(
        _ pages: [(sections: Int, hasGuide: Bool)], _ tags: [String], rows: [String], words: [String], synonyms: [String], version: String
    ) -> JSON {
        var languages: [(tag: String, count: Int)] = []
        for tag in tags {
            if languages.last?.tag == tag { languages[languages.count - 1].count += 1 } else { languages.append((tag, 1)) }
        }
        return .object([
            ("format", .integer(2)), ("version", .string(version)), ("pagesPerBlock", .integer(pagesPerBlock)),
            ("pages", .string(PageCounts.encode(pages))),
            ("languages", .array(languages.map { .array([.string($0.tag), .integer($0.count)]) })),
            ("rowLength", .integer(TermDirectory.length)), ("rows", .array(rows.map(JSON.string))),
            ("words", .array(words.map(JSON.string))),
            ("ranking", Ranking.standard.json(synonyms: synonyms)),
        ])
    }
}

/// Which term comes next of all parts.
private struct TermHeap {
    private let parts: [IndexSegment]
    private var places: [Int] = []
    private var ends: [Int] = []
    /// Numbers of parts; each stands before the two at twice its place.
    private var order: [Int] = []

    /// - Parameter bytes: with which the terms begin.
    init(_ parts: [IndexSegment], _ bytes: ClosedRange<UInt8>) {
        self.parts = parts
        for part in parts.indices {
            places.append(parts[part].place(of: bytes.lowerBound))
            ends.append(bytes.upperBound == .max ? parts[part].count : parts[part].place(of: bytes.upperBound + 1))
            guard places[part] < ends[part] else { continue }
            order.append(part)
            rise(order.count - 1)
        }
    }

    var first: (part: Int, place: Int)? { order.first.map { ($0, places[$0]) } }

    /// Leaves the first term behind.
    mutating func advance() {
        guard let part = order.first else { return }
        places[part] += 1
        if places[part] == ends[part] {
            order[0] = order[order.count - 1]
            order.removeLast()
        }
        sink()
    }

    private func precedes(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (parts[one].term(places[one]), parts[other].term(places[other]))
        return left.withUnsafeBufferPointer { left in
            right.withUnsafeBufferPointer { right in
                let count = min(left.count, right.count)
                for index in 0..<count where left[index] != right[index] { return left[index] < right[index] }
                return left.count == right.count ? one < other : left.count < right.count
            }
        }
    }

    private mutating func rise(_ start: Int) {
        var index = start
        while index > 0, precedes(order[index], order[(index - 1) / 2]) {
            order.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    private mutating func sink() {
        var index = 0
        while true {
            var least = index
            for child in [2 * index + 1, 2 * index + 2] where child < order.count && precedes(order[child], order[least]) { least = child }
            if least == index { return }
            order.swapAt(index, least)
            index = least
        }
    }
}
