import CArena
import CCMark
import Platform

/// Parses Markdown with libcmark and copies its nodes into a flat array. Finds GFM's tables, which libcmark reads as paragraphs.
struct CommonMarkParser {
    var builder: DocumentBuilder
    /// The position of the first node that is nested too deeply, or nil.
    private(set) var firstTooDeep: (line: Int32, byteColumn: Int32)?
    /// The nodes that have raw HTML among their children, in document order, each once.
    private(set) var htmlParents: [NodeID] = []

    private let source: PreprocessedSource
    private var knownHTMLParents: Set<NodeID> = []
    /// The nodes that contain the current one, outermost first.
    var open: [NodeID] = [.root]
    /// The number of containers around the current node that are left out as too deep.
    private var skippedDepth = 0
    private var delimiterRows: ArraySlice<Int32>
    private var fragments: [Fragment] = []
    /// The number of empty cells added to rows that are too short.
    private var cellsAdded = 0
    private static let maxCellsAdded = 200_000
    /// The text that libcmark has been given, and the offsets of its lines once they are asked for.
    private(set) var parsed: [UInt8]
    var lineStarts: [Int32] = []
    /// Emphasis that is shown as the delimiters it was written with: how many nodes are open in it, and the delimiters that end it.
    var literalEmphasis: [(depth: Int, delimiters: [UInt8], node: Node)] = []
    /// The position in the file of the fragment that is being parsed.
    private var origin: (line: Int32, byteColumn: Int32)?

    /// Inline Markdown that is parsed on its own, such as that of a table's cell.
    private struct Fragment {
        let node: NodeID
        let text: [UInt8]
        let line: Int32
        let byteColumn: Int32
    }

    init(_ source: PreprocessedSource) {
        builder = DocumentBuilder(expectedBytes: source.bytes.count)
        self.source = source
        delimiterRows = source.delimiterRows[...]
        parsed = source.bytes
        Self.parse(source.bytes) { walk($0) }
        if !fragments.isEmpty { parseFragments() }
    }

