/// How a reader is led through a guide: down from what they see, one node after the other, until something helps or nobody knows more.
///
/// Every way ends: it only ever leads on in the order of the tree, never back, and never from what one reader sees to what another sees.
package struct GuideTransitions: Sendable {
    /// Where an answer leads.
    package enum Destination: Sendable, Equatable {
        /// A node, by its place.
        case node(Int)
        /// One of several, of which the reader chooses.
        case choice([Int])
        /// What to do when nothing helped.
        case escalation(Int)
        /// Nothing follows, and the article names nobody to ask.
        case end
    }

    private let guide: Guide
    /// The conditions that stand below no other: what a reader first says they see.
    private let conditions: [Int]

    package init(_ guide: Guide) {
        self.guide = guide
        conditions = guide.nodes.indices.filter { index in
            guide.nodes[index].kind == .condition && !guide.ancestors(of: index).contains { guide.nodes[$0].kind == .condition }
        }
    }

    /// Where a reader begins; nil where a page has no tree.
    package var start: Destination? {
        guard guide.hasTree else { return nil }
        // What stands before all conditions is for everybody.
        if let first = conditions.first, let before = first == 0 ? nil : firstEntered(of: guide.roots[...], from: nil) { return before }
        return firstConditions ?? firstEntered(of: inOrder(guide.roots)[...], from: nil) ?? guide.nodes.firstIndex {
            $0.kind == .escalation
        }.map { .escalation($0) } ?? .end
    }

    /// Where “Still not fixed” leads from a node: to what stands below it, then to what follows it, at last to the escalation.
    package func unresolved(at index: Int) -> Destination {
        below(index, from: index) ?? following(index, from: index) ?? escalation(from: index)
    }

    /// Where those go on who can choose none of several conditions or ways.
    func otherwise(than nodes: [Int]) -> Destination {
        guard let last = nodes.last else { return .end }
        if conditions.contains(last) { return escalationOfPage(for: last) }
        return following(last, from: last) ?? escalation(from: last)
    }

    /// Whether a reader may be led to a node.
    package func isOnPath(_ index: Int) -> Bool {
        guide.hasTree && node(index).kind.isOnPath && (isInScope(index) || node(index).kind == .condition)
    }

    private func node(_ index: Int) -> Guide.Node { guide.nodes[index] }

    private var firstConditions: Destination? {
        conditions.isEmpty ? nil : conditions.count == 1 ? .node(conditions[0]) : .choice(conditions)
    }

    // MARK: Order

    /// Children in the order in which they are tried: as written, or by likelihood where every one has it.
    private func inOrder(_ children: [Int]) -> [Int] {
        let tried = children.filter { node($0).kind != .info && node($0).kind != .question && node($0).kind != .escalation }
        guard tried.count > 1, tried.allSatisfy({ node($0).likelihood != nil }) else { return children }
        // Stable, so that equals stay as written.
        return tried.enumerated().sorted { (node($0.element).likelihood ?? 0, -$0.offset) > (node($1.element).likelihood ?? 0, -$1.offset) }
            .map(\.element)
    }

    private func siblings(of index: Int) -> [Int] { inOrder(node(index).parent.map { node($0).children } ?? guide.roots) }

    /// The node itself, or the first below a title that only gathers or tells; nil where there is nothing to be led to.
    private func enter(_ index: Int, from origin: Int?) -> Destination? {
        switch node(index).kind {
        case .condition: return conditions.contains(index) ? enterCondition(from: origin) : .node(index)
        case .cause, .check, .remedy, .alternative: return isInScope(index) ? .node(index) : nil
        case .procedure: return hasSteps(index) && isInScope(index) ? .node(index) : nil
        case .group, .question, .info: return below(index, from: origin)
        case .escalation: return nil
        }
    }

    /// What other readers see is passed by; before all conditions, they are what follows.
    private func enterCondition(from origin: Int?) -> Destination? {
        guard let origin else { return firstConditions }
        return isBeforeConditions(origin) ? firstConditions : nil
    }

    private func isBeforeConditions(_ index: Int) -> Bool { conditions.first.map { index < $0 } ?? false }

    private func hasSteps(_ index: Int) -> Bool { !node(index).steps.isEmpty || node(index).children.contains { hasSteps($0) } }

    /// On a page about other things, only what stands below a condition counts.
    private func isInScope(_ index: Int) -> Bool {
        guide.kind == .troubleshooting || guide.kind == .knownError || guide.ancestors(of: index).contains { node($0).kind == .condition }
    }

    private func below(_ index: Int, from origin: Int?) -> Destination? {
        firstEntered(of: inOrder(node(index).children)[...], from: origin)
    }

    /// The first of these that can be entered; conditions and alternatives as a choice.
    private func firstEntered(of nodes: ArraySlice<Int>, from origin: Int?) -> Destination? {
        for (place, index) in zip(nodes.indices, nodes) {
            guard let destination = enter(index, from: origin) else { continue }
            let kind = node(index).kind
            guard kind == .alternative || kind == .condition, destination == .node(index) else { return destination }
            let alike = nodes[place...].filter { node($0).kind == kind && !conditions.contains($0) }
            return alike.count > 1 ? .choice(alike) : destination
        }
        return nil
    }

    /// What comes after a node and all below it: its next sibling, or what follows its parent. The other ways to do the same, and what else may
    /// be seen, are passed by.
    private func following(_ index: Int, from origin: Int) -> Destination? {
        let kind = node(index).kind
        let siblings = siblings(of: index)
        guard let place = siblings.firstIndex(of: index) else { return nil }
        // Behind what is for when nothing helped, nothing follows.
        if kind == .escalation { return nil }
        let rest = siblings[(place + 1)...].filter { kind != .alternative && kind != .condition || node($0).kind != kind }
        return firstEntered(of: rest[...], from: origin) ?? node(index).parent.flatMap { following($0, from: origin) }
    }

    // MARK: When nothing helped

    /// The nearest escalation: of the smallest part around the node that has one, the first behind the node, else the last before it.
    private func escalation(from index: Int) -> Destination {
        for scope in [index] + guide.ancestors(of: index) {
            let below = escalations(below: scope)
            if node(scope).kind == .escalation { return below.first { $0 > index }.map { .escalation($0) } ?? .end }
            if let found = nearest(to: index, among: below) { return .escalation(found) }
        }
        return escalationOfPage(for: index)
    }

    /// The one that is for every condition.
    private func escalationOfPage(for index: Int) -> Destination {
        let ofPage = guide.roots.flatMap { root in
            (node(root).kind == .escalation ? [root] : []) + (node(root).kind == .condition ? [] : escalations(below: root))
        }
        return nearest(to: index, among: ofPage).map { .escalation($0) } ?? .end
    }

    private func nearest(to index: Int, among escalations: [Int]) -> Int? { escalations.first { $0 > index } ?? escalations.last }

    /// The escalations below a node, but for those of other conditions in it, which are for who sees these.
    private func escalations(below index: Int) -> [Int] {
        node(index).children.flatMap { child in
            (node(child).kind == .escalation ? [child] : []) + (node(child).kind == .condition ? [] : escalations(below: child))
        }.sorted()
    }
}

extension Guide {
    /// The places of the nodes around one, from its parent up.
    func ancestors(of index: Int) -> [Int] {
        var found: [Int] = []
        var next = nodes[index].parent
        while let current = next {
            found.append(current)
            next = nodes[current].parent
        }
        return found
    }
}
