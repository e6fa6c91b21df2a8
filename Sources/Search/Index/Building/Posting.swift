/// An occurrence of a term in a section.
struct Posting: Sendable, Equatable {
    /// The section's number, counted over all pages of the index or segment.
    let section: UInt32
    /// The quantized weight of the term in the section, 1...15 (`Weights.impact`).
    let impact: UInt8
}

extension [UInt8] {
    /// Appends postings as an `IndexSegment` stores them: for each a varint of `(distance from the previous section) << 4 | impact`.
    /// - Parameter postings: sorted by section.
    mutating func write(_ postings: some Sequence<Posting>) {
        var previousSection: UInt32 = 0
        for posting in postings {
            write(varint: (posting.section - previousSection) << 4 | UInt32(posting.impact))
            previousSection = posting.section
        }
    }
}

extension ArraySlice<UInt8> {
    /// Removes and returns all postings.
    /// - Parameter base: added to each section number.
    mutating func readPostings(from base: UInt32 = 0) -> [Posting] {
        var postings: [Posting] = []
        var section = base
        while let value = readVarint() {
            section &+= value >> 4
            postings.append(Posting(section: section, impact: UInt8(value & 15)))
        }
        return postings
    }
}
