import Bytes

/// That a term stands in a section, and how much it counts there, from 1 to 15.
struct Posting: Sendable, Equatable {
    let section: UInt32
    let level: UInt8
}

extension [UInt8] {
    /// Appends a number of seven bits a byte, the low ones first; all but the last byte have the high bit.
    mutating func write(varint value: UInt32) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    /// Appends postings: the distance from the last section, times 16, and the level.
    mutating func write(_ postings: some Sequence<Posting>) {
        var last: UInt32 = 0
        for posting in postings {
            write(varint: (posting.section - last) << 4 | UInt32(posting.level))
            last = posting.section
        }
    }
}

extension ArraySlice<UInt8> {
    /// Takes a number from the front; nil where none is whole.
    mutating func readVarint() -> UInt32? {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while let byte = popFirst() {
            guard shift < 32 else { return nil }
            value |= UInt32(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }

    /// Takes all the postings that it holds.
    mutating func readPostings(from base: UInt32 = 0) -> [Posting] {
        var postings: [Posting] = []
        var section = base
        while let value = readVarint() {
            section &+= value >> 4
            postings.append(Posting(section: section, level: UInt8(value & 15)))
        }
        return postings
    }
}

/// The index of a row of pages, packed: terms in the order of their bytes, each with its postings.
package struct IndexSegment: Sendable {
    let records: [PageRecord]
    let sectionCount: Int
    private var terms: [UInt8] = []
    private var termEnds: [UInt32] = [0]
    private var postings: [UInt8] = []
    private var postingEnds: [UInt32] = [0]

    init(records: [PageRecord], sectionCount: Int) {
        self.records = records
        self.sectionCount = sectionCount
    }

    var count: Int { termEnds.count - 1 }

    mutating func add(_ term: ArraySlice<UInt8>, _ postings: some Sequence<Posting>) {
        terms.append(contentsOf: term)
        termEnds.append(UInt32(terms.count))
        self.postings.write(postings)
        postingEnds.append(UInt32(self.postings.count))
    }

    func term(_ index: Int) -> ArraySlice<UInt8> { terms[Int(termEnds[index])..<Int(termEnds[index + 1])] }

    /// The place of the first term that begins with a byte, or with a higher one.
    func place(of byte: UInt8) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if term(middle).first ?? 0 < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func postings(_ index: Int) -> ArraySlice<UInt8> { postings[Int(postingEnds[index])..<Int(postingEnds[index + 1])] }
}
