import Bytes

/// Writes terms with their posting lists to shards. Terms have to be added in the order of their bytes.
///
/// Terms are front-coded. For each term a shard has:
/// - the length of the prefix that it shares with the previous term of the shard, and the length of its remaining suffix, in a byte each;
/// - the suffix;
/// - three varints: the number of sections that contain the term, the number of postings that follow, and their length in bytes;
/// - the postings, in the encoding of `PackedPostings`.
struct ShardWriter {
    private(set) var shards: [[UInt8]] = []
    /// For each shard the shortest prefix of its first term that is greater than the last term of the shard before, in whole characters:
    /// the separator key of a B-tree.
    private(set) var separators: [String] = []
    private var bytes: [UInt8] = []
    private var previousTerm: [UInt8] = []
    private var packedPostings: [UInt8] = []

    /// - Parameter postings: all postings of the term, sorted by section.
    mutating func add(_ term: ArraySlice<UInt8>, _ postings: [Posting]) {
        let strongest = Self.strongest(postings)
        packedPostings.removeAll(keepingCapacity: true)
        PackedPostings.write(strongest, to: &packedPostings)
        add(term, documentFrequency: postings.count, postingCount: strongest.count, packedPostings: packedPostings[...])
    }

    /// Adds a term whose strongest postings are already packed.
    mutating func add(_ term: ArraySlice<UInt8>, documentFrequency: Int, postingCount: Int, packedPostings: ArraySlice<UInt8>) {
        if bytes.count + packedPostings.count > SearchIndex.maxShardSize { finishShard() }
        var sharedLength = 0
        if bytes.isEmpty {
            separators.append(Self.separator(before: Array(term), after: previousTerm))
        } else {
            sharedLength = Self.sharedPrefixLength(term, previousTerm)
        }
        bytes.append(UInt8(sharedLength))
        bytes.append(UInt8(term.count - sharedLength))
        bytes.append(contentsOf: term.dropFirst(sharedLength))
        bytes.write(varint: UInt32(documentFrequency))
        bytes.write(varint: UInt32(postingCount))
        bytes.write(varint: UInt32(packedPostings.count))
        bytes.append(contentsOf: packedPostings)
        previousTerm.removeAll(keepingCapacity: true)
        previousTerm.append(contentsOf: term)
    }

    mutating func finishShard() {
        guard !bytes.isEmpty else { return }
        shards.append(bytes)
        bytes.removeAll()
    }

    /// The `SearchIndex.maxPostings` postings with the greatest impacts, the earlier ones of equals, in their order.
    static func strongest(_ postings: [Posting]) -> [Posting] {
        guard postings.count > SearchIndex.maxPostings else { return postings }
        var counts = [Int](repeating: 0, count: 16)
        for posting in postings { counts[Int(posting.impact)] += 1 }
        // All postings above the threshold are kept, and as many at the threshold as there is room for.
        var room = SearchIndex.maxPostings
        var threshold = 15
        while counts[threshold] <= room {
            room -= counts[threshold]
            threshold -= 1
        }
        return postings.filter { posting in
            if posting.impact == threshold { room -= 1 }
            return posting.impact > threshold || (posting.impact == threshold && room >= 0)
        }
    }

    private static func sharedPrefixLength(_ term: ArraySlice<UInt8>, _ previousTerm: [UInt8]) -> Int {
        zip(term, previousTerm).prefix { $0 == $1 }.count
    }

    private static func separator(before term: [UInt8], after previousTerm: [UInt8]) -> String {
        var length = min(sharedPrefixLength(term[...], previousTerm) + 1, term.count)
        while length < term.count, term[length] & 0xC0 == 0x80 { length += 1 }
        return String(decoding: term[..<length], as: UTF8.self)
    }
}
