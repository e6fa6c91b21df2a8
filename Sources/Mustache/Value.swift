/// A value that a template is rendered with.
public indirect enum Value: Sendable {
    /// No value: its section is left out.
    case absent
    case flag(Bool)
    /// UTF-8. `{{name}}` escapes it for HTML, `{{{name}}}` does not. The section of an empty text is left out.
    case text([UInt8])
    case object([(name: String, value: Value)])
    case list([Value])

    /// The text of a string.
    public static func text(_ string: String) -> Value { .text(Array(string.utf8)) }

    /// The text of a string, or `absent` for nil.
    public static func text(_ string: String?) -> Value { string.map { .text(Array($0.utf8)) } ?? .absent }

    subscript(name: String) -> Value? {
        guard case .object(let members) = self else { return nil }
        // Most names differ in length, which is told without looking at them.
        let length = name.utf8.count
        for index in members.indices where members[index].name.utf8.count == length && members[index].name == name {
            return members[index].value
        }
        return nil
    }
}
