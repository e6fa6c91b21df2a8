import Markdown

/// A passage of an article in reading order, cut where a new line begins a new thought. Each may be a title, a step, or neither.
struct Passage: Sendable {
    enum Kind: Sendable, Equatable {
        case heading(level: Int)
        /// The summary of a disclosure.
        case summary
        case paragraph
        case item
        /// A row of a table, except the header row.
        case row
        case code, image, rule
        /// The title of a tab, and the beginning of a hint.
        case tab, hint
        /// An HTML comment.
        case comment
    }

    /// What its text is made of.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        static let code = Marks(rawValue: 1)
        static let allCode = Marks(rawValue: 2)
        static let bold = Marks(rawValue: 4)
        static let link = Marks(rawValue: 8)
        static let allLink = Marks(rawValue: 16)
        static let image = Marks(rawValue: 32)
        /// An address for questions is linked: a mailbox, a forum, a list of issues.
        static let contact = Marks(rawValue: 64)
    }

    /// The bold text that a paragraph or an item begins with, and the text after it.
    struct Lead: Sendable {
        let title: String
        let rest: String
    }

    let kind: Kind
    let element: NodeID
    /// The line of the file, from 1, on which the text begins.
    let line: Int
    /// Plain text. For a row, that of its first cell.
    let text: String
    var marks: Marks = []
    var lead: Lead?
    /// Whether it begins its paragraph or item.
    var isFirst = true
    /// The number of lists around an item, its own included.
    var depth = 0
    var isOrdered = false
    var number = 0
    /// The list of an item or the table of a row, by a number that is unique on the page; 0 for others.
    var list = 0
    /// The index of the item that it stands in, or of the part of an item before it.
    var item: Int?
    var isInHint = false
    var isInTab = false
    var isInStepper = false
    /// The disclosures around it, from the outermost in, each by a number that is unique on the page.
    var disclosures: [Int] = []
    /// The texts of a row's cells and of its table's header.
    var cells: [String] = []
    var headers: [String] = []

    init(_ kind: Kind, _ element: NodeID, line: Int, text: String) {
        self.kind = kind
        self.element = element
        self.line = line
        self.text = text
    }

    /// Whether it may be a title or a step.
    var isCandidate: Bool {
        switch kind {
        case .heading, .summary, .row: !text.isEmpty
        case .paragraph, .item: !text.isEmpty
        case .code, .image, .rule, .tab, .hint, .comment: false
        }
    }

    var endsInColon: Bool { text.hasSuffix(":") || text.hasSuffix("：") }

    var headingLevel: Int? { if case .heading(let level) = kind { level } else { nil } }

    /// What makes it a title, if it is one.
    var source: Guide.Node.Source {
        switch kind {
        case .heading: .heading
        case .summary: .summary
        case .row: .tableRow
        case .item: .listItem
        default: lead.map { $0.rest.isEmpty ? .bold : .lead } ?? .paragraph
        }
    }

    /// The text of the title, if it is one.
    var title: String { lead?.title ?? text }
}
