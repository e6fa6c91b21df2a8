extension Guide {
    /// The ways through the guide as a Mermaid flow chart.
    package var mermaid: String {
        var lines = ["flowchart TD"]
        for index in reachableNodes {
            lines.append(
                "  n\(nodes[index].line)\(nodes[index].kind == .condition ? "([\(quoted(label(index)))])" : "[\(quoted(label(index)))]")")
        }
        for (from, to, answer) in edges {
            lines.append("  n\(nodes[from].line) -->|\(answer)| \(to.map { "n\(nodes[$0].line)" } ?? "support([support contact])")")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The ways through the guide as a graph in Graphviz's DOT language.
    package var dot: String {
        var lines = ["digraph guide {", "  node [shape=box];"]
        for index in reachableNodes {
            lines.append("  n\(nodes[index].line) [label=\(quoted(label(index)))\(nodes[index].kind == .condition ? ", shape=oval" : "")];")
        }
        for (from, to, answer) in edges {
            lines.append("  n\(nodes[from].line) -> \(to.map { "n\(nodes[$0].line)" } ?? "support") [label=\(quoted(answer))];")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// The nodes that a reader may be led to, in document order.
    private var reachableNodes: [Int] {
        let transitions = GuideTransitions(self)
        var reached = Set<Int>()
        var pending = transitions.start.map(Self.targets) ?? []
        while let index = pending.popLast() {
            if reached.insert(index).inserted { pending += Self.targets(transitions.next(after: index)) }
        }
        return reached.sorted()
    }

    /// The transitions between reachable nodes; `to` is nil for the site's support contact.
    private var edges: [(from: Int, to: Int?, answer: String)] {
        let transitions = GuideTransitions(self)
        return reachableNodes.flatMap { index -> [(from: Int, to: Int?, answer: String)] in
            guard nodes[index].kind != .escalation else { return [] }
            switch transitions.next(after: index) {
            case .node(let next): return [(index, next, "still not fixed")]
            case .choice(let choices): return choices.map { (index, $0, nodes[$0].kind == .condition ? "if this is seen" : "one way") }
            case .escalation(let next): return [(index, next, "nothing helped")]
            case .end: return [(index, nil, "nothing helped")]
            }
        }
    }

    /// The nodes that a destination consists of.
    static func targets(_ destination: GuideTransitions.Destination) -> [Int] {
        switch destination {
        case .node(let index), .escalation(let index): [index]
        case .choice(let indices): indices
        case .end: []
        }
    }

    private func label(_ index: Int) -> String { "\(nodes[index].kind.rawValue): \(nodes[index].title)" }

    private func quoted(_ text: String) -> String {
        "\"" + text.map { $0 == "\"" ? "'" : $0 == "\\" ? "/" : $0.isNewline ? " " : $0 }.map(String.init).joined() + "\""
    }
}
