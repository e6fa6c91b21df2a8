extension Collection where Element == String {
    /// The element with the smallest edit distance to `word`, ignoring ASCII case, if it is close enough to be a misspelling: at most one
    /// byte away for words of up to three bytes, two for up to eight, and a third of the length for longer ones. The first of equally near
    /// ones; nil if none is close enough.
    public func nearest(to word: String) -> String? {
        let target = word.utf8.map(\.asciiLowercased)
        var distances: [Int] = []
        var limit = (target.count < 4 ? 1 : Swift.max(2, target.count / 3)) + 1
        var best: String?
        for candidate in self where abs(candidate.utf8.count - target.count) < limit {
            let distance = editDistance(target, candidate.utf8.map(\.asciiLowercased), below: limit, &distances)
            if distance < limit { (limit, best) = (distance, candidate) }
        }
        return best
    }
}

/// The Levenshtein distance of two byte strings, or `limit` as soon as it cannot be less
/// (https://en.wikipedia.org/wiki/Levenshtein_distance#Iterative_with_two_matrix_rows).
/// - Parameter row: a buffer for a row of the matrix, reused between calls.
private func editDistance(_ a: [UInt8], _ b: [UInt8], below limit: Int, _ row: inout [Int]) -> Int {
    row.removeAll(keepingCapacity: true)
    row += 0...b.count
    for i in a.indices {
        var diagonal = row[0]
        row[0] = i + 1
        var minimum = row[0]
        for j in b.indices {
            let above = row[j + 1]
            row[j + 1] = a[i] == b[j] ? diagonal : 1 + Swift.min(diagonal, above, row[j])
            diagonal = above
            minimum = Swift.min(minimum, row[j + 1])
        }
        if minimum >= limit { return limit }
    }
    return row[b.count]
}
