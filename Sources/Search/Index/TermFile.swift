import Bytes

/// A file of terms, read.
struct TermFile: Sendable {
    struct Entry: Sendable {
        let term: String
        /// In how many sections it stands.
        let count: Int
        let postings: [Posting]

        /// Two terms side by side.
        var isPair: Bool { term.utf8.contains(0x20) }
    }

    /// In the order of the terms' bytes.
    let entries: [Entry]

    /// - Parameter sectionCount: how many sections there are; what stands in others is left out.
    init(_ bytes: [UInt8], sectionCount: Int) {
        entries = PackedTerms(bytes).map { entry in
            Entry(
                term: String(decoding: entry.term, as: UTF8.self), count: entry.count,
                postings: entry.postings.filter { $0.section < sectionCount })
        }
    }

    subscript(term: String) -> Entry? { entries.first { $0.term.hasBytes(of: term) } }
}

/// The terms of a file as they stand there. What is cut short is left out.
struct PackedTerms: Sequence, IteratorProtocol {
    struct Entry {
        let term: [UInt8]
        /// In how many sections it stands, and how many of these are kept.
        let count: Int
        let kept: Int
        let packed: ArraySlice<UInt8>

        /// No more than there can be, whatever the file says.
        var postings: [Posting] { PackedPostings.read(packed, count: Swift.min(kept, packed.count * 2)) }
    }

    private var rest: ArraySlice<UInt8>
    private var last: [UInt8] = []

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    /// Whether nothing is cut short.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        var terms = PackedTerms(bytes)
        while !terms.rest.isEmpty {
            guard terms.next() != nil else { return false }
        }
        return true
    }

    mutating func next() -> Entry? {
        guard let shared = rest.popFirst(), let more = rest.popFirst(), shared <= last.count, more <= rest.count else { return nil }
        last.removeSubrange(Int(shared)...)
        last += rest.prefix(Int(more))
        rest = rest.dropFirst(Int(more))
        guard let count = rest.readVarint(), let kept = rest.readVarint(), let length = rest.readVarint(), length <= rest.count else {
            return nil
        }
        defer { rest = rest.dropFirst(Int(length)) }
        return Entry(term: last, count: Int(count), kept: Int(kept), packed: rest.prefix(Int(length)))
    }
}

/// Terms are compared by the bytes of UTF-8: to strings, what differs in the order of combining marks is the same, and a letter no prefix of one with a mark.
extension String {
    func precedesInBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

    func hasBytes(of other: String) -> Bool { utf8.elementsEqual(other.utf8) }

    func beginsWithBytes(of other: String) -> Bool { utf8.starts(with: other.utf8) }
}
