/// Edit distance for spelling correction. Unlike `nearest(to:)` in Bytes, it counts characters, and transpositions as one edit.
enum EditDistance {
    /// The number of edits up to which a word of some length is corrected.
    static func maxDistance(length: Int) -> Int { length < 4 ? 0 : length < 7 ? 1 : 2 }

    /// The optimal string alignment distance: the least number of insertions, deletions, substitutions and transpositions of adjacent
    /// characters; nil if it is greater than `limit`. O(nm) time.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        // Rows of the distance matrix: the current one and the two before.
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for i in left.indices {
            var row = [i + 1]
            row.reserveCapacity(previous.count)
            for j in right.indices {
                var distance = min(previous[j] + (left[i] == right[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { distance = min(distance, beforePrevious[j - 1] + 1) }
                row.append(distance)
            }
            if row.allSatisfy({ $0 > limit }) { return nil }
            beforePrevious = previous
            previous = row
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }
}
