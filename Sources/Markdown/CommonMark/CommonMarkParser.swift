import CArena
import CCMark
import Platform

/// Reads a text by libcmark into a document under construction, with GFM's tables, which libcmark takes for paragraphs.
struct CommonMarkParser {
    private(set) var builder: DocumentBuilder
    /// The first node below which the nesting was cut, if any.
    private(set) var firstTooDeep: (line: Int32, byteColumn: Int32)?
    /// The nodes that hold raw HTML, in document order, each once.
    private(set) var htmlParents: [NodeID] = []

    private var knownParents: Set<NodeID> = []
    private let text: PreprocessedSource
    private var open: [NodeID] = [.root]
    private var levelsCut = 0
    private var delimiterRows: ArraySlice<Int32>
    private var pieces: [Piece] = []
    /// How many cells short rows have been given.
    private var cellsAdded = 0
    private static let maxCellsAdded = 200_000
    /// Where the piece that is being read stands in the file.
    private var origin: (line: Int32, byteColumn: Int32)?

    /// A text that has to be read by itself, such as that of a table's cell.
    private struct Piece {
        let node: NodeID
        let text: [UInt8]
        let line: Int32
        let byteColumn: Int32
    }

    init(_ text: PreprocessedSource) {
        builder = DocumentBuilder(expectedBytes: text.bytes.count)
        self.text = text
        delimiterRows = text.delimiterRows[...]
        Self.parse(text.bytes) { walk($0) }
        if !pieces.isEmpty { readPieces() }
    }

