import Bytes

/// The index of a site as files: `index.json`, which says where everything is; `terms/N.bin`, terms with their postings, a row of the alphabet each;
/// `words/X.txt`, the words that begin with a character, to complete and to mend what a reader types; and `pages/N.json`, what results show.
/// A query loads the first, a few of the others, and nothing else.
public struct SearchIndex: Sendable {
    /// A file of the index, by its path below the index's folder.
    public struct File: Sendable {
        public let path: String
        public let bytes: [UInt8]
    }

    /// Where its files are published, relative to the site's root.
    public static let folder = "_kb/search/"

    /// A term that stands in more sections keeps those in which it counts most.
    static let mostPostings = 1280
    /// A file of terms has no more bytes of postings, but for one that holds a single term.
    static let shardSize = 3072
    /// How many pages a file of pages describes.
    static let pagesPerBlock = 4

    public private(set) var files: [File] = []

    /// Terms are joined by parts of the alphabet that begin with these bytes, each by itself. The parts are the same whatever the number of workers, so that
    /// the files are.
    private static let divisions: [UInt8] = Array("\0aceimps".utf8) + [0x7B]

    /// - Parameters:
    ///   - parts: the index of all pages, in the order of the pages, whatever the rows.
    ///   - jobs: how many workers.
    public init(joining parts: [IndexPart], jobs: Int) async {
        let joined = await Self.divisions.indices.parallelMap(jobs: jobs) { Self.join(parts, division: $0) }
        let shards = joined.flatMap(\.shards.files).enumerated().map { File(path: "terms/\($0.offset).bin", bytes: $0.element) }
        let records = parts.flatMap(\.records)
        files = shards + joined.flatMap(\.words.files) + Self.blocks(records)
        let version = Self.version(files)
        let head = Self.head(records, bounds: joined.flatMap(\.shards.bounds), words: joined.flatMap(\.words.names), version: version)
        files.append(File(path: "index.json", bytes: head.bytes))
    }

    /// A name for the content of all files.
    private static func version(_ files: [File]) -> String {
        var hashes: [UInt8] = []
        for file in files {
            let hash = file.bytes.withUnsafeBufferPointer { TermTable.hash($0) }
            for shift in stride(from: 0, to: 64, by: 8) { hashes.append(UInt8(truncatingIfNeeded: hash >> UInt64(shift))) }
        }
        return hashes.contentHash
    }

    // MARK: Joining

    /// The terms of one part of the alphabet, in the order of their bytes, with all their postings.
    private static func join(_ parts: [IndexPart], division: Int) -> (shards: ShardWriter, words: WordLists) {
        var shards = ShardWriter()
        var words = WordLists()
        var firstSections: [UInt32] = [0]
        for part in parts { firstSections.append((firstSections.last ?? 0) + UInt32(part.sectionCount)) }
        let end = division + 1 < divisions.count ? divisions[division + 1] : nil
        var heap = TermHeap(parts, from: divisions[division], to: end)
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
            shards.add(term, postings)
            words.add(term, count: postings.count)
        }
        shards.close()
        return (shards, words)
    }

    // MARK: Files

    private static func blocks(_ records: [PageRecord]) -> [File] {
        stride(from: 0, to: records.count, by: pagesPerBlock).map { start in
            var bytes: [UInt8] = [UInt8(ascii: "[")]
            for record in records[start..<min(start + pagesPerBlock, records.count)] {
                if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
                bytes += record.json
            }
            return File(path: "pages/\(start / pagesPerBlock).json", bytes: bytes + [UInt8(ascii: "]")])
        }
    }

    private static func head(_ records: [PageRecord], bounds: [String], words: [String], version: String) -> JSON {
        var languages: [(tag: String, count: Int)] = []
        for record in records {
            if languages.last?.tag == record.language { languages[languages.count - 1].count += 1 } else { languages.append((record.language, 1)) }
        }
        return .object([
            ("format", .integer(1)), ("version", .string(version)), ("pagesPerBlock", .integer(pagesPerBlock)),
            ("pages", .string(PageCounts.encode(records))), ("languages", .array(languages.map { .array([.string($0.tag), .integer($0.count)]) })),
            ("shards", .array(bounds.map(JSON.string))), ("words", .array(words.map(JSON.string))), ("ranking", Ranking.standard.json),
        ])
    }
}

/// Which term comes next of all parts.
private struct TermHeap {
    private let parts: [IndexPart]
    private var places: [Int] = []
    private var ends: [Int] = []
    /// Numbers of parts; each stands before the two at twice its place.
    private var order: [Int] = []

    /// - Parameters:
    ///   - first: the byte with which the first terms begin, at least.
    ///   - end: the byte with which the first terms begin that are left out.
    init(_ parts: [IndexPart], from first: UInt8, to end: UInt8?) {
        self.parts = parts
        for part in parts.indices {
            places.append(parts[part].place(of: first))
            ends.append(end.map(parts[part].place) ?? parts[part].count)
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
