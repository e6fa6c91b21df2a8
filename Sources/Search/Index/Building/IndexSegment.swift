/// The packed index of a batch of consecutive pages: terms sorted by their UTF-8 bytes, each with its posting list. Sections are numbered
/// from 0 within the segment. `IndexBuilder` makes segments, `SearchIndex` merges them.
package struct IndexSegment: Sendable {
    /// One record for each page.
    let records: [PageRecord]
    let sectionCount: Int
    /// All terms, concatenated. Term `i` is between the offsets `i` and `i + 1` of `termOffsets`.
    private var terms: [UInt8] = []
    private var termOffsets: [UInt32] = [0]
    /// All posting lists, concatenated in the same way.
    private var postings: [UInt8] = []
    private var postingsOffsets: [UInt32] = [0]

    init(records: [PageRecord], sectionCount: Int) {
        self.records = records
        self.sectionCount = sectionCount
    }

    var termCount: Int { termOffsets.count - 1 }

    /// Terms have to be added in the order of their bytes.
    mutating func add(_ term: ArraySlice<UInt8>, _ postings: some Sequence<Posting>) {
        terms.append(contentsOf: term)
        termOffsets.append(UInt32(terms.count))
        self.postings.write(postings)
        postingsOffsets.append(UInt32(self.postings.count))
    }

    func term(_ index: Int) -> ArraySlice<UInt8> { terms[Int(termOffsets[index])..<Int(termOffsets[index + 1])] }

    /// The encoded posting list of a term; see `ArraySlice.readPostings(from:)`.
    func postings(_ index: Int) -> ArraySlice<UInt8> { postings[Int(postingsOffsets[index])..<Int(postingsOffsets[index + 1])] }

    /// The index of the first term whose first byte is `byte` or greater.
    func firstIndex(startingAt byte: UInt8) -> Int { (0..<termCount).partitioningIndex { term($0).first ?? 0 >= byte } }
}
