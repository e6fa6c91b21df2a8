import CCMark

/// Reads a text by libcmark into a document under construction.
struct CommonMarkParser {
    private(set) var builder: DocumentBuilder
    /// The first node below which the nesting was cut, if any.
    private(set) var firstTooDeep: (line: Int32, byteColumn: Int32)?
    /// The nodes that hold raw HTML, in document order, each once.
    private(set) var htmlParents: [NodeID] = []

    private let lineOffset: Int32
    private var open: [NodeID] = [.root]
    private var levelsCut = 0

    /// - Parameters:
    ///   - text: the Markdown, valid UTF-8 without NUL.
    ///   - lineOffset: how many lines of the file stand before it.
    init(_ text: UnsafeBufferPointer<UInt8>, lineOffset: Int) {
        builder = DocumentBuilder(expectedBytes: text.count)
        self.lineOffset = Int32(truncatingIfNeeded: lineOffset)
        let characters = UnsafeRawBufferPointer(text).assumingMemoryBound(to: CChar.self)
        guard let document = cmark_parse_document(characters.baseAddress, text.count, CMARK_OPT_SOURCEPOS) else { return }
        defer { cmark_node_free(document) }
        guard let iterator = cmark_iter_new(document) else { return }
        defer { cmark_iter_free(iterator) }
        walk(iterator)
    }

    private mutating func walk(_ iterator: OpaquePointer) {
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            let type = cmark_node_get_type(node)
            if type == CMARK_NODE_DOCUMENT { continue }
            event == CMARK_EVENT_ENTER ? enter(node, type) : leave()
        }
    }

    private mutating func leave() {
        if levelsCut > 0 { levelsCut -= 1 } else { open.removeLast() }
    }

    private mutating func enter(_ cmark: OpaquePointer, _ type: cmark_node_type) {
        var node = Node(kind: .text)
        node.line = cmark_node_get_start_line(cmark) + lineOffset
        node.byteColumn = cmark_node_get_start_column(cmark)
        if isLeaf(type) {
            addLeaf(cmark, type, node)
        } else if levelsCut > 0 || open.count >= DocumentBuilder.mostLevels {
            if firstTooDeep == nil { firstTooDeep = (node.line, node.byteColumn) }
            levelsCut += 1
        } else {
            addContainer(cmark, type, node)
        }
    }

    private func isLeaf(_ type: cmark_node_type) -> Bool {
        switch type {
        case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE,
            CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK:
            true
        default: false
        }
    }

    private mutating func addLeaf(_ cmark: OpaquePointer, _ type: cmark_node_type, _ position: Node) {
        guard let parent = open.last else { return }
        var node = position
        switch type {
        case CMARK_NODE_TEXT:
            return builder.add(text: Self.literal(cmark), like: node, to: parent)
        case CMARK_NODE_SOFTBREAK: node.kind = .softBreak
        case CMARK_NODE_LINEBREAK: node.kind = .lineBreak
        case CMARK_NODE_THEMATIC_BREAK: node.kind = .thematicBreak
        case CMARK_NODE_CODE: node.kind = .code
        case CMARK_NODE_CODE_BLOCK: node.kind = .codeBlock
        case CMARK_NODE_HTML_BLOCK: node.kind = .htmlBlock
        default: node.kind = .htmlInline
        }
        if node.kind == .codeBlock {
            // The info string stands before the code in the storage; `payload` is its length.
            let info = builder.store(Self.bytes(cmark_node_get_fence_info(cmark)))
            node.payload = info.end - info.start
        }
        node.text = builder.store(Self.literal(cmark))
        _ = builder.add(node, to: parent)
        if node.kind == .htmlBlock || node.kind == .htmlInline, htmlParents.last != parent { htmlParents.append(parent) }
    }

    private mutating func addContainer(_ cmark: OpaquePointer, _ type: cmark_node_type, _ position: Node) {
        guard let parent = open.last else { return }
        var node = position
        switch type {
        case CMARK_NODE_BLOCK_QUOTE: node.kind = .blockQuote
        case CMARK_NODE_LIST:
            node.kind = .list
            node.isTight = cmark_node_get_list_tight(cmark) == 1
            node.isOrdered = cmark_node_get_list_type(cmark) == CMARK_ORDERED_LIST
            node.payload = cmark_node_get_list_start(cmark)
        case CMARK_NODE_ITEM: node.kind = .item
        case CMARK_NODE_PARAGRAPH: node.kind = .paragraph
        case CMARK_NODE_HEADING:
            node.kind = .heading
            node.level = UInt8(clamping: cmark_node_get_heading_level(cmark))
        case CMARK_NODE_EMPH: node.kind = .emphasis
        case CMARK_NODE_STRONG: node.kind = .strong
        case CMARK_NODE_IMAGE: node.kind = .image
        default: node.kind = .link
        }
        let id = builder.add(node, to: parent)
        if node.kind == .link || node.kind == .image {
            builder[id].payload = Int32(truncatingIfNeeded: builder.links.count)
            builder.links.append(Link(
                role: node.kind == .link ? .hyperlink : .image, node: id,
                destination: Self.string(cmark_node_get_url(cmark)), title: Self.string(cmark_node_get_title(cmark))))
        }
        open.append(id)
    }

    private static func literal(_ cmark: OpaquePointer) -> UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_literal(cmark)) }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        var length = 0
        while text[length] != 0 { length += 1 }
        return UnsafeRawBufferPointer(start: text, count: length).assumingMemoryBound(to: UInt8.self)
    }

    private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}
