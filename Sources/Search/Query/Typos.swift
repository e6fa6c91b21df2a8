/// How far words are from one another.
enum Typos {
    /// How many letters of a word may be wrong.
    static func allowed(_ length: Int) -> Int { length < 4 ? 0 : length < 7 ? 1 : 2 }

    /// The number of letters to put in, take out, change or exchange with their neighbours (optimal string alignment), or nil if there are more than `limit`.
    static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], limit: Int) -> Int? {
        guard abs(one.count - other.count) <= limit else { return nil }
        var before: [Int] = []
        var row = Array(0...other.count)
        for i in one.indices {
            var next = [i + 1]
            next.reserveCapacity(row.count)
            for j in other.indices {
                var value = min(row[j] + (one[i] == other[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] { value = min(value, before[j - 1] + 1) }
                next.append(value)
            }
            if next.allSatisfy({ $0 > limit }) { return nil }
            before = row
            row = next
        }
        return row[other.count] <= limit ? row[other.count] : nil
    }
}
