/// Names of files from titles, none of them twice.
struct UniqueNames {
    private var taken: Set<String> = []

    mutating func name(_ title: String) -> String {
        let slug = Self.slug(title)
        var (name, number) = (slug, 1)
        while !taken.insert(name).inserted {
            number += 1
            name = "\(slug)-\(number)"
        }
        return name
    }

    static func slug(_ title: String) -> String {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        let name = words.joined(separator: "-").prefix(80)
        return ["", "readme", "index", "summary"].contains(name) ? "page" + (name.isEmpty ? "" : "-" + name) : String(name)
    }
}
