import Markdown

/// A piece of an article in reading order: what titles and steps are found in.
struct Passage: Sendable {
    enum Kind: Sendable, Equatable {
        case heading(level: Int)
        /// The visible line of a disclosure.
        case summary
        case paragraph
        /// An item of a list, with the number of lists around its own.
        case item(isOrdered: Bool, depth: Int)
        /// A row of a table that is no head, by the texts of its cells.
        case row
        case code
        /// A line between parts.
        case thematicBreak
        /// What a comment of the writer's says.
        case comment
    }

    let kind: Kind
    let node: NodeID
    /// The line of the file, from 1, at which its text begins.
    let line: Int
    /// What a reader sees, without markup.
    let text: String
    let words: Words
    /// The text up to a hard break.
    var firstLine: String
    /// How it begins, if it begins in bold.
    var lead: Lead?
    /// The disclosures that it stands in, from the outermost, each by a number of its own.
    var disclosures: [Int] = []
    /// In a hint or a quote: beside the article's course.
    var isAside = false
    /// Which of the document's lists an item belongs to.
    var list = 0
    /// The number that an ordered item is shown with.
    var number = 0
    /// In a step of a stepper.
    var isInStepper = false
    /// The row's table has these heads, and the row these cells.
    var heads: [String] = []
    var cells: [String] = []

    /// A bold beginning.
    struct Lead: Sendable {
        let text: String
        let words: Words
        /// What follows it, and the line of the file at which that begins.
        let rest: String
        let restLine: Int
        /// What follows it up to a hard break.
        let restFirstLine: String
        /// Nothing follows it.
        var isWhole: Bool { rest.isEmpty }
    }

    init(_ kind: Kind, node: NodeID, line: Int, text: String) {
        self.kind = kind
        self.node = node
        self.line = line
        self.text = text
        firstLine = text
        words = Words(text)
    }

    var isItem: Bool { if case .item = kind { true } else { false } }
    var isOrderedItem: Bool { if case .item(isOrdered: true, _) = kind { true } else { false } }
    /// An item of a list that stands in no other.
    var isTopItem: Bool { if case .item(_, depth: 0) = kind { true } else { false } }
    /// An item of a list in a list.
    var isNestedItem: Bool { isItem && !isTopItem }
    /// Its text ends in a colon, or in something that announces what follows.
    var announces: Bool { words.lastMark == ":" }
}
