extension Collection where Element == String {
    /// The element nearest to `word` by edit distance, ignoring ASCII case, if it is near enough to be what was meant: at most
    /// a third of the word's length away, or two letters. The first of equals.
    public func nearest(to word: String) -> String? {
        let wanted = word.utf8.map(\.asciiLowercased)
        var row: [Int] = []
        var limit = (wanted.count < 4 ? 1 : Swift.max(2, wanted.count / 3)) + 1
        var best: String?
        for candidate in self where abs(candidate.utf8.count - wanted.count) < limit {
            let distance = editDistance(wanted, candidate.utf8.map(\.asciiLowercased), below: limit, &row)
            if distance < limit { (limit, best) = (distance, candidate) }
        }
        return best
    }
}

/// Levenshtein's distance of two byte strings, or `limit` as soon as it cannot be less.
/// - Parameter row: room to work in.
private func editDistance(_ a: [UInt8], _ b: [UInt8], below limit: Int, _ row: inout [Int]) -> Int {
    row.removeAll(keepingCapacity: true)
    row += 0...b.count
    for i in a.indices {
        var diagonal = row[0]
        row[0] = i + 1
        var least = row[0]
        for j in b.indices {
            let above = row[j + 1]
            row[j + 1] = a[i] == b[j] ? diagonal : 1 + Swift.min(diagonal, above, row[j])
            diagonal = above
            least = Swift.min(least, row[j + 1])
        }
        if least >= limit { return limit }
    }
    return row[b.count]
}
