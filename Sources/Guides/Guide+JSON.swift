import Bytes

extension Guide {
    /// The guide as JSON: the fields of the labelled articles' schema.
    ///
    /// Beside these: `start`, where a reader begins, and for each node `anchor`, its heading's id, and `next`, where “Still not fixed” leads. Both are lines of
    /// nodes: one to go to, several to choose from, none where the page names nobody else to ask.
    ///
    /// - Parameters:
    ///   - id: what the page is called, such as its path.
    ///   - article: its file.
    public func json(id: String, article: String) -> JSON { json(id, article) { _ in [] } }

    /// The same with `evidence`: what made each node what it is.
    public func explainedJSON(id: String, article: String) -> JSON {
        json(id, article) { [("evidence", .array($0.evidence.map { .string($0) }))] }
    }

    private func json(_ id: String, _ article: String, more: (Node) -> [(String, JSON)]) -> JSON {
        let walk = Walk(self)
        return .object([
            ("id", .string(id)), ("article", .string(article)), ("kind", .string(kind.rawValue)), ("tree", .bool(hasTree)),
            ("start", walk.start.map(lines) ?? .null), ("nodes", .array(nodes.indices.map { .object(members($0, walk) + more(nodes[$0])) })),
        ])
    }

    private func members(_ index: Int, _ walk: Walk) -> [(String, JSON)] {
        let node = nodes[index]
        return [
            ("line", .integer(node.line)), ("kind", .string(node.kind.rawValue)), ("title", .string(node.title)), ("level", .integer(node.level)),
            ("source", .string(node.source.rawValue)), ("parent", node.parent.map { .integer(nodes[$0].line) } ?? .null),
            ("children", .array(node.children.map { .integer(nodes[$0].line) })), ("ordered", .bool(node.isOrdered)),
            ("alternatives", .bool(node.hasAlternatives)), ("remedy", .bool(node.hasRemedy)), ("stepMode", .string(node.stepMode.rawValue)),
            ("likelihood", node.likelihood.map { .decimal($0) } ?? .null),
            ("anchor", node.anchor.map { .string($0) } ?? .null),
            ("next", walk.isOnPath(index) ? lines(walk.unresolved(at: index)) : .null),
            ("steps", .array(node.steps.map { .object([("line", .integer($0.line)), ("text", .string($0.text))]) })),
        ]
    }

    private func lines(_ destination: Walk.Destination) -> JSON { .array(Self.targets(destination).map { .integer(nodes[$0].line) }) }
}
