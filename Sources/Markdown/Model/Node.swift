/// One node of a document: 40 bytes, the same for every kind. What is more than a number or a piece of text stands in the
/// document's side tables (`links`, `elements`, `blocks`), at the index `payload`.
public struct Node: Sendable {
    /// What a node is. The names are CommonMark's and GFM's; `element` and `comment` are raw HTML that a page has read, `block` is one of
    /// GitBook's.
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
    /// A heading's level, 1 to 6; the alignment of a table's cell; 0 for all others.
    public internal(set) var level: UInt8 = 0
    /// A list whose items are not set as paragraphs; a row that heads a table.
    public internal(set) var isTight = false
    /// A list with numbers.
    public internal(set) var isOrdered = false
    /// An item with a box: empty, or ticked.
    public internal(set) var task = Task.none
    /// A list's first number, the length of a code block's info string, or the index of the link, element, block or footnote in the
    /// document's table.
    public internal(set) var payload: Int32 = 0
    /// The line of the file on disk, from 1.
    public internal(set) var line: Int32 = 0
    /// The byte of that line, from 1; on continuation lines as near as libcmark tells.
    public internal(set) var byteColumn: Int32 = 0
    /// The text of text, code, maths and HTML.
    public internal(set) var text = TextRange.empty
    public internal(set) var parent = NodeID.none
    public internal(set) var firstChild = NodeID.none
    public internal(set) var nextSibling = NodeID.none

    /// The box of a task list's item.
    public enum Task: UInt8, Sendable {
        case none, open, done
    }
}

extension Node.Kind {
    /// A node that stands within a line of text.
    public var isInline: Bool { rawValue >= Node.Kind.text.rawValue && rawValue <= Node.Kind.literal.rawValue }
}
