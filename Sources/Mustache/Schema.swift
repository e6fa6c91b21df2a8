/// The type of a value, which tells misspelled names from absent values before anything is rendered.
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
