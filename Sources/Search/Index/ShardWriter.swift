import Bytes

/// Writes terms with their postings into files, a row of the alphabet each. For each term: how many bytes it shares with the one before, how many more it has
/// and these; in how many sections it stands; how many postings there are, their length in bytes, and these.
struct ShardWriter {
    private(set) var files: [[UInt8]] = []
    /// What each file begins with: as much of its first term as tells it from the last one of the file before.
    private(set) var bounds: [String] = []
    private var bytes: [UInt8] = []
    private var last: [UInt8] = []
    private var packed: [UInt8] = []

    mutating func add(_ term: ArraySlice<UInt8>, _ postings: [Posting]) {
        let kept = Self.strongest(postings)
        packed.removeAll(keepingCapacity: true)
        PackedPostings.write(kept, to: &packed)
        add(term, count: postings.count, kept: kept.count, packed: packed[...])
    }

    /// Adds a term of which the kept postings are packed already.
    mutating func add(_ term: ArraySlice<UInt8>, count: Int, kept: Int, packed: ArraySlice<UInt8>) {
        if bytes.count + packed.count > SearchIndex.shardSize { close() }
        var shared = 0
        if bytes.isEmpty {
            bounds.append(Self.bound(Array(term), after: last))
        } else {
            shared = Self.shared(term, last)
        }
        bytes.append(UInt8(shared))
        bytes.append(UInt8(term.count - shared))
        bytes.append(contentsOf: term.dropFirst(shared))
        bytes.write(varint: UInt32(count))
        bytes.write(varint: UInt32(kept))
        bytes.write(varint: UInt32(packed.count))
        bytes.append(contentsOf: packed)
        last.removeAll(keepingCapacity: true)
        last.append(contentsOf: term)
    }

    mutating func close() {
        guard !bytes.isEmpty else { return }
        files.append(bytes)
        bytes.removeAll()
    }

    /// Of very many postings, those in which the term counts most; of equals the first.
    static func strongest(_ postings: [Posting]) -> [Posting] {
        guard postings.count > SearchIndex.maxPostings else { return postings }
        var counts = [Int](repeating: 0, count: 16)
        for posting in postings { counts[Int(posting.level)] += 1 }
        var left = SearchIndex.maxPostings
        var level = 15
        while counts[level] <= left {
            left -= counts[level]
            level -= 1
        }
        return postings.filter { posting in
            if posting.level == level { left -= 1 }
            return posting.level > level || (posting.level == level && left >= 0)
        }
    }

    private static func shared(_ one: ArraySlice<UInt8>, _ other: [UInt8]) -> Int { zip(one, other).prefix { $0 == $1 }.count }

    private static func bound(_ term: [UInt8], after last: [UInt8]) -> String {
        var count = min(shared(term[...], last) + 1, term.count)
        while count < term.count, term[count] & 0xC0 == 0x80 { count += 1 }
        return String(decoding: term[..<count], as: UTF8.self)
    }
}
