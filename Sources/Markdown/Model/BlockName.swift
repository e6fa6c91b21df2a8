import Bytes

/// The names of GitBook's blocks: `{% name … %} … {% endname %}`.
public enum BlockName: String, Sendable, CaseIterable {
    case hint, tabs, tab, stepper, step, columns, column, code, embed, file, include, updates, update, prompt
    case contentReference = "content-ref", pageReference = "page-ref"
    case `if`, `else`, elif
    case openAPI = "openapi", openAPIOperation = "openapi-operation", openAPIWebhook = "openapi-webhook", openAPISchemas = "openapi-schemas"
    case swagger, swaggerDescription = "swagger-description", swaggerParameter = "swagger-parameter", swaggerResponse = "swagger-response"
    case apiMethod = "api-method", apiMethodSummary = "api-method-summary", apiMethodDescription = "api-method-description"
    case apiMethodSpecification = "api-method-spec", apiMethodRequest = "api-method-request", apiMethodResponse = "api-method-response"
    case apiMethodResponseExample = "api-method-response-example", apiMethodResponseExampleDescription =
        "api-method-response-example-description"
    case apiMethodPathParameters = "api-method-path-parameters", apiMethodQueryParameters = "api-method-query-parameters"
    case apiMethodHeaders = "api-method-headers", apiMethodBodyParameters = "api-method-body-parameters"
    case apiMethodFormDataParameters = "api-method-form-data-parameters", apiMethodParameter = "api-method-parameter"
    /// `{% @owner/block … %}`, a block of an integration.
    case integration
    /// A pair of tags with an unknown name and without arguments, as plug-ins use. The content between them is shown.
    case plugin
    /// A footnote's definition, moved to the end of the document.
    case footnote

    /// Whether the closing tag is optional.
    public var isVoidable: Bool {
        switch self {
        case .embed, .file, .include, .pageReference, .integration, .openAPI, .openAPIOperation, .openAPIWebhook, .openAPISchemas, .swagger,
            .prompt:
            true
        default: false
        }
    }

    /// Whether an opening tag ends an open block of the same name, as an item of HTML ends the one before it.
    public var endsItsLike: Bool { [.tab, .step, .column, .update].contains(self) }

    /// Whether headings in the block are in the page's outline, as in GitBook.
    public var isInOutline: Bool {
        switch self {
        case .stepper, .step, .columns, .column, .updates, .update, .if, .else, .elif, .plugin, .include: true
        default: false
        }
    }

    /// The attribute that contains the block's address, or nil.
    public var addressAttribute: String? {
        switch self {
        case .contentReference, .embed, .integration: "url"
        case .file, .openAPI, .swagger: "src"
        case .pageReference: "page"
        case .openAPIOperation, .openAPIWebhook, .openAPISchemas: "spec"
        default: nil
        }
    }

    /// The names of GitBook's own blocks.
    public static let gitBookNames = allCases.filter { $0 != .integration && $0 != .plugin }.map(\.rawValue)
}

/// A GitBook tag in a text.
public struct BlockTag {
    public enum Role: Equatable {
        case opening
        /// Closes the tag with this index.
        case closing(Int)
        case void
        /// A closing tag without an opening one.
        case stray
    }

    public let name: BlockName
    /// The name as written, without `end`.
    public let writtenName: String
    public let attributes: [Attribute]
    /// The content that is not an attribute: the path of an `include`, the condition of an `if`.
    public let argument: String
    /// The tag's range in the original text.
    public let range: Range<Int>
    public var role: Role

    /// Reads the text between `{%` and `%}`.
    ///
    /// - Parameters:
    ///   - text: the text between the delimiters.
    ///   - range: the range of the tag with its delimiters.
    ///   - isPlugin: whether an unknown name is a plug-in's.
    /// - Returns: nil if it is not one of GitBook's tags.
    public init?(_ text: ArraySlice<UInt8>, range: Range<Int>, isPlugin: (String) -> Bool) {
        var body = text
        if body.first == .hyphen { body.removeFirst() }
        if body.last == .hyphen { body.removeLast() }
        body = body.drop(while: \.isASCIIWhitespace)
        let word = body.prefix { !$0.isASCIIWhitespace && $0 != .quote && $0 != .equals }
        var written = String(decoding: word, as: UTF8.self)
        let isClosing = written.hasPrefix("end") && written.utf8.count > 3
        if isClosing { written.removeFirst(3) }
        let rest = body[word.endIndex...]
        let hasArguments = rest.contains { !$0.isASCIIWhitespace }
        if let known = BlockName(rawValue: written), known != .integration, known != .plugin, known != .footnote {
            name = known
        } else if written.hasPrefix("@"), written.utf8.contains(.slash) {
            name = .integration
        } else if !hasArguments, isPlugin(written) {
            name = .plugin
        } else {
            return nil
        }
        writtenName = written
        self.range = range
        role = isClosing ? .stray : .opening
        (attributes, argument) = name == .if || name == .elif ? ([], String(decoding: rest, as: UTF8.self).trimmed) : Self.arguments(rest)
    }

    /// A tag for a construct that is not written as one.
    public init(_ name: BlockName, argument: String, role: Role, range: Range<Int>) {
        self.name = name
        writtenName = name.rawValue
        attributes = []
        self.argument = argument
        self.range = range
        self.role = role
    }

    /// Reads `name="value"`, `name='value'` and `name=value`. The first thing that is no attribute is the argument.
    private static func arguments(_ text: ArraySlice<UInt8>) -> ([Attribute], String) {
        var attributes: [Attribute] = []
        var argument = ""
        var rest = text.drop(while: \.isASCIIWhitespace)
        while let first = rest.first {
            if first == .quote || first == .apostrophe {
                let value = quoted(&rest)
                if argument.isEmpty { argument = value }
            } else {
                let word = rest.prefix { !$0.isASCIIWhitespace && $0 != .equals }
                rest = rest[word.endIndex...]
                if rest.first == .equals {
                    rest.removeFirst()
                    let value = rest.first == .quote || rest.first == .apostrophe ? quoted(&rest) : bare(&rest)
                    attributes.append(Attribute(name: String(decoding: word.map(\.asciiLowercased), as: UTF8.self), value: value))
                } else if argument.isEmpty {
                    argument = String(decoding: word, as: UTF8.self)
                }
                if word.isEmpty, rest.first == first { rest.removeFirst() }
            }
            rest = rest.drop(while: \.isASCIIWhitespace)
        }
        return (attributes, argument)
    }

    private static func bare(_ rest: inout ArraySlice<UInt8>) -> String {
        let value = rest.prefix { !$0.isASCIIWhitespace }
        rest = rest[value.endIndex...]
        return String(decoding: value, as: UTF8.self)
    }

    /// Removes a quoted value from the text and returns it. A backslash escapes punctuation.
    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String {
        let quote = rest.removeFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst(), byte != quote {
            if byte == .backslash, let next = rest.first, next.isASCIIPunctuation {
                value.append(rest.removeFirst())
            } else {
                value.append(byte)
            }
        }
        return CharacterReferences.decode(value[...])
    }
}

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
        return name.addressAttribute.flatMap { self[$0] }.flatMap { $0.isEmpty ? nil : $0 }
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
