import Bytes

extension HTMLRenderer {
    mutating func renderBlock(_ id: NodeID, _ block: Block) {
        if block.name == .footnote { return }
        renderChildren(of: id)
    }

    mutating func renderEmoji(_ node: Node) { out.write(escaping: document[node.text]) }

    mutating func renderMaths(_ node: Node) {
        out.write("<code>")
        out.write(escaping: document[node.text])
        out.write("</code>")
    }
}
