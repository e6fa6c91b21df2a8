import Bytes

/// Which file of terms begins with what, in files of their own, a row of the alphabet each, so that a query loads few of them.
enum TermDirectory {
    /// How many files of terms a row has.
    static let length = 64

    static func path(_ number: Int) -> String { "rows/\(number).json" }

    /// - Parameter bounds: what each file of terms begins with.
    static func files(_ bounds: [String]) -> [SearchIndex.File] {
        stride(from: 0, to: bounds.count, by: length).enumerated().map { number, start in
            SearchIndex.File(
                path: path(number), bytes: JSON.array(bounds[start..<min(start + length, bounds.count)].map(JSON.string)).bytes)
        }
    }

    /// What each row begins with.
    static func firsts(_ bounds: [String]) -> [String] { stride(from: 0, to: bounds.count, by: length).map { bounds[$0] } }

    /// The last of these beginnings that does not lie behind a term, or the first; nil where there are none.
    static func place(of term: String, in bounds: [String]) -> Int? {
        guard !bounds.isEmpty else { return nil }
        var (low, high) = (0, bounds.count)
        while low < high {
            let middle = (low + high) / 2
            if term.precedesInBytes(bounds[middle]) { high = middle } else { low = middle + 1 }
        }
        return max(0, low - 1)
    }
}
