extension Guide {
    /// The guide for people at a terminal: the tree with its steps, and where “still not fixed” leads.
    ///
    /// - Parameters:
    ///   - page: what the page is called.
    ///   - isExplained: say for each node what made it what it is.
    package func text(page: String, isExplained: Bool) -> String {
        var lines = ["\(page): \(kind.rawValue)\(hasTree ? "" : ", no decision tree")"]
        if isExplained { lines.append("  because: \(evidence)") }
        let walk = GuideTransitions(self)
        for root in roots { append(root, depth: 1, walk, isExplained, to: &lines) }
        if case .choice(let conditions)? = walk.start { lines.append("  The reader first says what they see: \(names(conditions))") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func append(_ index: Int, depth: Int, _ walk: GuideTransitions, _ isExplained: Bool, to lines: inout [String]) {
        let node = nodes[index]
        let indentation = String(repeating: "  ", count: depth)
        lines.append("\(indentation)\(node.kind.rawValue) · \(node.title)\(notes(node))  (line \(node.line))")
        if isExplained { for why in node.evidence { lines.append("\(indentation)  because: \(why)") } }
        for step in node.steps { lines.append("\(indentation)  \(node.stepMode == .untilFixed ? "○" : "☐") \(step.text)") }
        for child in node.children { append(child, depth: depth + 1, walk, isExplained, to: &lines) }
        // Said once, where the way leaves the node: not where it only goes on below.
        if walk.isOnPath(index), node.kind != .escalation, !leadsBelow(walk.unresolved(at: index), index) {
            lines.append("\(indentation)  still not fixed → \(name(walk.unresolved(at: index)))")
        }
    }

    private func notes(_ node: Node) -> String {
        var notes: [String] = []
        if let likelihood = node.likelihood { notes.append("\(Int((likelihood * 100).rounded())) %") }
        if node.isOrdered { notes.append("in this order") }
        if node.hasAlternatives { notes.append("choose one") }
        if node.stepMode == .untilFixed { notes.append("one at a time") }
        return notes.isEmpty ? "" : " [\(notes.joined(separator: ", "))]"
    }

    private func leadsBelow(_ destination: GuideTransitions.Destination, _ index: Int) -> Bool {
        switch destination {
        case .node(let next): isBelow(next, index)
        case .choice(let next): next.allSatisfy { isBelow($0, index) }
        case .escalation, .end: false
        }
    }

    private func isBelow(_ index: Int, _ ancestor: Int) -> Bool {
        var next = nodes[index].parent
        while let current = next {
            if current == ancestor { return true }
            next = nodes[current].parent
        }
        return false
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
