/// A tree of nodes with its text: a document, or one under construction.
protocol NodeStorage {
    subscript(id: NodeID) -> Node { get }
    subscript(text: TextRange) -> ArraySlice<UInt8> { get }
}

extension NodeStorage {
    /// The text of a node as a reader sees it. Images, emoji and comments are left out.
    public func visibleText(of id: NodeID) -> String {
        var text: [UInt8] = []
        appendVisibleText(of: id, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private func appendVisibleText(of id: NodeID, to text: inout [UInt8]) {
        let node = self[id]
        switch node.kind {
        case .text, .code, .literal, .maths, .displayMaths: text.append(contentsOf: self[node.text])
        case .softBreak, .lineBreak: text.append(.space)
        case .image, .comment, .htmlInline, .htmlBlock, .emoji, .footnoteReference: break
        default:
            var child = node.firstChild
            while child != .none {
                appendVisibleText(of: child, to: &text)
                child = self[child].nextSibling
            }
        }
    }
}

extension DocumentBuilder: NodeStorage {}

extension Document: NodeStorage {
    /// The text of a node as a reader sees it, without markup, on one line and without white space at its ends.
    public func plainText(of id: NodeID) -> String { visibleText(of: id).trimmed }

    /// Whether the document has no content except `title` and comments.
    public func isEmpty(except title: NodeID?) -> Bool {
        children(of: .root).allSatisfy {
            $0 == title || self[$0].kind == .comment || (self[$0].kind == .paragraph && self[$0].firstChild == .none)
        }
    }

    /// The text of the first paragraph that is not empty, cut after a word to at most `length` characters; for pages without a description.
    public func opening(length: Int) -> String {
        var next = self[.root].firstChild
        while next != .none {
            let node = self[next]
            if node.kind == .paragraph {
                let text = plainText(of: next)
                if !text.isEmpty { return text.cut(to: length) }
            }
            next = node.nextSibling
        }
        return ""
    }
}

extension String {
    /// The string, or its first words with an ellipsis if it is longer than `length` characters.
    public func cut(to length: Int) -> String {
        guard count > length else { return self }
        let head = prefix(length)
        let end = head.lastIndex { $0 == " " } ?? head.endIndex
        return String(head[..<end]) + "…"
    }
}
