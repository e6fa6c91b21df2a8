/// Gives each id of a document once.
struct UniqueNames {
    private var used: Set<String> = []

    func contains(_ name: String) -> Bool { used.contains(name) }

    /// Reserves and returns `name`, with the first of the suffixes `-1`, `-2` … that is free if `name` is taken.
    mutating func name(_ name: String) -> String {
        var candidate = name
        var count = 0
        while !used.insert(candidate).inserted {
            count += 1
            candidate = "\(name)-\(count)"
        }
        return candidate
    }
}
