extension Guide {
    /// The guide as text for a terminal: the tree with its steps, and where “still not fixed” leads.
    ///
    /// - Parameters:
    ///   - page: the page's name in the text, such as its path.
    ///   - isExplained: whether to print the evidence for the kinds of the page and its nodes.
    package func text(page: String, isExplained: Bool) -> String {
        var lines = ["\(page): \(kind.rawValue)\(hasTree ? "" : ", no decision tree")"]
        if isExplained { lines.append("  because: \(evidence)") }
        let transitions = GuideTransitions(self)
        for root in roots { append(root, depth: 1, transitions, isExplained, to: &lines) }
        if case .choice(let conditions)? = transitions.start { lines.append("  The reader first says what they see: \(names(conditions))") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func append(_ index: Int, depth: Int, _ transitions: GuideTransitions, _ isExplained: Bool, to lines: inout [String]) {
        let node = nodes[index]
        let indentation = String(repeating: "  ", count: depth)
        lines.append("\(indentation)\(node.kind.rawValue) · \(node.title)\(bracketed(notes(node)))  (line \(node.line))")
        if isExplained { for why in node.evidence { lines.append("\(indentation)  because: \(why)") } }
        for step in node.steps { lines.append("\(indentation)  \(node.stepMode == .untilFixed ? "○" : "☐") \(step.text)") }
        for child in node.children { append(child, depth: depth + 1, transitions, isExplained, to: &lines) }
        // Printed only if the way leaves the node, not if it goes on below it.
        if transitions.isOnPath(index), node.kind != .escalation, !isBelow(transitions.next(after: index), index) {
            lines.append("\(indentation)  still not fixed → \(name(transitions.next(after: index)))")
        }
    }

    private func bracketed(_ notes: [String]) -> String { notes.isEmpty ? "" : " [\(notes.joined(separator: ", "))]" }

    /// What else there is to say of a node, in a few words each.
    func notes(_ node: Node) -> [String] {
        var notes: [String] = []
        if let likelihood = node.likelihood { notes.append("\(Int((likelihood * 100).rounded())) %") }
        if node.isOrdered { notes.append("in this order") }
        if node.hasAlternatives { notes.append("choose one") }
        if node.stepMode == .untilFixed { notes.append("one at a time") }
        return notes
    }

    private func isBelow(_ destination: GuideTransitions.Destination, _ ancestor: Int) -> Bool {
        switch destination {
        case .node, .choice: Self.targets(destination).allSatisfy { ancestors(of: $0).contains(ancestor) }
        case .escalation, .end: false
        }
    }

    private func names(_ indices: [Int]) -> String { indices.map { "“\(nodes[$0].title)”" }.joined(separator: " or ") }

    func name(_ destination: GuideTransitions.Destination) -> String {
        switch destination {
        case .node(let index): names([index])
        case .choice(let indices): "one of " + names(indices)
        case .escalation(let index): "escalation: " + names([index])
        case .end: "the site's support contact"
        }
    }
}
