import Bytes
import DocumentHTML
import Markdown

extension Guide {
    /// The guide as JSON: the fields of the labelled articles' schema, and what a program needs to lead somebody through it.
    ///
    /// Beside the schema's fields are `start`, where a reader begins, and `places`, at which they can stand (`GuideFlow.Place`). Each node has `anchor`, its id on the
    /// page, `next`, where “Still not fixed” leads, and its text as `html`; each step has `key`, by which a tick is kept, and `anchor`. `start` and `next` are
    /// lines of nodes: one to go to, several to choose from, none where the page names nobody else to ask.
    ///
    /// - Parameters:
    ///   - id: what the page is called, such as its path.
    ///   - article: its file.
    ///   - document: what the guide was read from.
    ///   - context: what its HTML has to know. Addresses in it are relative to the page.
    ///   - isExplained: whether each node says, as `evidence`, what made it what it is.
    ///   - more: what else is known of a step, by its element.
    package func json(
        id: String, article: String, document: Document, context: some RenderingContext, isExplained: Bool = false,
        more: (NodeID) -> [(String, JSON)] = { _ in [] }
    ) -> [(String, JSON)] {
        let walk = GuideTransitions(self)
        let route = GuideFlow(self)
        return [
            ("id", .string(id)), ("article", .string(article)), ("kind", .string(kind.rawValue)), ("tree", .bool(hasTree)),
            ("start", walk.start.map(lines) ?? .null),
            (
                "nodes",
                .array(
                    nodes.indices.map { index in
                        let html = String(
                            decoding: HTMLRenderer.html(of: nodes[index].parts, in: document, context: context), as: UTF8.self)
                        return .object(
                            members(index, walk, more) + [("html", .string(html))]
                                + (isExplained ? [("evidence", .array(nodes[index].evidence.map { .string($0) }))] : []))
                    })
            ),
            ("first", route.start.map { .string($0) } ?? .null), ("places", .array(route.places.map { .object(members($0, route)) })),
        ]
    }

    private func members(_ index: Int, _ walk: GuideTransitions, _ more: (NodeID) -> [(String, JSON)]) -> [(String, JSON)] {
        let node = nodes[index]
        return [
            ("line", .integer(node.line)), ("kind", .string(node.kind.rawValue)), ("title", .string(node.title)),
            ("level", .integer(node.level)),
            ("source", .string(node.source.rawValue)), ("parent", node.parent.map { .integer(nodes[$0].line) } ?? .null),
            ("children", .array(node.children.map { .integer(nodes[$0].line) })), ("ordered", .bool(node.isOrdered)),
            ("alternatives", .bool(node.hasAlternatives)), ("remedy", .bool(node.hasRemedy)), ("stepMode", .string(node.stepMode.rawValue)),
            ("likelihood", node.likelihood.map { .decimal($0) } ?? .null), ("anchor", .string(node.anchor)),
            ("next", walk.isOnPath(index) ? lines(walk.unresolved(at: index)) : .null),
            (
                "steps",
                .array(
                    node.steps.map {
                        .object(
                            [
                                ("line", .integer($0.line)), ("text", .string($0.text)), ("key", .string($0.key)),
                                ("anchor", .string($0.anchor)),
                            ] + more($0.element))
                    })
            ),
        ]
    }

    private func members(_ place: GuideFlow.Place, _ route: GuideFlow) -> [(String, JSON)] {
        var members: [(String, JSON)] = [
            ("id", .string(place.id)), ("kind", .string(place.kind.rawValue)), ("node", .string(nodes[place.node].anchor)),
            ("cause", route.cause(of: place).map { .string(nodes[$0].anchor) } ?? .null),
            ("condition", route.condition(of: place).map { .string(nodes[$0].anchor) } ?? .null),
            ("before", .array(place.before.map { .string(nodes[$0].anchor) })),
            ("details", .array(place.details.map { .string(nodes[$0].anchor) })),
            ("steps", .array(nodes[place.node].steps[place.steps].map { .string($0.key) })),
        ]
        if place.kind == .choice {
            members.append(
                (
                    "choices",
                    .array(place.choices.map { .object([("title", .string(nodes[$0.node].title)), ("place", .string($0.place))]) })
                ))
        }
        members.append(("next", place.unresolved.map { .string($0) } ?? .null))
        return members
    }

    private func lines(_ destination: GuideTransitions.Destination) -> JSON {
        .array(Self.targets(destination).map { .integer(nodes[$0].line) })
    }
}
