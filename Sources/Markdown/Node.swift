/// One node of a document: 40 bytes, the same for every kind. What is more than a number or a piece of text stands in the
/// document's side tables (`links`, `elements`), at the index `payload`.
public struct Node: Sendable {
    /// What a node is. The names are CommonMark's; `element` and `comment` are raw HTML that a page has read.
    public enum Kind: UInt8, Sendable {
        // Blocks
        case document, blockQuote, list, item, paragraph, heading, codeBlock, htmlBlock, thematicBreak
        // Inlines
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
        // HTML as a tree
        case element, comment
    }

    public internal(set) var kind: Kind
    /// A heading's level, 1 to 6; 0 for all others.
    public internal(set) var level: UInt8 = 0
    /// A list whose items are not set as paragraphs.
    public internal(set) var isTight = false
    /// A list with numbers.
    public internal(set) var isOrdered = false
    /// A list's first number, or the index of the link or element in the document's table.
    public internal(set) var payload: Int32 = 0
    /// The line of the file on disk, from 1.
    public internal(set) var line: Int32 = 0
    /// The byte of that line, from 1; on continuation lines as near as libcmark tells.
    public internal(set) var byteColumn: Int32 = 0
    /// The text of text, code and HTML.
    public internal(set) var text = TextRange.empty
    public internal(set) var parent = NodeID.none
    public internal(set) var firstChild = NodeID.none
    public internal(set) var nextSibling = NodeID.none
}

extension Node.Kind {
    /// A node that stands within a line of text.
    public var isInline: Bool { rawValue >= Node.Kind.text.rawValue && rawValue <= Node.Kind.image.rawValue }
}
