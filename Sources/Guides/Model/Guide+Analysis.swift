import Diagnostics
import Markdown

extension Guide {
    /// Reads what a document says to somebody with a fault. Pure: the same document gives the same guide.
    ///
    /// - Parameters:
    ///   - document: a page.
    ///   - pack: the words of its language.
    package init(reading document: Document, pack: LanguagePack = .english) {
        let override = PageOverride(document.frontMatter)
        let passages = ReadingOrder(document).all
        // A writer's word counts in any language: where the pack knows none of theirs, the structure alone is read.
        let pack = override.hasGuide == true && !Self.isWritten(passages, in: pack) ? .structural : pack
        let found = TitleFinder(passages, pack)
        var outline = Outline(found.sections, pack)
        var (kind, why) = PageClassifier(outline, preface: found.preface, pack).kind()
        if let named = override.kind { (kind, why) = (named, "the front matter says so") }
        if override.hasGuide == true, kind != .troubleshooting, kind != .knownError {
            (kind, why) = (.troubleshooting, "the front matter asks for a guide")
        }
        let isAboutFaults = kind == .troubleshooting || kind == .knownError
        if !isAboutFaults { outline = outline.withoutConditions() }
        let classifier = NodeClassifier(outline, pageKind: kind, pack)
        var nodes = NodeAttributes.set(on: Self.nodes(outline, classifier, document, pack), outline.sections, pack)
        let hasTree = override.hasGuide ?? (isAboutFaults || nodes.contains { $0.kind == .condition })
        if hasTree {
            let parts = SectionBodies(of: document, below: nodes).parts
            for index in nodes.indices { nodes[index].parts = parts[index] }
        }
        let guide = Guide(kind: kind, evidence: why, nodes: nodes, hasTree: hasTree, diagnostics: [])
        let diagnostics = GuideCheck.diagnostics(of: guide, outline.sections, override, in: document.source, pack)
        self.init(kind: kind, evidence: why, nodes: nodes, hasTree: hasTree, diagnostics: diagnostics)
    }

    private static func isWritten(_ passages: [Passage], in pack: LanguagePack) -> Bool {
        let reader = InstructionReader(pack: pack)
        return passages.contains { reader.verb(in: $0.words) != nil }
    }

    private static func nodes(_ outline: Outline, _ classifier: NodeClassifier, _ document: Document, _ pack: LanguagePack) -> [Node] {
        var anchors = AnchorAssigner(document)
        var nodes = outline.sections.indices.map { index in
            let section = outline.sections[index]
            var node = Node(
                element: section.title.node, line: section.title.line, kind: classifier.kinds[index], title: section.title.text,
                level: section.title.level,
                source: section.title.source, anchor: anchors.anchor(of: section.title), parent: outline.parents[index])
            node.children = outline.children(of: index)
            node.steps = StepFinder.steps(of: section, above: node.children.map { outline.sections[$0].title.words }, node.kind, pack)
            node.evidence = classifier.evidence[index]
            return node
        }
        for index in nodes.indices { anchors.name(&nodes[index].steps) }
        return nodes
    }
}