    private static func parse(_ text: [UInt8], _ body: (OpaquePointer) -> Void) {
        text.withUnsafeBytes { bytes in
            let characters = bytes.assumingMemoryBound(to: CChar.self)
            // Frees all of libcmark's memory at once.
            defer { kbgen_arena_reset() }
            guard let parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, kbgen_arena()) else { return }
            cmark_parser_feed(parser, characters.baseAddress, bytes.count)
            guard let document = cmark_parser_finish(parser) else { return }
            body(document)
        }
    }

    private mutating func walk(_ root: OpaquePointer) {
        guard let iterator = cmark_iter_new(root) else { return }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            if node == root { continue }
            let type = cmark_node_get_type(node)
            if event != CMARK_EVENT_ENTER {
                leave()
            } else if type == CMARK_NODE_PARAGRAPH, !delimiterRows.isEmpty, skippedDepth == 0, addTable(node) {
                cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
            } else {
                enter(node, type)
            }
        }
    }

    // MARK: Tables

    /// Parses all fragments in one run, each as a heading: the one block whose content is a single line of inlines.
    private mutating func parseFragments() {
        var document: [UInt8] = []
        for fragment in fragments { document += Array("# ".utf8) + fragment.text + Array(" #\n".utf8) }
        document += Array("\n".utf8) + source.definitions
        let fragments = fragments
        (parsed, lineStarts) = (document, [])
        Self.parse(document) { root in
            var heading = cmark_node_first_child(root)
            for fragment in fragments {
                guard let current = heading else { return }
                origin = (fragment.line, fragment.byteColumn)
                open = [fragment.node]
                walk(current)
                heading = cmark_node_next(current)
            }
        }
    }

    /// Adds the table that a paragraph ends in. Returns whether there is one.
    private mutating func addTable(_ paragraph: OpaquePointer) -> Bool {
        let first = cmark_node_get_start_line(paragraph)
        let last = cmark_node_get_end_line(paragraph)
        while let row = delimiterRows.first, row <= first { delimiterRows.removeFirst() }
        guard let row = delimiterRows.first, row <= last, let parent = open.last, open.count < DocumentBuilder.maxDepth else {
            return false
        }
        let quotes = open.count { builder[$0].kind == .blockQuote }
        let lines = source.paragraphLines(Int(first)...Int(last), column: Int(cmark_node_get_start_column(paragraph)) - 1, quotes: quotes)
        for candidate in delimiterRows.prefix(while: { $0 <= last }) {
            guard let table = PipeTable(lines, delimiterRow: Int(candidate - first), dialect: source.dialect) else { continue }
            add(table, lines, to: parent, firstLine: Int(first))
            return true
        }
        return false
    }

    private mutating func add(_ table: PipeTable, _ lines: [(text: ArraySlice<UInt8>, column: Int)], to parent: NodeID, firstLine: Int) {
        func node(_ kind: Node.Kind, _ line: Int, _ column: Int) -> Node {
            Node(kind: kind, line: source.fileLine(firstLine + line), byteColumn: Int32(truncatingIfNeeded: column + 1))
        }
        if table.firstLine > 0 {
            let id = builder.add(node(.paragraph, 0, lines[0].column), to: parent)
            fragments.append(
                Fragment(node: id, text: Self.joined(lines[..<table.firstLine]), line: builder[id].line, byteColumn: builder[id].byteColumn)
            )
        }
        let tableID = builder.add(node(.table, table.firstLine, lines[table.firstLine].column), to: parent)
        for row in [table.header] + table.rows {
            var rowNode = node(.tableRow, row.line, lines[row.line].column)
            rowNode.isTight = row.line == table.firstLine
            let rowID = builder.add(rowNode, to: tableID)
            for (column, alignment) in table.alignments.enumerated() {
                // Bounds the memory that a wide header and many short rows can take.
                if column >= row.cells.count {
                    cellsAdded += 1
                    if cellsAdded > Self.maxCellsAdded { break }
                }
                let cell: PipeTable.Cell = column < row.cells.count ? row.cells[column] : ([], lines[row.line].column)
                var cellNode = node(.tableCell, row.line, cell.column)
                cellNode.level = alignment.rawValue
                let cellID = builder.add(cellNode, to: rowID)
                if !cell.text.isEmpty {
                    fragments.append(Fragment(node: cellID, text: cell.text, line: cellNode.line, byteColumn: cellNode.byteColumn))
                }
            }
        }
    }

    /// Lines joined into one, with `<?n?>` for each line break, which becomes a soft break again.
    private static func joined(_ lines: ArraySlice<(text: ArraySlice<UInt8>, column: Int)>) -> [UInt8] {
        var out: [UInt8] = []
        for line in lines {
            if !out.isEmpty { out.write("<?n?>") }
            var text = line.text
            while let last = text.last, last.isASCIIWhitespace { text.removeLast() }
            out += text
        }
        return out
    }

    // MARK: Nodes

    private mutating func leave() {
        if skippedDepth > 0 {
            skippedDepth -= 1
            return
        }
        closeLiteral()
        open.removeLast()
    }

    private mutating func enter(_ cmark: OpaquePointer, _ type: cmark_node_type) {
        var node = Node(kind: .text)
        if let origin {
            // The fragment was parsed after the `# ` of a heading.
            node.line = origin.line
            node.byteColumn = origin.byteColumn + max(0, cmark_node_get_start_column(cmark) - 3)
        } else {
            node.line = source.fileLine(Int(cmark_node_get_start_line(cmark)))
            node.byteColumn = cmark_node_get_start_column(cmark)
        }
        if isLeaf(type) {
            addLeaf(cmark, type, node)
        } else if skippedDepth > 0 || open.count >= DocumentBuilder.maxDepth {
            if firstTooDeep == nil { firstTooDeep = (node.line, node.byteColumn) }
            skippedDepth += 1
        } else if readsHTML, type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG, leavesElement(cmark), let parent = open.last {
            openLiteral([UInt8](repeating: delimiter(of: cmark), count: type == CMARK_NODE_EMPH ? 1 : 2), node, parent)
        } else {
            addContainer(cmark, type, node)
        }
    }

    /// Whether tags of raw HTML are read, as they are in GitBook's dialect.
    private var readsHTML: Bool { source.dialect == .gitbook }

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
            let literal = Self.literal(cmark)
            return builder.add(text: literal.dropFirst(takeTask(literal, parent, cmark)), like: node, to: parent)
        case CMARK_NODE_SOFTBREAK: node.kind = .softBreak
        case CMARK_NODE_LINEBREAK: node.kind = .lineBreak
        case CMARK_NODE_THEMATIC_BREAK: node.kind = .thematicBreak
        case CMARK_NODE_CODE: node.kind = .code
        case CMARK_NODE_CODE_BLOCK: node.kind = .codeBlock
        case CMARK_NODE_HTML_BLOCK: node.kind = .htmlBlock
        default: node.kind = .htmlInline
        }
        if node.kind == .codeBlock {
            // The info string precedes the code in the storage; `payload` is its length.
            let info = builder.store(string(cmark_node_get_fence_info(cmark)).utf8)
            node.payload = info.end - info.start
        }
        if node.kind == .htmlInline, origin != nil, Self.literal(cmark).elementsEqual("<?n?>".utf8) { node.kind = .softBreak }
        if node.kind != .softBreak { node.text = store(Self.literal(cmark), node.kind) }
        _ = builder.add(node, to: parent)
        if node.kind == .htmlBlock || node.kind == .htmlInline, htmlParents.last != parent, knownHTMLParents.insert(parent).inserted {
            htmlParents.append(parent)
        }
    }

    /// Sets the task state of an item whose text begins with a checkbox. Returns the length of the checkbox with the space after it, or 0.
    private mutating func takeTask(_ text: UnsafeBufferPointer<UInt8>, _ parent: NodeID, _ cmark: OpaquePointer) -> Int {
        let item = builder[parent].parent
        guard !source.taskLines.isEmpty, text.count > 3, builder[parent].kind == .paragraph, builder[parent].firstChild == .none,
            item != .none,
            builder[item].kind == .item, builder[item].firstChild == parent, source.taskLines.contains(cmark_node_get_start_line(cmark)),
            text[0] == .openBracket, text[2] == .closeBracket, text[3].isASCIIWhitespace
        else { return 0 }
        builder[item].task = text[1] == .space ? .open : .done
        return 4
    }

    /// Stores a literal, unmasked: code as it was written, raw HTML with the placeholders that are still to be read.
    private mutating func store(_ literal: UnsafeBufferPointer<UInt8>, _ kind: Node.Kind) -> TextRange {
        let isCode = kind == .code || kind == .codeBlock
        let mayBeMasked = source.hasMasks && (isCode ? EscapeMask.mayOccur(in: literal) : EscapeMask.isMasked(literal))
        if !mayBeMasked { return builder.store(literal) }
        if isCode { return builder.store(EscapeMask.restored(source.restored(Array(literal)[...])[...])) }
        // What looks like a tag and is none stays masked until the tags are read.
        return builder.store(EscapeMask.restored(Array(literal)[...], lessThan: readsHTML ? EscapeMask.maskedLessThan : .lessThan))
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
            builder.links.append(
                Link(
                    role: node.kind == .link ? .hyperlink : .image, node: id,
                    destination: string(cmark_node_get_url(cmark)), title: string(cmark_node_get_title(cmark))))
        }
        open.append(id)
    }

    static func literal(_ cmark: OpaquePointer) -> UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_literal(cmark)) }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: text, count: strlen(text)).assumingMemoryBound(to: UInt8.self)
    }

    /// A C string as a reader sees it, unmasked.
    private func string(_ text: UnsafePointer<CChar>?) -> String {
        let bytes = Self.bytes(text)
        let string = String(decoding: bytes, as: UTF8.self)
        return source.hasMasks && EscapeMask.mayOccur(in: bytes) ? EscapeMask.unescaped(string) : string
    }
}
