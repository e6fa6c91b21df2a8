import Bytes
import Markdown

/// Reads articles with given weights, for the training program's scores.
package struct TrialReading {
    private let model: GuideModel

    /// - Parameter weights: what the training program wrote.
    /// - Returns: nil if they cannot be read.
    package init?(weights: [UInt8]) {
        guard let model = GuideModel(weights) else { return nil }
        self.model = model
    }

    /// The reading as an object of the labels' form.
    package func json(_ document: Document, id: String) -> JSON {
        let article = Article(BlockReader(document).blocks, document)
        let features = ArticleFeatures(article)
        let decoder = Decoder(features, Beliefs(features, model, article.overrides), model.transitions, PageOverride(document.frontMatter))
        let lines = decoder.nodes.map { article.block($0.candidate).line }
        let nodes = decoder.nodes.indices.map { json(decoder, article, lines, $0) }
        return .object([
            ("id", .string(id)), ("article", .string(id)), ("kind", .string(decoder.pageKind.rawValue)), ("tree", .bool(decoder.hasTree)),
            ("nodes", .array(nodes)),
        ])
    }

    private func json(_ decoder: Decoder, _ article: Article, _ lines: [Int], _ index: Int) -> JSON {
        let node = decoder.nodes[index]
        let block = article.block(node.candidate)
        let children = decoder.nodes.indices.filter { decoder.nodes[$0].parent == index }
        let steps: [JSON] = node.steps.map { step in
            .object([("line", .integer(article.block(step).line)), ("text", .string(article.block(step).text))])
        }
        return .object([
            ("line", .integer(block.line)), ("kind", .string(node.kind.rawValue)), ("title", .string(block.title)),
            ("level", .integer(block.headingLevel ?? 0)), ("source", .string(block.source.rawValue)),
            ("parent", node.parent.map { .integer(lines[$0]) } ?? .null), ("children", .array(children.map { .integer(lines[$0]) })),
            ("ordered", .bool(false)), ("alternatives", .bool(children.count { decoder.nodes[$0].kind == .alternative } > 1)),
            ("remedy", .bool(false)), ("stepMode", .string("sequence")), ("likelihood", .null), ("steps", .array(steps)),
        ])
    }
}
