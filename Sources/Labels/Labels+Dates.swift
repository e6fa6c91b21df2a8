extension Labels {
    /// A date in words, such as “May 31, 2026”.
    /// - Parameters:
    ///   - date: as `2026-05-31`.
    ///   - months: the names of the months, in order, with spaces between them.
    ///   - pattern: a text with `{day}`, `{month}` and `{year}` in it.
    ///   - isShort: whether the first letters of a month do.
    /// - Returns: nil for what is no date.
    public static func date(_ date: String, months: String, pattern: String, isShort: Bool = false) -> String? {
        let fields = date.split(separator: "-")
        let months = months.split(separator: " ")
        guard date.utf8.count == 10, fields.count == 3, let month = Int(fields[1]), months.indices.contains(month - 1),
            let day = Int(fields[2])
        else { return nil }
        var name = String(months[month - 1])
        if isShort, name.count > 4 { name = String(name.prefix(3)) }
        return pattern.replacing("{day}", with: "\(day)").replacing("{month}", with: name).replacing("{year}", with: String(fields[0]))
    }
}
