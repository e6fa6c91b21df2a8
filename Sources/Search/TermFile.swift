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
    private(set) var entries: [Entry] = []
    private var places: [String: Int] = [:]

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        var term: [UInt8] = []
        while let shared = rest.popFirst(), let more = rest.popFirst(), shared <= term.count, more <= rest.count {
            term = Array(term[..<Int(shared)] + rest.prefix(Int(more)))
            rest = rest.dropFirst(Int(more))
            guard let count = rest.readVarint(), let kept = rest.readVarint(), let length = rest.readVarint(), length <= rest.count else { return }
            let packed = rest.prefix(Int(length))
            rest = rest.dropFirst(Int(length))
            let text = String(decoding: term, as: UTF8.self)
            places[text] = entries.count
            entries.append(Entry(term: text, count: Int(count), postings: PackedPostings.read(packed, count: min(Int(kept), packed.count * 2))))
        }
    }

    subscript(term: String) -> Entry? { places[term].map { entries[$0] } }
}

extension String {
    /// By the bytes of UTF-8, as terms are ordered.
    func precedesInBytes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
