import Bytes

/// The term directory says which shard has a term. It has two levels, so that a query loads little of it: a directory file lists the
/// separators (`ShardWriter.separators`) of `shardsPerFile` consecutive shards as a JSON array, and `index.json` lists the first separator
/// of each directory file.
enum TermDirectory {
    static let shardsPerFile = 64

    static func path(_ number: Int) -> String { "rows/\(number).json" }

    /// - Parameter separators: those of all shards.
    static func files(_ separators: [String]) -> [SearchIndex.File] {
        stride(from: 0, to: separators.count, by: shardsPerFile).enumerated().map { number, start in
            SearchIndex.File(
                path: path(number),
                bytes: JSON.array(separators[start..<min(start + shardsPerFile, separators.count)].map(JSON.string)).bytes)
        }
    }

    /// The first separator of each file.
    static func firstSeparators(_ separators: [String]) -> [String] {
        stride(from: 0, to: separators.count, by: shardsPerFile).map { separators[$0] }
    }

    /// The index of the last separator that is not greater than a term, or 0 if all are; nil if there are no separators.
    static func index(of term: String, in separators: [String]) -> Int? {
        guard !separators.isEmpty else { return nil }
        return max(0, separators.partitioningIndex { term.precedesInBytes($0) } - 1)
    }
}
