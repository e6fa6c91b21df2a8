/// An HTML element read from raw HTML.
public struct Element: Sendable {
    public internal(set) var name: HTMLElement
    /// Attributes as written, names in lower case, values with character references decoded. The first one with a name counts.
    public let attributes: [Attribute]
    /// The index of its address in the document's links; nil if it has none.
    public internal(set) var link: Int?

    /// The value of an attribute, empty if it is written without one; nil if there is no such attribute.
    public subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }
}

/// An attribute of an HTML element or a GitBook block.
public struct Attribute: Sendable {
    /// The name in lower case.
    public let name: String
    /// The value with character references decoded; empty for an attribute without a value.
    public let value: String
}
