/// What a template is given.
public indirect enum Value: Sendable {
    /// Nothing: a section of it is left out.
    case absent
    case flag(Bool)
    /// UTF-8; `{{name}}` escapes it for HTML, `{{{name}}}` does not. An empty text counts as absent for a section.
    case text([UInt8])
    case object([(name: String, value: Value)])
    case list([Value])

    /// A text.
    public static func text(_ string: String) -> Value { .text(Array(string.utf8)) }

    /// A text, or nothing.
    public static func text(_ string: String?) -> Value { string.map { .text(Array($0.utf8)) } ?? .absent }

    subscript(name: String) -> Value? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }
}

/// The shape of what a template is given, for telling a misspelt name from an absent value before anything is rendered.
public indirect enum Schema: Sendable {
    case text, flag
    case object([(name: String, schema: Schema)])
    case list(Schema)

    subscript(name: String) -> Schema? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.schema
    }

    var names: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.name)
    }
}
