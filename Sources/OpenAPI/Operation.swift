/// An operation of an HTTP API.
public struct Operation: Sendable {
    /// The HTTP method in upper case.
    public let method: String
    /// The path as a template, such as `/users/{id}`; for a webhook, its name.
    public let path: String
    /// The URL that the path is appended to; may be empty.
    public let server: String
    public let summary: String?
    public let description: String?
    public let parameters: [Property]
    /// The alternative forms of the request's body; empty if it has none.
    public let body: [Media]
    public let responses: [Response]

    /// A body in one media type.
    public struct Media: Sendable {
        /// The media type; empty if a Swagger 2 response does not say.
        public let type: String
        public let properties: [Property]
    }

    public struct Response: Sendable {
        /// A status code, a range such as `4XX`, or `default`.
        public let status: String
        public let description: String?
        public let media: [Media]
    }
}

/// A parameter of an operation, or a property of a body.
public struct Property: Sendable {
    public let name: String
    /// `path`, `query`, `header` or `cookie`; nil for a property of a body.
    public let location: String?
    /// The type as text, with the format in parentheses, such as `integer (int64)` or `string[]`; may be empty.
    public let type: String
    public let isRequired: Bool
    public let description: String?
    /// The allowed values; empty if there is no such list.
    public let values: [String]
    /// The number of properties that this one is nested in.
    public let depth: Int
}
