import Diagnostics
import YAML

extension Document {
    /// Parses a file. This never fails: problems are reported in `diagnostics`.
    public init(parsing source: Source, dialect: Dialect = .gitbook) {
        var diagnostics = source.diagnostics
        let (frontMatter, bodyOffset) = dialect == .gitbook ? Self.frontMatter(of: source, &diagnostics) : (FrontMatter(), 0)
        let firstLine = source.lineStarts.prefix { $0 < bodyOffset }.count + 1
        let preprocessed = PreprocessedSource(Array(source.bytes[bodyOffset...]), firstLine: firstLine, dialect: dialect)
        let parser = CommonMarkParser(preprocessed)
        diagnostics += Self.depthDiagnostics(parser, source)
        let parents = parser.htmlParents
        var tree = HTMLTreeBuilder((consume parser).builder, preprocessed: preprocessed, dialect: dialect)
        for parent in parents where dialect != .commonmark { tree.rebuild(below: parent) }
        var place = HTMLTreeBuilder.TagPlace()
        diagnostics += tree.problems.map { $0.diagnostic(in: tree.builder, source, &place) }
        diagnostics += preprocessed.diagnostics(in: source, bodyOffset: bodyOffset)
        guard dialect != .commonmark else {
            self.init(dialect, source, frontMatter, bodyOffset, tree.builder, footnotes: [], headings: [], anchors: [], diagnostics)
            return
        }
        let inlines = InlineExtensions((consume tree).builder, dialect: dialect)
        let footnotes = inlines.footnoteOrder
        guard dialect == .gitbook else {
            self.init(
                dialect, source, frontMatter, bodyOffset, (consume inlines).builder, footnotes: footnotes, headings: [], anchors: [],
                diagnostics)
            return
        }
        diagnostics += Self.footnoteDiagnostics(inlines, source)
        let headings = HeadingPass((consume inlines).builder)
        self.init(
            dialect, source, frontMatter, bodyOffset, headings.builder, footnotes: footnotes, headings: headings.headings,
            anchors: headings.anchors, diagnostics)
    }

    private init(
        _ dialect: Dialect, _ source: Source, _ frontMatter: FrontMatter, _ bodyOffset: Int, _ builder: DocumentBuilder,
        footnotes: [String], headings: [Heading], anchors: [Anchor], _ diagnostics: [Diagnostic]
    ) {
        let cover = frontMatter.cover.flatMap { $0.isEmpty ? nil : [Link(role: .image, node: .root, destination: $0, title: "")] } ?? []
        self.init(
            dialect: dialect, source: source, frontMatter: frontMatter, bodyOffset: bodyOffset, links: builder.links + cover,
            elements: builder.elements, blocks: builder.blocks, footnotes: footnotes, headings: headings, anchors: anchors,
            diagnostics: diagnostics, nodes: builder.nodes, storage: builder.storage)
        hasComments = builder.hasComments
    }

    init(
        dialect: Dialect, source: Source, frontMatter: FrontMatter, bodyOffset: Int, links: [Link], elements: [Element], blocks: [Block],
        footnotes: [String], headings: [Heading], anchors: [Anchor], diagnostics: [Diagnostic], nodes: [Node], storage: [UInt8]
    ) {
        self.dialect = dialect
        self.source = source
        self.frontMatter = frontMatter
        self.bodyOffset = bodyOffset
        self.footnotes = footnotes
        self.headings = headings
        self.anchors = anchors
        self.diagnostics = diagnostics
        title = headings.first { $0.level == 1 && $0.isInOutline }
        self.links = links
        coverLink = links.firstIndex { $0.node == .root }
        self.elements = elements
        self.blocks = blocks
        // A site keeps all its documents in memory, so unused capacity is freed.
        self.nodes = nodes.trimmed
        self.storage = storage.trimmed
    }

