import Diagnostics
import Markdown

extension Guide {
    /// Reads a document as an article: what may be a title or a step, what the trained model says of each, nodes and their tree, attributes,
    /// and findings.
    ///
    /// The result depends on the arguments alone, and is the same on every machine.
    /// - Parameters:
    ///   - document: a page.
    ///   - shownTitle: the title that readers see if the page has none of its own: that of the table of contents.
    ///   - model: what was learned; nil for a program without weights, which reads nothing.
    package init(reading document: Document, shownTitle: String? = nil, model: GuideModel? = .trained) {
        let override = PageOverride(document.frontMatter)
        let passages = ReadingOrder(document).passages
        guard !Self.isTooLong(passages), let model else {
            self.init(tooLong: document, Self.titleCount(passages), override)
            return
        }
        let signs = FaultSigns(document, shownTitle: shownTitle)
        let features = ArticleFeatures(Article(passages, document, shownTitle: shownTitle))
        let decoder = Decoder(features, Beliefs(features, model, features.article.overrides), model.transitions, override, signs)
        self.init(decoder, features.article, document, override, reasons: [:])
    }

    /// The same guide, with the strongest reasons for the kind of each node among its evidence. Takes some times as long.
    package init(explaining document: Document, shownTitle: String? = nil, model: GuideModel? = .trained) {
        let override = PageOverride(document.frontMatter)
        let passages = ReadingOrder(document).passages
        guard let model, let second = model.second, !Self.isTooLong(passages) else {
            self.init(reading: document, shownTitle: shownTitle, model: model)
            return
        }
        let signs = FaultSigns(document, shownTitle: shownTitle)
        let features = ArticleFeatures(Article(passages, document, shownTitle: shownTitle))
        let decoder = Decoder(features, Beliefs(features, model, features.article.overrides), model.transitions, override, signs)
        let explanation = Explanation(features, second, StackedFeatures(features, Beliefs(features, model.first)))
        var reasons: [Int: [String]] = [:]
        for node in decoder.nodes where !node.isStated && features.article.candidates[node.candidate].source != .paragraph {
            guard let other = node.others.first else { continue }
            reasons[node.candidate] = explanation.reasons(node.candidate, for: Decoder.number(node.kind), against: other)
        }
        self.init(decoder, features.article, document, override, reasons: reasons)
    }

    private init(_ decoder: Decoder, _ article: Article, _ document: Document, _ override: PageOverride, reasons: [Int: [String]]) {
        var nodes = NodeBuilder.nodes(decoder, article, document)
        for (index, node) in decoder.nodes.enumerated() { nodes[index].evidence += reasons[node.candidate] ?? [] }
        if decoder.hasTree {
            let bodies = SectionBodies(of: nodes, in: document).bodies
            for index in nodes.indices { nodes[index].body = bodies[index] }
        }
        let guide = Guide(kind: decoder.pageKind, evidence: decoder.evidence, nodes: nodes, hasTree: decoder.hasTree, diagnostics: [])
        let diagnostics = GuideCheck.diagnostics(of: guide, decoder, article, override, in: document.source)
        self.init(kind: guide.kind, evidence: guide.evidence, nodes: nodes, hasTree: guide.hasTree, diagnostics: diagnostics)
    }

    /// A page of more titles or passages leads nobody: it is a list of something, such as a changelog.
    private static let maxTitles = 1_000
    private static let maxPassages = 6_000

    private static func isTooLong(_ passages: [Passage]) -> Bool { titleCount(passages) > maxTitles || passages.count > maxPassages }

    private static func titleCount(_ passages: [Passage]) -> Int { passages.count { $0.headingLevel != nil || $0.kind == .summary } }

    private init(tooLong document: Document, _ count: Int, _ override: PageOverride) {
        let diagnostic = Diagnostic(
            .guideSize, in: document.source.file, "the page has \(count) titles, too many to be read as a guide",
            help: "split it into several pages, or write “guide: false” into its front matter")
        self.init(
            kind: .reference, evidence: "it has too many titles", nodes: [], hasTree: false,
            diagnostics: override.hasGuide == true ? [diagnostic] : [])
    }
}

extension Guide.PageKind {
    /// Whether the page as a whole is a decision tree.
    var isAboutFaults: Bool { self == .troubleshooting || self == .knownError }
}