    private static func parse(_ text: [UInt8], _ body: (OpaquePointer) -> Void) {
        text.withUnsafeBytes { bytes in
            let characters = bytes.assumingMemoryBound(to: CChar.self)
            // All of libcmark's memory is given back at once.
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
            } else if type == CMARK_NODE_PARAGRAPH, !delimiterRows.isEmpty, levelsCut == 0, addTable(node) {
                cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
            } else {
                enter(node, type)
            }
        }
    }

    // MARK: Tables

    /// Each cell is read as a heading's line, all in one go: a heading is the one block that holds a line of inlines and nothing else.
    private mutating func readPieces() {
        var document: [UInt8] = []
        for piece in pieces { document += Array("# ".utf8) + piece.text + Array(" #\n".utf8) }
        document += Array("\n".utf8) + text.definitions
        let pieces = pieces
        Self.parse(document) { root in
            var heading = cmark_node_first_child(root)
            for piece in pieces {
                guard let current = heading else { return }
                origin = (piece.line, piece.byteColumn)
                open = [piece.node]
                walk(current)
                heading = cmark_node_next(current)
            }
        }
    }

    /// Adds the table that a paragraph is, or ends in.
    private mutating func addTable(_ paragraph: OpaquePointer) -> Bool {
        let first = cmark_node_get_start_line(paragraph)
        let last = cmark_node_get_end_line(paragraph)
        while let row = delimiterRows.first, row <= first { delimiterRows.removeFirst() }
        guard let row = delimiterRows.first, row <= last, let parent = open.last, open.count < DocumentBuilder.maxLevels else {
            return false
        }
        let quotes = open.count { builder[$0].kind == .blockQuote }
        let lines = text.lines(Int(first)...Int(last), column: Int(cmark_node_get_start_column(paragraph)) - 1, quotes: quotes)
        for candidate in delimiterRows.prefix(while: { $0 <= last }) {
            guard let table = PipeTable(lines, delimiterRow: Int(candidate - first), dialect: text.dialect) else { continue }
            add(table, lines, to: parent, firstLine: Int(first))
            return true
        }
        return false
    }

    private mutating func add(_ table: PipeTable, _ lines: [(text: ArraySlice<UInt8>, column: Int)], to parent: NodeID, firstLine: Int) {
        func node(_ kind: Node.Kind, _ line: Int, _ column: Int) -> Node {
            Node(kind: kind, line: text.fileLine(firstLine + line), byteColumn: Int32(truncatingIfNeeded: column + 1))
        }
        if table.firstLine > 0 {
            let id = builder.add(node(.paragraph, 0, lines[0].column), to: parent)
            pieces.append(
                Piece(node: id, text: Self.joined(lines[..<table.firstLine]), line: builder[id].line, byteColumn: builder[id].byteColumn))
        }
        let tableID = builder.add(node(.table, table.firstLine, lines[table.firstLine].column), to: parent)
        for row in [table.header] + table.rows {
            var rowNode = node(.tableRow, row.line, lines[row.line].column)
            rowNode.isTight = row.line == table.firstLine
            let rowID = builder.add(rowNode, to: tableID)
            for (column, alignment) in table.alignments.enumerated() {
                // Cells that nobody wrote must not fill the memory.
                if column >= row.cells.count {
                    cellsAdded += 1
                    if cellsAdded > Self.maxCellsAdded { break }
                }
                let cell: PipeTable.Cell = column < row.cells.count ? row.cells[column] : ([], lines[row.line].column)
                var cellNode = node(.tableCell, row.line, cell.column)
                cellNode.level = alignment.rawValue
                let cellID = builder.add(cellNode, to: rowID)
                if !cell.text.isEmpty {
                    pieces.append(Piece(node: cellID, text: cell.text, line: cellNode.line, byteColumn: cellNode.byteColumn))
                }
            }
        }
    }

    /// Several lines in one; what stands for their ends becomes a break again.
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
        if levelsCut > 0 { levelsCut -= 1 } else { open.removeLast() }
    }

    private mutating func enter(_ cmark: OpaquePointer, _ type: cmark_node_type) {
        var node = Node(kind: .text)
        if let origin {
            // Behind the `# ` of the heading that it was read as.
            node.line = origin.line
            node.byteColumn = origin.byteColumn + max(0, cmark_node_get_start_column(cmark) - 3)
        } else {
            node.line = text.fileLine(Int(cmark_node_get_start_line(cmark)))
            node.byteColumn = cmark_node_get_start_column(cmark)
        }
        if isLeaf(type) {
            addLeaf(cmark, type, node)
        } else if levelsCut > 0 || open.count >= DocumentBuilder.maxLevels {
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
            // The info string stands before the code in the storage; `payload` is its length.
            let info = builder.store(Self.string(cmark_node_get_fence_info(cmark)).utf8)
            node.payload = info.end - info.start
        }
        if node.kind == .htmlInline, origin != nil, Self.literal(cmark).elementsEqual("<?n?>".utf8) { node.kind = .softBreak }
        if node.kind != .softBreak { node.text = store(Self.literal(cmark), node.kind) }
        _ = builder.add(node, to: parent)
        if node.kind == .htmlBlock || node.kind == .htmlInline, htmlParents.last != parent, knownParents.insert(parent).inserted {
            htmlParents.append(parent)
        }
    }

    /// The length of the box that an item's text begins with; the item is told of it.
    private mutating func takeTask(_ text: UnsafeBufferPointer<UInt8>, _ parent: NodeID, _ cmark: OpaquePointer) -> Int {
        let item = builder[parent].parent
        guard !self.text.taskLines.isEmpty, text.count > 3, builder[parent].kind == .paragraph, builder[parent].firstChild == .none,
            item != .none,
            builder[item].kind == .item, builder[item].firstChild == parent, self.text.taskLines.contains(cmark_node_get_start_line(cmark)),
            text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"), text[3].isASCIIWhitespace
        else { return 0 }
        builder[item].task = text[1] == 0x20 ? .open : .done
        return 4
    }

    /// What must be as it was written is: code wholly, raw HTML but for the placeholders of what is to be read from it.
    private mutating func store(_ literal: UnsafeBufferPointer<UInt8>, _ kind: Node.Kind) -> TextRange {
        guard text.hasMasks, EscapeMask.isIn(literal) else { return builder.store(literal) }
        let isCode = kind == .code || kind == .codeBlock
        var bytes = isCode ? text.restored(Array(literal)[...])[...] : Array(literal)[...]
        EscapeMask.restore(&bytes)
        return builder.store(bytes)
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
                    destination: Self.string(cmark_node_get_url(cmark)), title: Self.string(cmark_node_get_title(cmark))))
        }
        open.append(id)
    }

    private static func literal(_ cmark: OpaquePointer) -> UnsafeBufferPointer<UInt8> { bytes(cmark_node_get_literal(cmark)) }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeRawBufferPointer(start: text, count: strlen(text)).assumingMemoryBound(to: UInt8.self)
    }

    /// What a reader is to see of a text: what was masked in it is put back.
    private static func string(_ text: UnsafePointer<CChar>?) -> String {
        let bytes = bytes(text)
        let string = String(decoding: bytes, as: UTF8.self)
        return EscapeMask.isIn(bytes) ? EscapeMask.unescaped(string) : string
    }
}
