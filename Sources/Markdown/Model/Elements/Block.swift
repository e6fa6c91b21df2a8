/// A GitBook block of a document.
public struct Block: Sendable {
    public let name: BlockName
    /// The name as written.
    public let writtenName: String
    /// Attributes as written, names in lower case. The first one with a name counts.
    public let attributes: [Attribute]
    /// The path of an `include`, the condition of an `if`, the label of a footnote.
    public let argument: String
    /// The index of its address in the document's links; nil if it has none.
    public internal(set) var link: Int?

    /// The value of an attribute, or nil.
    public subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
}

extension Block {
    /// The block that a tag opens.
    public init(_ tag: BlockTag) {
        self.init(name: tag.name, writtenName: tag.writtenName, attributes: tag.attributes, argument: tag.argument, link: nil)
    }

    /// The address that the block links to or includes, or nil.
    public var address: String? {
        if name == .include { return argument.isEmpty ? nil : argument }
        guard let attribute = name.addressAttribute else { return nil }
        // An address under the other of two names is a slip, which is told.
        let value = self[attribute] ?? (attribute == "url" ? self["src"] : attribute == "src" ? self["url"] : nil)
        return value.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The role of the block's address among the document's links.
    public var role: Link.Role {
        switch name {
        case .contentReference, .pageReference: .reference
        case .file: .file
        case .include: .include
        case .openAPI, .openAPIOperation, .openAPIWebhook, .openAPISchemas, .swagger: .specification
        default: .embed
        }
    }
}
