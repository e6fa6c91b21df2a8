import Bytes
import CCMark

extension CommonMarkParser {
    /// Whether emphasis begins within an element of raw HTML and ends outside of it, as between the asterisks of
    /// `<code>*.js</code>, <code>*.css</code>`. They are then a writer's.
    func leavesElement(_ emphasis: OpaquePointer) -> Bool {
        var open: [[UInt8]] = []
        var next = cmark_node_first_child(emphasis)
        while let child = next {
            next = cmark_node_next(child)
            guard cmark_node_get_type(child) == CMARK_NODE_HTML_INLINE else { continue }
            let tag = CommonMarkParser.literal(child).dropFirst()
            let isEnd = tag.first == .slash
            let name = (isEnd ? tag.dropFirst() : tag).prefix(while: \.isASCIIAlphanumeric).map(\.asciiLowercased)
            guard let element = HTMLElement(name: name[...]), !element.isVoid else { continue }
            if !isEnd {
                open.append(name)
            } else if let index = open.lastIndex(of: name) {
                open.removeSubrange(index...)
            } else {
                return true
            }
        }
        return false
    }

    /// The character that a node of emphasis was written with.
    mutating func delimiter(of emphasis: OpaquePointer) -> UInt8 {
        if lineStarts.isEmpty { lineStarts = Source.lineStarts(parsed) }
        let (line, column) = (Int(cmark_node_get_start_line(emphasis)), Int(cmark_node_get_start_column(emphasis)))
        guard line >= 1, line <= lineStarts.count, case let offset = Int(lineStarts[line - 1]) + column - 1, offset < parsed.count else {
            return .asterisk
        }
        return parsed[offset] == .underscore ? .underscore : .asterisk
    }

    /// Shows emphasis as its delimiters and what is between them.
    mutating func openLiteral(_ delimiters: [UInt8], _ node: Node, _ parent: NodeID) {
        builder.add(text: delimiters, like: node, to: parent)
        open.append(parent)
        literalEmphasis.append((open.count, delimiters, node))
    }

    /// Adds the closing delimiters if the node that ends is shown as such.
    mutating func closeLiteral() {
        guard let last = literalEmphasis.last, last.depth == open.count, let parent = open.last else { return }
        builder.add(text: last.delimiters, like: last.node, to: parent)
        literalEmphasis.removeLast()
    }
}
