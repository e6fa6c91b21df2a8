import Diagnostics

/// Which rules a text is read by.
public enum Dialect: String, Sendable, CaseIterable {
    /// CommonMark 0.30, nothing else; raw HTML passes through.
    case commonmark
    /// GitHub's: tables, task lists, strikethrough, autolinks and footnotes; raw HTML passes through.
    case gfm
    /// GitBook-style Markdown: front matter, HTML read into the tree and reduced to a safe subset, anchors.
    case gitbook
}

/// A Markdown file as an immutable tree. Nodes lie in one array in the order in which they were made and point to one another
/// by index, so a document is four allocations whatever its size, and copies cost nothing.
public struct Document: Sendable {
    /// The rules that it was read by.
    public let dialect: Dialect
    /// The text that it was read from.
    public let source: Source
    public let frontMatter: FrontMatter
    /// The length of the front matter with its fences, in bytes: the body begins there.
    public let bodyOffset: Int
    public let links: [Link]
    public let elements: [Element]
    public let blocks: [Block]
    /// All headings in document order, with their anchors.
    public let headings: [Heading]
    /// The labels of footnotes in the order of their numbers, from 1.
    public let footnotes: [String]
    /// Every other id that the author gave to a place, in document order.
    public let anchors: [Anchor]
    /// The place among the links of the picture that stands above the title.
    public let coverLink: Int?
    /// The heading that is the page's title: its first H1.
    public let title: Heading?
    /// What the writer should know about this file.
    public let diagnostics: [Diagnostic]

    /// Whether the writer left comments in it.
    public internal(set) var hasComments = false

    public let nodes: [Node]
    public let storage: [UInt8]

    /// A node by its place.
    public subscript(id: NodeID) -> Node { nodes[Int(id.index)] }

    /// The UTF-8 of a piece of text.
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

    /// Where a node stands in the file.
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
    /// What a reader sees of it, without markup.
    public let text: String
    public let line: Int
    /// False inside quotes, lists, hints and details, which are not part of the page's outline.
    public let isInOutline: Bool
}

/// An id that the author gave to a place that is no heading.
public struct Anchor: Sendable {
    public let id: String
    public let node: NodeID
}
