/// A node of a document: 40 bytes for every kind. Anything that is more than a number or a range of text is in the document's side tables
/// (`links`, `elements`, `blocks`), at the index `payload`.
public struct Node: Sendable {
    /// The kind of a node, named as in CommonMark and GFM. `element` and `comment` are parsed raw HTML, `block` is a block of GitBook's.
    public enum Kind: UInt8, Sendable {
        // Blocks
        case document, blockQuote, list, item, paragraph, heading, codeBlock, htmlBlock, thematicBreak
        case table, tableRow, tableCell, block, displayMaths
        // Inlines
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
        case strikethrough, footnoteReference, maths, emoji, literal
        // HTML as a tree
        case element, comment
    }

    public internal(set) var kind: Kind
    /// A heading's level, 1 to 6; the alignment of a table's cell; the number of earlier references to the same footnote; 0 for all others.
    public internal(set) var level: UInt8 = 0
    /// Whether a list is tight (its items are not shown as paragraphs), or a table's row is its header.
    public internal(set) var isTight = false
    /// Whether a text was written between tags of raw HTML, where CommonMark reads no Markdown.
    public internal(set) var isRaw = false
    /// Whether a list is numbered.
    public internal(set) var isOrdered = false
    /// The checkbox of a task list's item.
    public internal(set) var task = Task.none
    /// A list's first number, the length of a code block's info string, a footnote's number, or the index of the link, element or block in
    /// the document's side table.
    public internal(set) var payload: Int32 = 0
    /// The line of the file, from 1.
    public internal(set) var line: Int32 = 0
    /// The byte in that line, from 1. Only approximate after a paragraph's first line, where libcmark is not exact.
    public internal(set) var byteColumn: Int32 = 0
    /// The content of text, code, maths and HTML.
    public internal(set) var text = TextRange.empty
    public internal(set) var parent = NodeID.none
    public internal(set) var firstChild = NodeID.none
    public internal(set) var nextSibling = NodeID.none

    /// The state of a checkbox.
    public enum Task: UInt8, Sendable {
        case none, open, done
    }
}

extension Node.Kind {
    /// Whether it is an inline of Markdown.
    public var isInline: Bool { rawValue >= Node.Kind.text.rawValue && rawValue <= Node.Kind.literal.rawValue }
}
