import YAML

/// A step of a reader in a guide, sent by the browser as one line of JSON. It does not identify the reader.
package struct Event: Sendable, Equatable {
    package enum Name: String, Sendable {
        case start = "kb:start"
        case step = "kb:step"
        case answer = "kb:answer"
        case solved = "kb:solved"
        case escalated = "kb:escalated"
    }

    /// A cause in a guide, as the statistics count it.
    package struct Cause: Sendable, Equatable {
        /// The anchor of the cause on the page.
        package let anchor: String
        /// The anchor of the condition that it can cause; empty if the page has no conditions.
        package let condition: String
        /// Its position in the order in which readers try the causes, from 1.
        package let rank: Int
    }

    package let name: Name
    /// The page's path in the content.
    package let guide: String
    /// The cause that the reader was trying; nil if none, such as at a choice of conditions.
    package let cause: Cause?
    /// The cause that the answer led to; nil if it did not lead to one.
    package let next: Cause?

    /// Nil if the line is not an event.
    /// - Parameter line: JSON in UTF-8.
    package init?(parsing line: some Sequence<UInt8>) {
        // JSON is YAML, and the YAML parser limits depth and size.
        guard let node = try? YAMLNode(parsing: line), case .mapping = node.content else { return nil }
        guard let name = node["event"]?.string.flatMap(Name.init), let guide = node["guide"]?.string, !guide.isEmpty else { return nil }
        self.name = name
        self.guide = guide
        cause = Cause(node)
        next = node["next"].flatMap(Cause.init)
    }
}

extension Event.Cause {
    fileprivate init?(_ node: YAMLNode) {
        guard let anchor = node["cause"]?.string, let rank = node["rank"]?.integer, rank > 0 else { return nil }
        self.init(anchor: anchor, condition: node["condition"]?.string ?? "", rank: rank)
    }
}
