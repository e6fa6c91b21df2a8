import Diagnostics
import YAML

extension Document {
    /// Reads a text. Nothing fails: what is wrong with it is in `diagnostics`.
    public init(parsing source: Source, dialect: Dialect = .gitbook) {
        switch dialect {
        case .commonmark: self.init(commonMark: source)
        case .gitbook: self.init(gitBook: source)
        }
    }

    private init(commonMark source: Source) {
        let parser = source.bytes.withUnsafeBufferPointer { CommonMarkParser($0, lineOffset: 0) }
        self.init(
            dialect: .commonmark, source: source, frontMatter: FrontMatter(), bodyOffset: 0, builder: parser.builder, headings: [], anchors: [],
            diagnostics: source.diagnostics + Self.depthFinding(parser, source))
    }

    private init(gitBook source: Source) {
        var diagnostics = source.diagnostics
        let (frontMatter, bodyOffset) = Self.frontMatter(of: source, &diagnostics)
        var body = Array(source.bytes[bodyOffset...])
        let isMasked = TagMask.apply(to: &body)
        let lineOffset = source.lineStarts.prefix { $0 < bodyOffset }.count
        let parser = body.withUnsafeBufferPointer { CommonMarkParser($0, lineOffset: lineOffset) }
        diagnostics += Self.depthFinding(parser, source)
        let parents = parser.htmlParents
        var tree = HTMLTree((consume parser).builder)
        if isMasked { tree.unmask() }
        for parent in parents { tree.rebuild(below: parent) }
        diagnostics += tree.findings.map { $0.diagnostic(in: tree.builder, source) }
        let headings = Headings((consume tree).builder)
        self.init(
            dialect: .gitbook, source: source, frontMatter: frontMatter, bodyOffset: bodyOffset, builder: headings.builder,
            headings: headings.headings, anchors: headings.anchors, diagnostics: diagnostics)
    }

    private init(
        dialect: Dialect, source: Source, frontMatter: FrontMatter, bodyOffset: Int, builder: DocumentBuilder, headings: [Heading],
        anchors: [Anchor], diagnostics: [Diagnostic]
    ) {
        self.dialect = dialect
        self.source = source
        self.frontMatter = frontMatter
        self.bodyOffset = bodyOffset
        self.headings = headings
        self.anchors = anchors
        self.diagnostics = diagnostics
        title = headings.first { $0.level == 1 && $0.isInOutline }
        links = builder.links
        elements = builder.elements
        nodes = builder.nodes
        storage = builder.storage
    }

    private static func frontMatter(of source: Source, _ diagnostics: inout [Diagnostic]) -> (FrontMatter, Int) {
        guard let block = FrontMatter.block(in: source.bytes) else { return (FrontMatter(), 0) }
        do throws(YAMLError) {
            let yaml = try YAMLNode(parsing: source.bytes[block.yaml], firstLine: 2)
            return (FrontMatter(yaml, path: source.path, diagnostics: &diagnostics), block.body)
        } catch {
            diagnostics.append(Diagnostic(
                .yamlSyntax, path: source.path, at: error.position, "the front matter cannot be read: \(error.message)",
                help: "the page is built without it; a text with “: ” or “#” in it needs quotes"))
            return (FrontMatter(), block.body)
        }
    }

    private static func depthFinding(_ parser: CommonMarkParser, _ source: Source) -> [Diagnostic] {
        guard let place = parser.firstTooDeep else { return [] }
        let position = source.position(line: Int(place.line), byteColumn: Int(place.byteColumn))
        return [Diagnostic(
            .nestingDepth, path: source.path, at: position,
            "quotes, lists or emphasis are nested more than \(DocumentBuilder.mostLevels) deep; the rest is shown at that depth")]
    }
}

extension HTMLTree.Finding {
    func diagnostic(in builder: DocumentBuilder, _ source: Source) -> Diagnostic {
        let node = builder[self.node]
        let before = builder[node.text].prefix(offset)
        let lines = before.count { $0 == 0x0A }
        let column = lines == 0 ? Int(node.byteColumn) + offset : before.reversed().prefix { $0 != 0x0A }.count + 1
        let position = source.position(line: Int(node.line) + lines, byteColumn: column)
        return Diagnostic(rule, path: source.path, at: position, message, help: help)
    }
}
