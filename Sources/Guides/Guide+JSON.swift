import Bytes

extension Guide {
    /// The guide as JSON: the fields of the labelled articles' schema.
    ///
    /// - Parameters:
    ///   - id: what the page is called, such as its path.
    ///   - article: its file.
    public func json(id: String, article: String) -> JSON {
        .object([
            ("id", .string(id)), ("article", .string(article)), ("kind", .string(kind.rawValue)), ("tree", .bool(hasTree)),
            ("nodes", .array(nodes.map(json))),
        ])
    }

    private func json(_ node: Node) -> JSON {
        .object([
            ("line", .integer(node.line)), ("kind", .string(node.kind.rawValue)), ("title", .string(node.title)), ("level", .integer(node.level)),
            ("source", .string(node.source.rawValue)), ("parent", node.parent.map { .integer(nodes[$0].line) } ?? .null),
            ("children", .array(node.children.map { .integer(nodes[$0].line) })), ("ordered", .bool(node.isOrdered)),
            ("alternatives", .bool(node.hasAlternatives)), ("remedy", .bool(node.hasRemedy)), ("stepMode", .string(node.stepMode.rawValue)),
            ("likelihood", node.likelihood.map { .decimal($0) } ?? .null),
            ("steps", .array(node.steps.map { .object([("line", .integer($0.line)), ("text", .string($0.text))]) })),
        ])
    }
}
