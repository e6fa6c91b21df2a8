import Diagnostics

extension Document {
    /// The values of a page's expressions may have this many bytes together.
    public static let maxExpressionBytes = 256 << 10

    /// Whether a node is in the body of a `content-ref` block, of which only the address is shown.
    public func isInReference(_ id: NodeID) -> Bool {
        guard blocks.contains(where: { $0.name == .contentReference }) else { return false }
        var parent = self[id].parent
        while parent != .none {
            if self[parent].kind == .block, blocks[Int(self[parent].payload)].name == .contentReference { return true }
            parent = self[parent].parent
        }
        return false
    }

    /// The conditions of `if` and `elif` blocks, with their positions.
    public var conditions: [(text: String, position: SourcePosition)] {
        guard blocks.contains(where: { $0.name == .if || $0.name == .elif }) else { return [] }
        return nodes.indices.compactMap { index in
            guard nodes[index].kind == .block else { return nil }
            let block = blocks[Int(nodes[index].payload)]
            guard block.name == .if || block.name == .elif else { return nil }
            return (block.argument, position(of: NodeID(index)))
        }
    }

    /// The expressions in `<code class="expression">`, with their positions.
    public var expressions: [(text: String, position: SourcePosition)] {
        guard elements.contains(where: { $0.name == .code && $0.hasClass("expression") }) else { return [] }
        return nodes.indices.compactMap { index in
            guard nodes[index].kind == .element else { return nil }
            let element = elements[Int(nodes[index].payload)]
            guard element.name == .code, element.hasClass("expression") else { return nil }
            return (plainText(of: NodeID(index)), position(of: NodeID(index)))
        }
    }
}

extension Document {
    /// The `update` blocks that begin with a heading, with their date as written and the plain text after the heading.
    public var updates: [Update] {
        headings.compactMap { heading in
            let parent = self[heading.node].parent
            guard parent != .none, self[parent].kind == .block, self[parent].firstChild == heading.node else { return nil }
            let block = blocks[Int(self[parent].payload)]
            guard block.name == .update else { return nil }
            let text = children(of: parent).dropFirst().map { plainText(of: $0) }.filter { !$0.isEmpty }.joined(separator: "\n")
            return Update(heading: heading, date: block["date"], text: text)
        }
    }
}

extension Document {
    /// An entry of a block of updates that begins with a heading.
    public struct Update: Sendable {
        public let heading: Heading
        /// As it is written.
        public let date: String?
        /// What stands behind the heading, as plain text.
        public let text: String
    }
}

extension Document {
    /// The formulas: TeX, and whether each stands on a line of its own.
    public var formulas: [(text: String, isDisplay: Bool, position: SourcePosition)] {
        // Few pages have any.
        guard nodes.contains(where: { $0.kind == .maths || $0.kind == .displayMaths }) else { return [] }
        return nodes.indices.compactMap { index in
            let node = nodes[index]
            guard node.kind == .maths || node.kind == .displayMaths else { return nil }
            let text = String(decoding: self[node.text], as: UTF8.self)
            return (text, node.kind == .displayMaths, position(of: NodeID(index: Int32(index))))
        }
    }
}
