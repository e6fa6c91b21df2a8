/// The place of a node in its document's storage.
public struct NodeID: Sendable, Hashable, Comparable {
    @usableFromInline let index: Int32

    @inlinable init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
    @usableFromInline init(index: Int32) { self.index = index }

    /// Where there is no node: after the last sibling, below a leaf, above the root.
    public static let none = NodeID(index: -1)
    /// The document itself.
    public static let root = NodeID(index: 0)

    public static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

/// A run of UTF-8 in a document's text storage.
public struct TextRange: Sendable, Hashable {
    public var start: Int32
    public var end: Int32

    public static let empty = TextRange(start: 0, end: 0)
    /// True where there is no text.
    public var isEmpty: Bool { start == end }
}
