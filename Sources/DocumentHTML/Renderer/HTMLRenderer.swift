import Bytes
import Markdown

/// Renders a document as HTML. The output for CommonMark is identical to that of libcmark's own renderer.
public struct HTMLRenderer<Context: RenderingContext> {
    let document: Document
    let context: Context
    var out: [UInt8] = []
    private let omitted: NodeID
    private var nextHeading = 0
    private var nextAnchor = 0
    /// How long the values of expressions are that have been written.
    var expressionBytes = 0
    /// The number of links that are open. Links cannot be nested.
    var linkDepth = 0
    /// How many blocks of diagrams there were so far.
    var diagramCount = 0

    /// - Parameter omitted: a heading to leave out, such as the title, which the page shows elsewhere.
    public init(_ document: Document, context: Context, omitting omitted: NodeID = .none) {
        self.document = document
        self.context = context
        self.omitted = omitted
    }

    /// The HTML of the whole document, in UTF-8.
    public static func html(_ document: Document, context: Context, omitting omitted: NodeID = .none) -> [UInt8] {
        var renderer = HTMLRenderer(document, context: context, omitting: omitted)
        renderer.out.reserveCapacity(document.storage.count * 2)
        renderer.renderChildren(of: .root)
        renderer.renderFootnotes()
        return renderer.out
    }

    /// The HTML of a node's children, such as a heading's text.
    public static func inlineHTML(of node: NodeID, in document: Document, context: Context) -> [UInt8] {
        var renderer = HTMLRenderer(document, context: context)
        renderer.renderChildren(of: node)
        return renderer.out
    }

    /// The HTML of several parts of a document, such as the content of a section.
    public static func html(of parts: [DocumentPart], in document: Document, context: Context) -> [UInt8] {
        var renderer = HTMLRenderer(document, context: context)
        for part in parts { renderer.render(part) }
        return renderer.out
    }

    private mutating func render(_ part: DocumentPart) {
        switch part {
        case .block(let id): renderNode(id)
        case .items(let items, let list, let isTight):
            breakLine()
            let name = document.isOrderedList(list) ? "ol" : "ul"
            out.write(utf8: "<\(name)")
            if document.isOrderedList(list), let first = items.first, let number = document.number(of: first, in: list), number != 1 {
                out.write(utf8: " start=\"\(number)\"")
            }
            out.write(">\n")
            for item in items { render(item, document[item], isTight: isTight) }
            out.write(utf8: "</\(name)>\n")
        case .text(let inlines):
            breakLine()
            out.write("<p>")
            for inline in inlines { renderNode(inline) }
            out.write("</p>\n")
        case .cells(let cells):
            breakLine()
            out.write("<dl>\n")
            for cell in cells {
                out.write("<dt>")
                out.write(escaping: cell.header)
                out.write("</dt><dd>")
                renderChildren(of: cell.cell)
                out.write("</dd>\n")
            }
            out.write("</dl>\n")
        }
    }

    mutating func renderChildren(of parent: NodeID, isTight: Bool = false) {
        var child = document[parent].firstChild
        while child != .none {
            let node = document[child]
            render(child, node, isTight: isTight)
            child = node.nextSibling
        }
    }

    /// Renders a node with its children.
    mutating func renderNode(_ id: NodeID) { render(id, document[id], isTight: false) }

    /// Renders a node and the siblings after it.
    mutating func renderSiblings(from first: NodeID) {
        var next = first
        while next != .none {
            renderNode(next)
            next = document[next].nextSibling
        }
    }

    private mutating func render(_ id: NodeID, _ node: Node, isTight: Bool) {
        switch node.kind {
        case .text: out.write(escaping: document[node.text])
        case .softBreak: out.write("\n")
        case .lineBreak: out.write("<br />\n")
        case .code: wrap(node, "<code>", "</code>")
        case .emphasis: wrap(id, "<em>", "</em>")
        case .strong: wrap(id, "<strong>", "</strong>")
        case .link: renderLink(id, node)
        case .image: renderImage(id, node)
        case .htmlInline: out.append(contentsOf: document[node.text])
        case .paragraph: renderParagraph(id, isTight: isTight)
        case .heading: renderHeading(id, node)
        case .list: renderList(id, node)
        case .item: renderItem(id, isTight: isTight)
        case .blockQuote: renderBlockQuote(id)
        case .codeBlock: renderCodeBlock(node)
        case .htmlBlock: renderHTMLBlock(node)
        case .thematicBreak: renderThematicBreak()
        case .element: renderElement(id, document.elements[Int(node.payload)])
        case .table: renderTable(id)
        case .block: renderBlock(id, document.blocks[Int(node.payload)])
        case .strikethrough: wrap(id, "<del>", "</del>")
        case .footnoteReference: renderFootnoteReference(node)
        case .emoji: renderEmoji(node)
        case .maths, .displayMaths: renderMaths(node)
        case .literal: renderLiteral(node)
        case .document, .tableRow, .tableCell: renderChildren(of: id)
        case .comment: break
        }
    }

    /// Writes a line break unless the output ends with one.
    mutating func breakLine() {
        if let last = out.last, last != 0x0A { out.append(0x0A) }
    }

