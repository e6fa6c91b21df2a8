import YAML

/// What happened in a reader's guide, as their browser sent it: one line of JSON. It names no person.
package struct Event: Sendable, Equatable {
    package enum Name: String, Sendable {
        case start = "kb:start"
        case step = "kb:step"
        case answer = "kb:answer"
        case solved = "kb:solved"
        case escalated = "kb:escalated"
    }

    /// A place in a guide, by what stands for it in the statistics.
    package struct Place: Sendable, Equatable {
        /// The anchor of the cause that is tried there.
        package let cause: String
        /// The anchor of the condition that it is a cause of; empty where the page has none.
        package let condition: String
        /// Its place in the order in which readers meet causes, from 1.
        package let rank: Int
    }

    package let name: Name
    /// The page's path in the content.
    package let guide: String
    /// Where the reader stood; nil where nothing was tried, such as at a choice of conditions.
    package let place: Place?
    /// Where their answer led.
    package let next: Place?

    /// - Parameter line: UTF-8 JSON. Nil for what is no event.
    package init?(parsing line: some Sequence<UInt8>) {
        // JSON is YAML, and libyaml bounds what it reads.
        guard let node = try? YAMLNode(parsing: line), case .mapping = node.content else { return nil }
        guard let name = node["event"]?.string.flatMap(Name.init), let guide = node["guide"]?.string, !guide.isEmpty else { return nil }
        self.name = name
        self.guide = guide
        place = Place(node)
        next = node["next"].flatMap(Place.init)
    }
}

extension Event.Place {
    fileprivate init?(_ node: YAMLNode) {
        guard let cause = node["cause"]?.string, let rank = node["rank"]?.integer, rank > 0 else { return nil }
        self.init(cause: cause, condition: node["condition"]?.string ?? "", rank: rank)
    }
}

extension YAMLNode {
    fileprivate subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }
}
