import Diagnostics

/// A dialect of Markdown.
public enum Dialect: String, Sendable, CaseIterable {
    /// CommonMark 0.30 without extensions; raw HTML passes through.
    case commonmark
    /// GitHub Flavored Markdown: tables, task lists, strikethrough, autolinks and footnotes; raw HTML passes through.
    case gfm
    /// GitBook's Markdown: front matter, blocks, heading ids; raw HTML is read into the tree and reduced to a safe subset.
    case gitbook
}

/// A Markdown file as an immutable tree. Nodes are in one array in the order in which they were made and refer to one another by index, so
/// a document takes few allocations whatever its size, and copying it is cheap.
public struct Document: Sendable {
    /// The dialect that it was parsed as.
    public let dialect: Dialect
    /// The file that it was parsed from.
    public let source: Source
    public let frontMatter: FrontMatter
    /// The offset in bytes at which the body begins, after the front matter and its fences.
    public let bodyOffset: Int
    public let links: [Link]
    public let elements: [Element]
    public let blocks: [Block]
    /// All headings in document order.
    public let headings: [Heading]
    /// The labels of footnotes in the order of their numbers, from 1.
    public let footnotes: [String]
    /// The author's ids that are no heading's main id, in document order.
    public let anchors: [Anchor]
    /// The index in `links` of the image above the title, or nil.
    public let coverLink: Int?
    /// The page's title: its first H1.
    public let title: Heading?
    /// Problems of this file.
    public let diagnostics: [Diagnostic]

    /// Whether there are HTML comments in the body.
    public internal(set) var hasComments = false

    public let nodes: [Node]
    public let storage: [UInt8]

    /// The node with an id.
    public subscript(id: NodeID) -> Node { nodes[Int(id.index)] }

    /// The UTF-8 text of a range.
    public subscript(text: TextRange) -> ArraySlice<UInt8> { storage[Int(text.start)..<Int(text.end)] }

    /// The children of a node in order.
    public func children(of id: NodeID) -> Children { Children(nodes: nodes, upcoming: self[id].firstChild) }

    /// A sequence of siblings.
    public struct Children: Sequence, IteratorProtocol {
        let nodes: [Node]
        var upcoming: NodeID

        public mutating func next() -> NodeID? {
            guard upcoming != .none else { return nil }
            let current = upcoming
            upcoming = nodes[Int(current.index)].nextSibling
            return current
        }
    }

    /// The position of a node in the file.
    public func position(of id: NodeID) -> SourcePosition {
        let node = self[id]
        return source.position(line: Int(node.line), byteColumn: Int(node.byteColumn))
    }
}

/// A heading of a document.
public struct Heading: Sendable {
    public let node: NodeID
    /// 1 to 6, as written.
    public let level: Int
    /// The id under which it can be linked, unique in its document.
    public let anchor: String
    /// The heading's text without markup.
    public let text: String
    /// The line of the file, from 1.
    public let line: Int
    /// Whether it is in the page's outline; false inside quotes, lists, hints and details.
    public let isInOutline: Bool
}

/// An id that the author gave to a node, in addition to the main ids of headings.
public struct Anchor: Sendable {
    public let id: String
    public let node: NodeID
}
