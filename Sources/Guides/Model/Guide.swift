import Diagnostics
import Markdown

/// What an article says to somebody with a fault: its parts as a tree, in the words of DITA's troubleshooting topics.
package struct Guide: Sendable {
    /// What a page is.
    package enum PageKind: String, Sendable, CaseIterable {
        /// One or more conditions, each with causes, checks or remedies to try.
        case troubleshooting
        /// One error: its description, causes and solutions.
        case knownError
        /// Questions and answers.
        case faq
        /// Steps to a goal.
        case procedure
        /// All else.
        case reference
    }

    package let kind: PageKind
    /// Why the page is of this kind.
    package let evidence: String
    /// The nodes in document order.
    package let nodes: [Node]
    /// What the writer should know.
    package let diagnostics: [Diagnostic]

    /// The places of the nodes that have no parent.
    package let roots: [Int]
    /// Whether there is a fault to isolate: the page yields a decision tree.
    package let hasTree: Bool

    init(kind: PageKind, evidence: String, nodes: [Node], hasTree: Bool, diagnostics: [Diagnostic]) {
        self.kind = kind
        self.evidence = evidence
        self.nodes = nodes
        self.hasTree = hasTree
        self.diagnostics = diagnostics
        roots = nodes.indices.filter { nodes[$0].parent == nil }
    }

    /// A part of an article with a title.
    package struct Node: Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            /// What the reader sees: a symptom, an error.
            case condition
            /// Why it happens.
            case cause
            /// Something to verify, whose answer leads on.
            case check
            /// What makes it go away.
            case remedy
            /// One of several ways to do the same.
            case alternative
            /// For when nothing helped: what to collect and whom to ask.
            case escalation
            /// A title that only gathers others.
            case group
            /// A question of an FAQ.
            case question
            /// A how-to.
            case procedure
            /// Anything else.
            case info

            /// Whether a reader who looks for a fix is led through nodes of this kind.
            package var isOnPath: Bool {
                switch self {
                case .condition, .cause, .check, .remedy, .alternative, .escalation: true
                case .group, .question, .procedure, .info: false
                }
            }
        }

        /// What a title is in the text.
        package enum Source: String, Sendable {
            case heading, bold, lead, summary, listItem, tableRow, paragraph
        }

        /// How the steps are to be done.
        package enum StepMode: String, Sendable {
            /// All, one after another.
            case sequence
            /// One at a time, until the condition goes away.
            case untilFixed
        }

        /// What the title stands in: a heading, a paragraph, a summary, an item or a cell.
        package let element: NodeID
        /// The line of the title in the file, from 1: the node's identity on its page.
        package let line: Int
        package internal(set) var kind: Kind
        /// Plain text.
        package let title: String
        /// 1 to 6 for a heading, 0 for what is none.
        package let level: Int
        package let source: Source
        /// The id of the title's element on its page, which is also what the node is called by: a heading's own, else one made of the title.
        package let anchor: String
        /// The place of the logical parent among the nodes; nil for the page itself.
        package internal(set) var parent: Int?
        /// The places of the children in document order.
        package internal(set) var children: [Int] = []
        /// The author ranks or numbers the children.
        package internal(set) var isOrdered = false
        /// One of the children is to be chosen.
        package internal(set) var hasAlternatives = false
        /// A fix is given, in the node or below it.
        package internal(set) var hasRemedy = false
        package internal(set) var stepMode = StepMode.sequence
        /// From 0 to 1, where the author states a number.
        package internal(set) var likelihood: Double?
        package internal(set) var steps: [Step] = []
        /// What stands below the title and above the next one. Empty where a page has no tree.
        package internal(set) var parts: [DocumentPart] = []
        /// Why the node is what it is, for `--explain`.
        package internal(set) var evidence: [String] = []
    }

    /// One thing that the reader does or verifies.
    package struct Step: Sendable, Equatable {
        /// The paragraph or the item that says it.
        package let element: NodeID
        /// The line of the file, from 1, at which its text begins.
        package let line: Int
        /// Plain text.
        package let text: String
        /// What a tick is kept by: made of the text alone, so that it outlives every edit of anything else. Unique on its page.
        package internal(set) var key = ""
        /// The id of its element on its page.
        package internal(set) var anchor = ""
    }
}