    private static func footnoteDiagnostics(_ inlines: borrowing InlineExtensions, _ source: Source) -> [Diagnostic] {
        func position(_ node: Node) -> SourcePosition { source.position(line: Int(node.line), byteColumn: Int(node.byteColumn)) }
        var diagnostics: [Diagnostic] = []
        for (label, node) in inlines.missingFootnotes {
            diagnostics.append(
                Diagnostic(
                    .footnoteMissing, in: source.file, at: position(inlines.builder[node]),
                    "there is no footnote “\(label)”; “[^\(label)]” is shown as text",
                    help: "write “[^\(label)]: …” on a line of its own"))
        }
        let unused = inlines.unusedFootnotes
        for node in inlines.builder.nodes where !unused.isEmpty && node.kind == .block {
            let block = inlines.builder.blocks[Int(node.payload)]
            guard block.name == .footnote, unused.contains(InlineExtensions.key(block.argument)) else { continue }
            diagnostics.append(
                Diagnostic(
                    .footnoteUnused, in: source.file, at: position(node),
                    "nothing refers to the footnote “\(block.argument)”; it is not shown",
                    help: "write “[^\(block.argument)]” where it belongs, or take it out"))
        }
        return diagnostics
    }

    private static func frontMatter(of source: Source, _ diagnostics: inout [Diagnostic]) -> (FrontMatter, Int) {
        guard let block = FrontMatter.block(in: source.bytes) else {
            if let problem = FrontMatter.problem(in: source.bytes) {
                let position = source.position(at: problem.offset)
                diagnostics.append(Diagnostic(problem.rule, in: source.file, at: position, problem.message, help: problem.help))
            }
            return (FrontMatter(), 0)
        }
        do throws(YAMLError) {
            let yaml = try YAMLNode(parsing: source.bytes[block.yaml], firstLine: 2)
            return (FrontMatter(yaml, file: source.file, diagnostics: &diagnostics), block.body)
        } catch {
            diagnostics.append(
                Diagnostic(
                    .yamlSyntax, in: source.file, at: error.position, "the front matter cannot be read: \(error.message)",
                    help: "the page is built without it; a text with “: ” or “#” in it needs quotes"))
            return (FrontMatter(), block.body)
        }
    }

    private static func depthDiagnostics(_ parser: CommonMarkParser, _ source: Source) -> [Diagnostic] {
        guard let first = parser.firstTooDeep else { return [] }
        let position = source.position(line: Int(first.line), byteColumn: Int(first.byteColumn))
        return [
            Diagnostic(
                .nestingDepth, in: source.file, at: position,
                "quotes, lists or emphasis are nested more than \(DocumentBuilder.maxDepth) deep; the rest is shown at that depth")
        ]
    }
}

extension HTMLTreeBuilder.Problem {
    /// - Parameter place: where the problem before was found.
    func diagnostic(in builder: DocumentBuilder, _ source: Source, _ place: inout HTMLTreeBuilder.TagPlace) -> Diagnostic {
        let node = builder[position.node]
        place.move(to: position, in: builder)
        let column = place.lines == 0 ? Int(node.byteColumn) + position.offset : position.offset - place.lineStart + 1
        let filePosition = source.position(line: Int(node.line) + place.lines, byteColumn: column)
        return Diagnostic(rule, in: source.file, at: filePosition, message, help: help)
    }
}

extension HTMLTreeBuilder {
    /// A place in a node of raw HTML. Problems of one node are mostly in order, so that its text is gone through once.
    struct TagPlace {
        private var node = NodeID.none
        private var offset = 0
        /// The line breaks before it, and the offset at which its line begins.
        private(set) var lines = 0
        private(set) var lineStart = 0

        mutating func move(to position: TagPosition, in builder: DocumentBuilder) {
            if node != position.node || position.offset < offset { (node, offset, lines, lineStart) = (position.node, 0, 0, 0) }
            let text = builder[builder[position.node].text]
            for index in offset..<min(position.offset, text.count) where text[text.startIndex + index] == .lineFeed {
                (lines, lineStart) = (lines + 1, index + 1)
            }
            offset = position.offset
        }
    }
}

extension Array {
    /// The same elements without excess capacity.
    fileprivate var trimmed: [Element] { capacity > count + count / 8 ? withUnsafeBufferPointer { Array($0) } : self }
}
