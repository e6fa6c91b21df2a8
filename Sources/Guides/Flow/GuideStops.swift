/// The nodes at which a reader is asked something. All others are context: their text is shown at the next stop.
///
/// A stop has something to do or to look at: it has steps, or is a check.
struct GuideStops: Sendable {
    private let guide: Guide
    private var stops: [Bool]
    private let hasConditions: Bool
    /// Whether there is a stop at a node or below it.
    private var leads: [Bool]

    init(_ guide: Guide) {
        self.guide = guide
        hasConditions = guide.nodes.contains { $0.kind == .condition }
        stops = Array(repeating: false, count: guide.nodes.count)
        leads = stops
        guard guide.hasTree else { return }
        // In reverse, because whether a node is a stop depends on those below it.
        for index in guide.nodes.indices.reversed() {
            stops[index] = asks(index)
            leads[index] = stops[index] || guide.nodes[index].children.contains { leads[$0] }
        }
    }

    func isStop(_ index: Int) -> Bool { stops[index] }

    func leadsToStop(_ index: Int) -> Bool { leads[index] }

    private func asks(_ index: Int) -> Bool {
        let node = guide.nodes[index]
        switch node.kind {
        case .group, .question, .info, .escalation: return false
        case .procedure: return !node.steps.isEmpty && guide.isInScope(index) && !isAside(index)
        case .check: return guide.isInScope(index)
        case .cause, .remedy, .alternative: return guide.isInScope(index) && hasOwnSteps(node)
        case .condition: return hasOwnSteps(node)
        }
    }

    /// Whether a node is a how-to beside the conditions of a page, of which a reader who is stuck has no use. One below a condition tells what to do
    /// about it.
    func isAside(_ index: Int) -> Bool {
        guide.nodes[index].kind == .procedure && hasConditions
            && !guide.ancestors(of: index).contains { guide.nodes[$0].kind == .condition }
    }

    /// Whether a node has steps that are not only what leads to the tries below it.
    private func hasOwnSteps(_ node: Guide.Node) -> Bool {
        guard !node.steps.isEmpty else { return false }
        let below = node.children.filter { leads[$0] }.map { guide.nodes[$0].kind }.filter { $0.isOnPath && $0 != .condition }
        if below.isEmpty { return true }
        return !below.allSatisfy { $0 == .alternative } && node.steps.contains { !$0.isSentence }
    }
}

extension Guide {
    /// On a page of another kind, only the nodes below a condition are part of the tree.
    func isInScope(_ index: Int) -> Bool {
        kind.isAboutFaults || ancestors(of: index).contains { nodes[$0].kind == .condition }
    }
}
