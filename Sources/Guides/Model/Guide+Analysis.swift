import Diagnostics
import Markdown

extension Guide {
    /// Analyses a document in eight passes: reading order, titles, outline, page kind, node kinds, steps, attributes and diagnostics.
    ///
    /// The result depends on the arguments alone.
    /// - Parameters:
    ///   - document: a page.
    ///   - pack: the words of its language.
    package init(reading document: Document, pack: LanguagePack = .english) {
        let override = PageOverride(document.frontMatter)
        let passages = ReadingOrder(document).passages
        // A page that asks for a guide in a language that the pack does not know is read by its structure alone.
        let pack = override.hasGuide == true && !Self.hasInstructions(passages, pack) ? .structural : pack
        let titles = TitleFinder(passages, pack)
        guard titles.sections.count <= Self.maxTitles else {
            self.init(tooLong: document, titles.sections.count, override)
            return
        }
        var outline = Outline(titles.sections, pack)
        var (kind, evidence) = PageClassifier(outline, preface: titles.preface, pack).kind()
        if let statedKind = override.kind { (kind, evidence) = (statedKind, "the front matter says so") }
        if override.hasGuide == true, !kind.isAboutFaults {
            (kind, evidence) = (.troubleshooting, "the front matter asks for a guide")
        }
        if !kind.isAboutFaults { outline = outline.withoutInlineTitles() }
        let classifier = NodeClassifier(outline, pageKind: kind, pack)
        var nodes = NodeAttributes.set(on: Self.nodes(outline, classifier, document, pack), outline.sections, pack)
        let hasTree = override.hasGuide ?? (kind.isAboutFaults || nodes.contains { $0.kind == .condition })
        if hasTree {
            let bodies = SectionBodies(of: nodes, in: document).bodies
            for index in nodes.indices { nodes[index].body = bodies[index] }
        }
        let guide = Guide(kind: kind, evidence: evidence, nodes: nodes, hasTree: hasTree, diagnostics: [])
        let diagnostics = GuideCheck.diagnostics(of: guide, outline.sections, override, in: document.source, pack)
        self.init(kind: kind, evidence: evidence, nodes: nodes, hasTree: hasTree, diagnostics: diagnostics)
    }

    /// A page of more titles leads nobody: it is a list of something, such as a changelog.
    private static let maxTitles = 1_000

    private init(tooLong document: Document, _ count: Int, _ override: PageOverride) {
        let diagnostic = Diagnostic(
            .guideSize, in: document.source.file, "the page has \(count) titles, too many to be read as a guide",
            help: "split it into several pages, or write “guide: false” into its front matter")
        self.init(
            kind: .reference, evidence: "it has too many titles", nodes: [], hasTree: false,
            diagnostics: override.hasGuide == true ? [diagnostic] : [])
    }

    /// Whether any passage contains an instruction in the pack's language.
    private static func hasInstructions(_ passages: [Passage], _ pack: LanguagePack) -> Bool {
        let reader = InstructionReader(pack: pack)
        return passages.contains { reader.verb(in: $0.words) != nil }
    }

    private static func nodes(_ outline: Outline, _ classifier: NodeClassifier, _ document: Document, _ pack: LanguagePack) -> [Node] {
        var anchors = AnchorAssigner(document)
        var nodes = outline.sections.indices.map { index in
            let section = outline.sections[index]
            var node = Node(
                element: section.title.element, line: section.title.line, kind: classifier.kinds[index], title: section.title.text,
                level: section.title.level,
                source: section.title.source, anchor: anchors.anchor(of: section.title), parent: outline.parents[index])
            node.children = outline.children(of: index)
            let childTitles = node.children.map { outline.sections[$0].title.words }
            node.steps = StepFinder.steps(of: section, childTitles: childTitles, node.kind, pack)
            node.evidence = classifier.evidence[index]
            return node
        }
        for index in nodes.indices { anchors.assign(to: &nodes[index].steps) }
        return nodes
    }
}

extension Guide.PageKind {
    /// Whether the page as a whole is a decision tree.
    var isAboutFaults: Bool { self == .troubleshooting || self == .knownError }
}
