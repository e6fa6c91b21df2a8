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
    /// `{% @owner/block … %}`, a block of somebody's integration.
    case integration
    /// A pair of tags of no known name and without arguments: a plug-in's. What is between them is shown.
    case plugin
    /// A footnote's definition, which is moved to the end of the document.
    case footnote

    /// May stand without a closing tag.
    public var isVoidable: Bool {
        switch self {
        case .embed, .file, .include, .pageReference, .integration, .openAPI, .openAPIOperation, .openAPIWebhook, .openAPISchemas, .swagger,
            .prompt:
            true
        default: false
        }
    }

    /// The first of a kind ends the one before it, where that has not been closed.
    public var endsItsLike: Bool { [.tab, .step, .column, .update].contains(self) }

    /// What stands in it is part of the page's outline, as GitBook has it.
    public var isInOutline: Bool {
        switch self {
        case .stepper, .step, .columns, .column, .updates, .update, .if, .else, .elif, .plugin, .include: true
        default: false
        }
    }

    /// The attribute that holds the block's address.
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

/// A GitBook tag as it stands in the text.
public struct BlockTag {
    public enum Role: Equatable {
        case opening
        /// Closes the tag of this place.
        case closing(Int)
        case void
        /// Closes nothing.
        case stray
    }

    public let name: BlockName
    /// The name as written, without `end`.
    public let writtenName: String
    public let attributes: [Attribute]
    /// What stands in it beside attributes: the path of an `include`, the condition of an `if`.
    public let argument: String
    /// In the text that it was read from.
    public let range: Range<Int>
    public var role: Role

    /// Reads the text between `{%` and `%}`.
    ///
    /// - Returns: nil for what is no tag of GitBook's.
    public init?(_ text: ArraySlice<UInt8>, range: Range<Int>, isPlugin: (String) -> Bool) {
        var body = text
        if body.first == UInt8(ascii: "-") { body.removeFirst() }
        if body.last == UInt8(ascii: "-") { body.removeLast() }
        body = body.drop(while: \.isASCIIWhitespace)
        let word = body.prefix { !$0.isASCIIWhitespace && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "=") }
        var written = String(decoding: word, as: UTF8.self)
        let isClosing = written.hasPrefix("end") && written.utf8.count > 3
        if isClosing { written.removeFirst(3) }
        let rest = body[word.endIndex...]
        let hasArguments = rest.contains { !$0.isASCIIWhitespace }
        if let known = BlockName(rawValue: written), known != .integration, known != .plugin, known != .footnote {
            name = known
        } else if written.hasPrefix("@"), written.utf8.contains(UInt8(ascii: "/")) {
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

    /// A tag that stands for the ends of something else.
    public init(_ name: BlockName, argument: String, role: Role, range: Range<Int>) {
        self.name = name
        writtenName = name.rawValue
        attributes = []
        self.argument = argument
        self.range = range
        self.role = role
    }

    /// `name="value"`, `name='value'`, `name=value`; all else is the argument.
    private static func arguments(_ text: ArraySlice<UInt8>) -> ([Attribute], String) {
        var attributes: [Attribute] = []
        var argument = ""
        var rest = text.drop(while: \.isASCIIWhitespace)
        while let first = rest.first {
            if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
                let value = quoted(&rest)
                if argument.isEmpty { argument = value }
            } else {
                let word = rest.prefix { !$0.isASCIIWhitespace && $0 != UInt8(ascii: "=") }
                rest = rest[word.endIndex...]
                if rest.first == UInt8(ascii: "=") {
                    rest.removeFirst()
                    let value = rest.first == UInt8(ascii: "\"") || rest.first == UInt8(ascii: "'") ? quoted(&rest) : bare(&rest)
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

    /// Takes a quoted value; a backslash stands for the character behind it.
    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> String {
        let quote = rest.removeFirst()
        var value: [UInt8] = []
        while let byte = rest.popFirst(), byte != quote {
            if byte == UInt8(ascii: "\\"), let next = rest.first, next.isASCIIPunctuation {
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
    /// Attributes as written, names in lower case; the first of a name counts.
    public let attributes: [Attribute]
    /// The path of an `include`, the condition of an `if`, the label of a footnote.
    public let argument: String
    /// The index of its address in the document's links, or nil.
    public internal(set) var link: Int?

    /// The value of an attribute.
    public subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
}

extension Block {
    public init(_ tag: BlockTag) {
        self.init(name: tag.name, writtenName: tag.writtenName, attributes: tag.attributes, argument: tag.argument, link: nil)
    }

    public var address: String? {
        if name == .include { return argument.isEmpty ? nil : argument }
        return name.addressAttribute.flatMap { self[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    }

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
