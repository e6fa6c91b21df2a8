import Markdown

/// A block of an article in reading order. Titles and steps are found in passages.
struct Passage: Sendable {
    enum Kind: Sendable, Equatable {
        case heading(level: Int)
        /// The summary of a disclosure.
        case summary
        case paragraph
        /// A list item; `depth` is the number of lists around its own.
        case item(isOrdered: Bool, depth: Int)
        /// A row of a table, except the header row.
        case row
        case code
        case thematicBreak
        /// An HTML comment.
        case comment
    }

    let kind: Kind
    let element: NodeID
    /// The line of the file, from 1, on which the text begins.
    let line: Int
    /// The visible text, without markup. For a row, the text of its first cell.
    let text: String
    let words: Words
    /// The text before the first hard break.
    var firstLine: String
    /// The bold text at the beginning, if any.
    var lead: Lead?
    /// The disclosures around the passage, from the outermost in, each by a number that is unique in the document.
    var disclosures: [Int] = []
    /// Whether the passage is in a hint or a quote, outside the main text.
    var isAside = false
    /// The list of an item, by a number that is unique in the document.
    var list = 0
    /// The number that an ordered item is shown with.
    var number = 0
    /// Whether the passage is in a step of a stepper.
    var isInStepper = false
    /// The texts of the column headers of a row's table.
    var headers: [String] = []
    /// The texts of a row's cells.
    var cells: [String] = []

    /// The bold text that a paragraph or an item begins with.
    struct Lead: Sendable {
        let text: String
        let words: Words
        /// The text after the lead.
        let body: String
        /// The line of the file, from 1, on which the body begins.
        let bodyLine: Int
        /// The body before its first hard break.
        let bodyFirstLine: String
        var isEntireParagraph: Bool { body.isEmpty }
    }

    init(_ kind: Kind, element: NodeID, line: Int, text: String) {
        self.kind = kind
        self.element = element
        self.line = line
        self.text = text
        firstLine = text
        words = Words(text)
    }

    var isItem: Bool { if case .item = kind { true } else { false } }
    var isOrderedItem: Bool { if case .item(isOrdered: true, _) = kind { true } else { false } }
    /// Whether it is an item of a list that is not inside another list.
    var isTopItem: Bool { if case .item(_, depth: 0) = kind { true } else { false } }
    /// Whether it is an item of a list inside another list.
    var isNestedItem: Bool { isItem && !isTopItem }
    var endsWithColon: Bool { words.lastPunctuation == ":" }
}