    mutating func wrap(_ id: NodeID, _ start: StaticString, _ end: StaticString) {
        out.write(start)
        renderChildren(of: id)
        out.write(end)
    }

    mutating func wrap(_ node: Node, _ start: StaticString, _ end: StaticString) {
        out.write(start)
        out.write(escaping: document[node.text])
        out.write(end)
    }

    // MARK: Blocks

    private mutating func renderParagraph(_ id: NodeID, isTight: Bool) {
        if document.dialect == .gitbook, let child = document.onlyBlock(of: id) {
            breakLine()
            return render(child, document[child], isTight: false)
        }
        if isTight { return renderChildren(of: id) }
        breakLine()
        guard let identity = context.identity(of: id) else { return wrap(id, "<p>", "</p>\n") }
        out.write("<p")
        write(identity)
        wrap(id, ">", "</p>\n")
    }

    private mutating func renderHeading(_ id: NodeID, _ node: Node) {
        let heading = takeHeading(id)
        var aliases: [String] = []
        while let anchor = takeAnchor(id) { aliases.append(anchor) }
        if heading != nil { aliases += context.aliases(of: id) }
        if id == omitted { return renderAliases(aliases) }
        breakLine()
        let level = max(Int(node.level), context.highestLevel)
        out.write("<h")
        out.write(number: level)
        if let heading {
            out.write(" id=\"")
            out.write(escaping: heading.anchor)
            out.write("\"")
        }
        out.write(">")
        renderAliases(aliases)
        renderChildren(of: id)
        out.write("</h")
        out.write(number: level)
        out.write(">\n")
    }

    /// The next of the document's headings if it is this node. Rendering visits headings in the order of that list.
    private mutating func takeHeading(_ id: NodeID) -> Heading? {
        guard nextHeading < document.headings.count, document.headings[nextHeading].node == id else { return nil }
        nextHeading += 1
        return document.headings[nextHeading - 1]
    }

    /// The id of the next of the document's anchors if it belongs to this node. Anchors too are visited in order.
    mutating func takeAnchor(_ id: NodeID) -> String? {
        guard nextAnchor < document.anchors.count, document.anchors[nextAnchor].node == id else { return nil }
        nextAnchor += 1
        return document.anchors[nextAnchor - 1].id
    }

    private mutating func renderAliases(_ aliases: [String]) {
        for alias in aliases {
            out.write("<span id=\"")
            out.write(escaping: alias)
            out.write("\"></span>")
        }
    }

    private mutating func renderList(_ id: NodeID, _ node: Node) {
        breakLine()
        if !node.isOrdered {
            out.write("<ul>\n")
        } else if node.payload == 1 {
            out.write("<ol>\n")
        } else {
            out.write("<ol start=\"")
            out.write(number: Int(node.payload))
            out.write("\">\n")
        }
        renderChildren(of: id, isTight: node.isTight)
        node.isOrdered ? out.write("</ol>\n") : out.write("</ul>\n")
    }

    private mutating func renderItem(_ id: NodeID, isTight: Bool) {
        breakLine()
        let task = document[id].task
        let identity = context.identity(of: id)
        out.write(task == .none || document.dialect != .gitbook ? "<li" : "<li class=\"kb-task\"")
        if let identity { write(identity) }
        out.write(">")
        // A step has its own checkbox.
        if task != .none, identity?.step == nil { renderTask(id, task) }
        renderChildren(of: id, isTight: isTight)
        out.write("</li>\n")
    }

    /// Writes the id of an element and the attributes of a step.
    mutating func write(_ identity: ElementIdentity) {
        if let id = identity.id { write(attribute: "id", id) }
        guard let step = identity.step else { return }
        write(attribute: "data-kb-step", step.key)
        write(attribute: "data-kb-text", step.text)
    }

    /// Renders the checkbox of a task, labelled with the text that follows it.
    private mutating func renderTask(_ item: NodeID, _ task: Node.Task) {
        out.write(task == .done ? "<input type=\"checkbox\" checked=\"\" disabled=\"\"" : "<input type=\"checkbox\" disabled=\"\"")
        if document.dialect == .gitbook { write(attribute: "aria-label", document.plainText(of: document[item].firstChild)) }
        out.write(" /> ")
    }

    private mutating func renderBlockQuote(_ id: NodeID) {
        if let (style, marker) = document.alert(id) { return renderAlert(id, style, marker: marker) }
        breakLine()
        out.write("<blockquote>\n")
        renderChildren(of: id)
        breakLine()
        out.write("</blockquote>\n")
    }

    private mutating func renderCodeBlock(_ node: Node) {
        breakLine()
        let language = document.language(ofCode: node)
        if document.dialect == .gitbook {
            return renderCode(document[node.text], language: String(decoding: language, as: UTF8.self), CodeStyle())
        }
        if language.isEmpty {
            out.write("<pre><code>")
        } else {
            out.write("<pre><code class=\"language-")
            out.write(escaping: language)
            out.write("\">")
        }
        out.write(escaping: document[node.text])
        out.write("</code></pre>\n")
    }

    private mutating func renderHTMLBlock(_ node: Node) {
        breakLine()
        out.append(contentsOf: document[node.text])
        breakLine()
    }

    private mutating func renderThematicBreak() {
        breakLine()
        out.write("<hr />\n")
    }
}
