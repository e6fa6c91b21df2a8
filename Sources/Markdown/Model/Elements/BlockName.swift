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

    /// Whether an opening tag ends an open block of the same name, as an `li` of HTML ends the one before it.
    public var endsPreviousSibling: Bool { [.tab, .step, .column, .update].contains(self) }

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

    /// Names of tags in Jinja, Liquid and Nunjucks, which are near some of GitBook's.
    static let ofOtherLanguages: Set<String> = [
        "set", "for", "block", "macro", "call", "filter", "assign", "capture", "case", "when", "unless", "comment", "cycle", "link",
        "post_url",
        "url", "tag", "cache", "static", "load", "with", "trans", "include_relative", "extends", "import", "from", "do", "form", "style",
        "script",
        "schema", "section", "render", "paginate", "tablerow", "increment", "decrement", "echo", "liquid", "layout", "elsif", "switch",
        "test", "note",
    ]

    /// The names of GitBook's own blocks.
    public static let gitBookNames = allCases.filter { $0 != .integration && $0 != .plugin && $0 != .footnote }.map(\.rawValue)
}
