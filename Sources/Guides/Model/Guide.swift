import Diagnostics
import Markdown

/// The decision tree of a troubleshooting article, in the vocabulary of DITA's troubleshooting topics: conditions, causes and remedies.
package struct Guide: Sendable {
    package enum PageKind: String, Sendable, CaseIterable {
        /// One or more conditions, each with causes, checks or remedies to try.
        case troubleshooting
        /// One error: its description, its causes and its solutions.
        case knownError
        /// Questions and answers.
        case faq
        /// Steps to a goal.
        case procedure
        /// Any other page.
        case reference
    }

    package let kind: PageKind
    /// Why the page is of this kind.
    package let evidence: String
    /// The nodes in document order.
    package let nodes: [Node]
    package let diagnostics: [Diagnostic]

    /// The indices of the nodes without a parent.
    package let roots: [Int]
    /// Whether the page is, or contains, a decision tree.
    package let hasTree: Bool

    init(kind: PageKind, evidence: String, nodes: [Node], hasTree: Bool, diagnostics: [Diagnostic]) {
        self.kind = kind
        self.evidence = evidence
        self.nodes = nodes
        self.hasTree = hasTree
        self.diagnostics = diagnostics
        roots = nodes.indices.filter { nodes[$0].parent == nil }
    }

    /// A title of an article, with the content below it.
    package struct Node: Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            /// What the reader sees: a symptom, an error.
            case condition
            /// Why it happens.
            case cause
            /// Something to verify. The answer decides how to go on.
            case check
            /// Something that makes the condition go away.
            case remedy
            /// One of several ways to do the same.
            case alternative
            /// What to collect and whom to ask when nothing helped.
            case escalation
            /// A title that only gathers others.
            case group
            /// A question of an FAQ.
            case question
            /// A section of a how-to.
            case procedure
            /// Any other section.
            case info

            /// Whether a reader who looks for a fix is led through nodes of this kind.
            package var isOnPath: Bool {
                switch self {
                case .condition, .cause, .check, .remedy, .alternative, .escalation: true
                case .group, .question, .procedure, .info: false
                }
            }
        }

        /// The markup that makes the title.
        package enum Source: String, Sendable {
            case heading, bold, lead, summary, listItem, tableRow, paragraph
        }

        package enum StepMode: String, Sendable {
            /// The reader does all steps, one after another.
            case sequence
            /// The reader does one step at a time, until the condition goes away.
            case untilFixed
        }

        /// The element that contains the title: a heading, a paragraph, a summary, a list item or a table cell.
        package let element: NodeID
        /// The line of the title in the file, from 1. Identifies the node on its page.
        package let line: Int
        package internal(set) var kind: Kind
        /// Plain text.
        package let title: String
        /// 1 to 6 for a heading, 0 for any other title.
        package let level: Int
        package let source: Source
        /// The id of the title's element in the page's HTML: a heading's own id, otherwise one made from the title. Also the node's id in
        /// `guide.json`.
        package let anchor: String
        /// The index of the parent in the logical tree; nil for a root.
        package internal(set) var parent: Int?
        /// The indices of the children, in document order.
        package internal(set) var children: [Int] = []
        /// Whether the author ranks or numbers the children.
        package internal(set) var isOrdered = false
        /// Whether the reader chooses one of the children.
        package internal(set) var hasAlternatives = false
        /// Whether the node or one below it gives a fix.
        package internal(set) var hasRemedy = false
        package internal(set) var stepMode = StepMode.sequence
        /// From 0 to 1; nil unless the author states a number.
        package internal(set) var likelihood: Double?
        package internal(set) var steps: [Step] = []
        /// The content between this title and the next. Empty on a page without a tree.
        package internal(set) var body: [DocumentPart] = []
        /// Whether its steps only look whether something is so.
        var onlyLooks = false
        /// The reasons for the node's kind, for `--explain`.
        package internal(set) var evidence: [String] = []
    }

    /// One thing that the reader does or verifies.
    package struct Step: Sendable, Equatable {
        /// The paragraph or the list item that contains the step.
        package let element: NodeID
        /// The line of the file, from 1, on which the text begins.
        package let line: Int
        /// Plain text.
        package let text: String
        /// Whether it is a sentence of a paragraph, no item of a list.
        package var isSentence = false
        /// The key under which the reader's tick is saved, unique on the page. It is made from the text alone, so that ticks survive all
        /// other edits.
        package internal(set) var key = ""
        /// The id of the step's element in the page's HTML.
        package internal(set) var anchor = ""
    }
}
