import Bytes

extension Guide {
    /// The guide as a writer looks at it beside the page: each node with its kind, why it has this kind, and where “Still not fixed” leads.
    ///
    /// The members: `kind` of the page, whether it has a `tree`, the `evidence` for both, and `nodes` in document order. A node has `kind`,
    /// `title`, `line`, `depth` (0 for a root), `anchor`, `notes` such as `90 %`, `steps` (their texts), `evidence` (sentences without a full
    /// stop) and `next` (text, or null for a node that is on no way).
    package var outline: JSON {
        let transitions = GuideTransitions(self)
        return .object([
            ("kind", .string(kind.rawValue)), ("tree", .bool(hasTree)), ("evidence", .string(evidence)),
            ("nodes", .array(nodes.indices.map { .object(outlineMembers($0, transitions)) })),
        ])
    }

    private func outlineMembers(_ index: Int, _ transitions: GuideTransitions) -> [(String, JSON)] {
        let node = nodes[index]
        let leaves = transitions.isOnPath(index) && node.kind != .escalation
        return [
            ("kind", .string(node.kind.rawValue)), ("title", .string(node.title)), ("line", .integer(node.line)),
            ("depth", .integer(ancestors(of: index).count)), ("anchor", .string(node.anchor)),
            ("notes", .array(notes(node).map { .string($0) })), ("steps", .array(node.steps.map { .string($0.text) })),
            ("evidence", .array(node.evidence.map { .string($0) })),
            ("next", leaves ? .string(name(transitions.next(after: index))) : .null),
        ]
    }
}
