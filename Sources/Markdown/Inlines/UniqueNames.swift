/// Gives each id of a document once.
struct UniqueNames {
    private var used: Set<String> = []
    /// The last suffix that was given to a name, so that the next one is not looked for from the beginning.
    private var counts: [String: Int] = [:]

    func contains(_ name: String) -> Bool { used.contains(name) }

    /// Reserves and returns `name`, with the first of the suffixes `-1`, `-2` … that is free if `name` is taken.
    mutating func name(_ name: String) -> String {
        let name = Self.withoutThemePrefix(name)
        if used.insert(name).inserted { return name }
        var count = counts[name, default: 0]
        var candidate: String
        repeat {
            count += 1
            candidate = "\(name)-\(count)"
        } while !used.insert(candidate).inserted
        counts[name] = count
        return candidate
    }

    /// Ids that begin with `kb--` are those of the theme: a script that looks for one must not find a writer's element.
    static func withoutThemePrefix(_ name: String) -> String {
        name.hasPrefix("kb--") ? "kb-" + name.dropFirst(4).drop { $0 == "-" } : name
    }
}
