import Diagnostics
import Markdown

/// What an article says to somebody with a fault: its parts as a tree, in the words of DITA's troubleshooting topics.
public struct Guide: Sendable {
    /// What a page is.
    public enum PageKind: String, Sendable, CaseIterable {
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

    public let kind: PageKind
    /// Why the page is of this kind.
    public let evidence: String
    /// The nodes in document order.
    public let nodes: [Node]
    /// What the writer should know.
    public let diagnostics: [Diagnostic]

    /// The places of the nodes that have no parent.
    public let roots: [Int]
    /// Whether there is a fault to isolate: the page yields a decision tree.
    public let hasTree: Bool

    init(kind: PageKind, evidence: String, nodes: [Node], hasTree: Bool, diagnostics: [Diagnostic]) {
        self.kind = kind
        self.evidence = evidence
        self.nodes = nodes
        self.hasTree = hasTree
        self.diagnostics = diagnostics
        roots = nodes.indices.filter { nodes[$0].parent == nil }
    }

    /// A part of an article with a title.
    public struct Node: Sendable {
        public enum Kind: String, Sendable, CaseIterable {
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
            public var isOnPath: Bool {
                switch self {
                case .condition, .cause, .check, .remedy, .alternative, .escalation: true
                case .group, .question, .procedure, .info: false
                }
            }
        }

        /// What a title is in the text.
        public enum Source: String, Sendable {
            case heading, bold, lead, summary, listItem, tableRow, paragraph
        }

        /// How the steps are to be done.
        public enum StepMode: String, Sendable {
            /// All, one after another.
            case sequence
            /// One at a time, until the condition goes away.
            case untilFixed
        }

        /// What the title stands in: a heading, a paragraph, a summary, an item or a cell.
        public let element: NodeID
        /// The line of the title in the file, from 1: the node's identity on its page.
        public let line: Int
        public internal(set) var kind: Kind
        /// Plain text.
        public let title: String
        /// 1 to 6 for a heading, 0 for what is none.
        public let level: Int
        public let source: Source
        /// The id of the title's element on its page, which is also what the node is called by: a heading's own, else one made of the title.
        public let anchor: String
        /// The place of the logical parent among the nodes; nil for the page itself.
        public internal(set) var parent: Int?
        /// The places of the children in document order.
        public internal(set) var children: [Int] = []
        /// The author ranks or numbers the children.
        public internal(set) var isOrdered = false
        /// One of the children is to be chosen.
        public internal(set) var hasAlternatives = false
        /// A fix is given, in the node or below it.
        public internal(set) var hasRemedy = false
        public internal(set) var stepMode = StepMode.sequence
        /// From 0 to 1, where the author states a number.
        public internal(set) var likelihood: Double?
        public internal(set) var steps: [Step] = []
        /// What stands below the title and above the next one. Empty where a page has no tree.
        public internal(set) var parts: [DocumentPart] = []
        /// Why the node is what it is, for `--explain`.
        public internal(set) var evidence: [String] = []
    }

    /// One thing that the reader does or verifies.
    public struct Step: Sendable, Equatable {
        /// The paragraph or the item that says it.
        public let element: NodeID
        /// The line of the file, from 1, at which its text begins.
        public let line: Int
        /// Plain text.
        public let text: String
        /// What a tick is kept by: made of the text alone, so that it outlives every edit of anything else. Unique on its page.
        public internal(set) var key = ""
        /// The id of its element on its page.
        public internal(set) var anchor = ""
    }
}
