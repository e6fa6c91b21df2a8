import Markdown

/// Makes a guide's nodes of what was read.
enum NodeBuilder {
    static func nodes(_ decoder: Decoder, _ article: Article, _ document: Document) -> [Guide.Node] {
        var anchors = AnchorAssigner(document)
        var nodes = decoder.nodes.map { read -> Guide.Node in
            let passage = article.passage(read.candidate)
            var node = Guide.Node(
                element: passage.element, line: passage.line, kind: read.kind, title: passage.title, level: passage.headingLevel ?? 0,
                source: passage.source, anchor: anchors.anchor(of: passage.element, titled: passage.title), parent: read.parent)
            node.steps = steps(read, article)
            node.evidence = [read.sureness]
            return node
        }
        for index in nodes.indices {
            if let parent = nodes[index].parent { nodes[parent].children.append(index) }
            anchors.assign(to: &nodes[index].steps)
        }
        return NodeAttributes.set(on: nodes, decoder, article)
    }

    private static func steps(_ read: Decoder.ReadNode, _ article: Article) -> [Guide.Step] {
        read.steps.map { candidate in
            let passage = article.passage(candidate)
            // The step of `Fix: restart it` and of a table's row is what stands behind the title.
            if candidate == read.candidate, let lead = passage.lead, !lead.rest.isEmpty {
                return Guide.Step(element: passage.element, line: passage.line, text: lead.rest)
            }
            if candidate == read.candidate, passage.kind == .row, let last = passage.cells.last {
                return Guide.Step(element: passage.element, line: passage.line, text: last)
            }
            return Guide.Step(element: passage.element, line: passage.line, text: passage.text, isSentence: passage.kind == .paragraph)
        }
    }
}

extension Article {
    /// The passages between a node's title and the next one's.
    struct Part {
        let title: Passage
        let number: LeadingNumber
        let contents: [Passage]
    }

    /// The parts of an article by its nodes.
    func parts(_ decoder: Decoder) -> [Part] {
        let starts = decoder.nodes.map { candidates[$0.candidate].passage }
        return starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] : passages.count
            return Part(
                title: passages[starts[index]], number: LeadingNumber(passages[starts[index]].title),
                contents: Array(passages[min(starts[index] + 1, end)..<end]))
        }
    }
}
