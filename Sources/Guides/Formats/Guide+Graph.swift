extension Guide {
    /// The way through the guide as a Mermaid flow chart.
    package var mermaid: String {
        var lines = ["flowchart TD"]
        for index in places {
            lines.append(
                "  n\(nodes[index].line)\(nodes[index].kind == .condition ? "([\(quoted(label(index)))])" : "[\(quoted(label(index)))]")")
        }
        for (from, to, answer) in edges {
            lines.append("  n\(nodes[from].line) -->|\(answer)| \(to.map { "n\(nodes[$0].line)" } ?? "support([support contact])")")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The way through the guide as a graph in Graphviz' language.
    package var dot: String {
        var lines = ["digraph guide {", "  node [shape=box];"]
        for index in places {
            lines.append("  n\(nodes[index].line) [label=\(quoted(label(index)))\(nodes[index].kind == .condition ? ", shape=oval" : "")];")
        }
        for (from, to, answer) in edges {
            lines.append("  n\(nodes[from].line) -> \(to.map { "n\(nodes[$0].line)" } ?? "support") [label=\(quoted(answer))];")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// The nodes that a reader may be led to.
    private var places: [Int] {
        let walk = GuideTransitions(self)
        var reached = Set<Int>()
        var open = walk.start.map(Self.targets) ?? []
        while let index = open.popLast() { if reached.insert(index).inserted { open += Self.targets(walk.unresolved(at: index)) } }
        return reached.sorted()
    }

    private var edges: [(from: Int, to: Int?, answer: String)] {
        let walk = GuideTransitions(self)
        return places.flatMap { index -> [(from: Int, to: Int?, answer: String)] in
            guard nodes[index].kind != .escalation else { return [] }
            switch walk.unresolved(at: index) {
            case .node(let next): return [(index, next, "still not fixed")]
            case .choice(let choices): return choices.map { (index, $0, nodes[$0].kind == .condition ? "if this is seen" : "one way") }
            case .escalation(let next): return [(index, next, "nothing helped")]
            case .end: return [(index, nil, "nothing helped")]
            }
        }
    }

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
