/// The index of a node in its document.
public struct NodeID: Sendable, Hashable, Comparable {
    @usableFromInline let index: Int32

    @inlinable init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
    @usableFromInline init(index: Int32) { self.index = index }

    /// No node: the sibling of a last child, the child of a leaf, the parent of the root.
    public static let none = NodeID(index: -1)
    /// The root of the tree, a node of the kind `.document`.
    public static let root = NodeID(index: 0)

    public static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

/// A range of bytes in a document's text storage.
public struct TextRange: Sendable, Hashable {
    public var start: Int32
    public var end: Int32

    public static let empty = TextRange(start: 0, end: 0)
    public var isEmpty: Bool { start == end }
}
