import Bytes
import DocumentHTML
import Markdown

extension Guide {
    /// The guide as JSON: the fields of the schema for labelled articles, and what a program needs to lead a reader through the guide.
    ///
    /// The fields beyond the schema:
    /// - `start` is where a reader begins, as an array of node lines: one node to go to, several to choose from, none if nothing is left to
    ///   try and the page names nobody to ask.
    /// - `first` is the id of the first of the `places` (`GuideFlow.Place`).
    /// - Each node has `anchor`, its id on the page; `next`, where “Still not fixed” leads, in the form of `start`; and `html`, its
    ///   content.
    /// - Each step has `key`, under which its tick is saved, and `anchor`.
    ///
    /// - Parameters:
    ///   - id: the page's name, such as its path.
    ///   - article: the page's file.
    ///   - document: the document that the guide was read from.
    ///   - context: the context in which the HTML of the nodes is rendered. Addresses in the HTML are relative to the page.
    ///   - isExplained: whether the nodes have the field `evidence`, the reasons for their kinds.
    ///   - stepMembers: additional members for the step in an element.
    package func json(
        id: String, article: String, document: Document, context: some RenderingContext, isExplained: Bool = false,
        stepMembers: (NodeID) -> [(String, JSON)] = { _ in [] }
    ) -> [(String, JSON)] {
        let transitions = GuideTransitions(self)
        let flow = GuideFlow(self)
        return [
            ("id", .string(id)), ("article", .string(article)), ("kind", .string(kind.rawValue)), ("tree", .bool(hasTree)),
            ("start", transitions.start.map(lines) ?? .null),
            (
                "nodes",
                .array(
                    nodes.indices.map { index in
                        let html = String(
                            decoding: HTMLRenderer.html(of: nodes[index].body, in: document, context: context), as: UTF8.self)
                        return .object(
                            members(index, transitions, stepMembers) + [("html", .string(html))]
                                + (isExplained ? [("evidence", .array(nodes[index].evidence.map { .string($0) }))] : []))
                    })
            ),
            ("first", flow.start.map { .string($0) } ?? .null), ("places", .array(flow.places.map { .object(members($0, flow)) })),
        ]
    }

    private func members(_ index: Int, _ transitions: GuideTransitions, _ stepMembers: (NodeID) -> [(String, JSON)]) -> [(String, JSON)] {
        let node = nodes[index]
        return [
            ("line", .integer(node.line)), ("kind", .string(node.kind.rawValue)), ("title", .string(node.title)),
            ("level", .integer(node.level)),
            ("source", .string(node.source.rawValue)), ("parent", node.parent.map { .integer(nodes[$0].line) } ?? .null),
            ("children", .array(node.children.map { .integer(nodes[$0].line) })), ("ordered", .bool(node.isOrdered)),
            ("alternatives", .bool(node.hasAlternatives)), ("remedy", .bool(node.hasRemedy)), ("stepMode", .string(node.stepMode.rawValue)),
            ("likelihood", node.likelihood.map { .decimal($0) } ?? .null), ("anchor", .string(node.anchor)),
            ("next", transitions.isOnPath(index) ? lines(transitions.next(after: index)) : .null),
            (
                "steps",
                .array(
                    node.steps.map {
                        .object(
                            [
                                ("line", .integer($0.line)), ("text", .string($0.text)), ("key", .string($0.key)),
                                ("anchor", .string($0.anchor)),
                            ] + stepMembers($0.element))
                    })
            ),
        ]
    }

    private func members(_ place: GuideFlow.Place, _ flow: GuideFlow) -> [(String, JSON)] {
        var members: [(String, JSON)] = [
            ("id", .string(place.id)), ("kind", .string(place.kind.rawValue)), ("question", .string(place.question.rawValue)),
            ("node", .string(nodes[place.node].anchor)),
            ("cause", flow.cause(of: place).map { .string(nodes[$0].anchor) } ?? .null),
            ("condition", flow.condition(of: place).map { .string(nodes[$0].anchor) } ?? .null),
            ("before", .array(place.before.map { .string(nodes[$0].anchor) })),
            ("details", .array(place.details.map { .string(nodes[$0].anchor) })),
            ("steps", .array(nodes[place.node].steps[place.steps].map { .string($0.key) })),
        ]
        if place.kind == .choice {
            members.append(
                (
                    "choices",
                    .array(
                        place.choices.map {
                            .object([
                                ("node", .string(nodes[$0.node].anchor)), ("title", .string(nodes[$0.node].title)),
                                ("place", .string($0.place)),
                            ])
                        })
                ))
        }
        members.append(("next", place.next.map { .string($0) } ?? .null))
        if let found = place.found { members.append(("found", .string(found))) }
        return members
    }

    private func lines(_ destination: GuideTransitions.Destination) -> JSON {
        .array(Self.targets(destination).map { .integer(nodes[$0].line) })
    }
}
