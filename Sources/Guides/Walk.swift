/// How a reader is led through a guide: down from what they see, one node after the other, until something helps or nobody knows more.
public struct Walk: Sendable {
    /// Where an answer leads.
    public enum Destination: Sendable, Equatable {
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

    public init(_ guide: Guide) { self.guide = guide }

    /// Whether a reader may be led to a node.
    public func isOnPath(_ index: Int) -> Bool { guide.hasTree && node(index).kind.isOnPath && (isInScope(index) || node(index).kind == .condition) }

    private func node(_ index: Int) -> Guide.Node { guide.nodes[index] }

    /// Where a reader begins; nil where a page has no tree.
    public var start: Destination? {
        guard guide.hasTree else { return nil }
        let conditions = guide.nodes.indices.filter { node($0).kind == .condition && !hasAncestor($0, { $0.kind == .condition }) }
        if conditions.count > 1 { return .choice(conditions) }
        if let condition = conditions.first { return .node(condition) }
        let first = inOrder(guide.roots).lazy.compactMap { enter($0) }.first
        return first ?? guide.nodes.firstIndex { $0.kind == .escalation }.map { .escalation($0) } ?? .end
    }

    /// Where “Still not fixed” leads from a node: to what stands below it, then to what follows it, at last to the escalation.
    public func unresolved(at index: Int) -> Destination {
        if node(index).kind == .escalation { return .end }
        return below(index) ?? following(index, from: index) ?? escalation(from: index)
    }

    // MARK: Order

    /// Children in the order in which they are tried: as written, or by likelihood where every one has it.
    private func inOrder(_ children: [Int]) -> [Int] {
        let tried = children.filter { node($0).kind != .info && node($0).kind != .question && node($0).kind != .escalation }
        guard tried.count > 1, tried.allSatisfy({ node($0).likelihood != nil }) else { return children }
        // Stable, so that equals stay as written.
        return tried.enumerated().sorted { (node($0.element).likelihood ?? 0, -$0.offset) > (node($1.element).likelihood ?? 0, -$1.offset) }.map(\.element)
    }

    private func siblings(of index: Int) -> [Int] { inOrder(node(index).parent.map { node($0).children } ?? guide.roots) }

    /// The node itself, or the first below a title that only gathers; nil where there is nothing to be led to.
    private func enter(_ index: Int) -> Destination? {
        switch node(index).kind {
        case .condition, .cause, .check, .remedy, .alternative: return .node(index)
        case .procedure: return hasSteps(index) && isInScope(index) ? .node(index) : nil
        case .group: return below(index)
        case .escalation, .question, .info: return nil
        }
    }

    private func hasSteps(_ index: Int) -> Bool { !node(index).steps.isEmpty || node(index).children.contains { hasSteps($0) } }

    /// A how-to counts where it stands in a condition's course.
    private func isInScope(_ index: Int) -> Bool { guide.kind == .troubleshooting || guide.kind == .knownError || hasAncestor(index) { $0.kind == .condition } }

    private func hasAncestor(_ index: Int, _ holds: (Guide.Node) -> Bool) -> Bool {
        var next = node(index).parent
        while let current = next {
            if holds(node(current)) { return true }
            next = node(current).parent
        }
        return false
    }

    private func below(_ index: Int) -> Destination? { first(of: inOrder(node(index).children)[...]) }

    /// The first of these that can be entered; conditions and alternatives as a choice.
    private func first(of nodes: ArraySlice<Int>) -> Destination? {
        for (place, index) in zip(nodes.indices, nodes) {
            let kind = node(index).kind
            guard let destination = enter(index) else { continue }
            guard kind == .alternative || kind == .condition else { return destination }
            let alike = nodes[place...].filter { node($0).kind == kind }
            return alike.count > 1 ? .choice(alike) : destination
        }
        return nil
    }

    /// What comes after a node and all below it: its next sibling, or what follows its parent. The other ways to do the same, and what other
    /// readers see, are passed by.
    private func following(_ index: Int, from origin: Int) -> Destination? {
        let kind = node(index).kind
        let siblings = siblings(of: index)
        guard let place = siblings.firstIndex(of: index) else { return nil }
        let rest = siblings[(place + 1)...].filter { kind != .alternative && kind != .condition || node($0).kind != kind }
        if let next = first(of: rest[...]), !leavesScope(next, from: origin) { return next }
        return node(index).parent.flatMap { following($0, from: origin) }
    }

    /// Conditions that stand beside what a reader came through are other readers'.
    private func leavesScope(_ destination: Destination, from index: Int) -> Bool {
        guard hasAncestor(index, { $0.kind == .condition }) || node(index).kind == .condition else { return false }
        func isForeign(_ other: Int) -> Bool { node(other).kind == .condition && outermostCondition(other) == other }
        switch destination {
        case .node(let other): return isForeign(other)
        case .choice(let others): return others.contains(where: isForeign)
        case .escalation, .end: return false
        }
    }

    private func outermostCondition(_ index: Int) -> Int? {
        var found = node(index).kind == .condition ? index : nil
        var next = node(index).parent
        while let current = next {
            if node(current).kind == .condition { found = current }
            next = node(current).parent
        }
        return found
    }

    // MARK: When nothing helped

    /// The nearest escalation: of the smallest part around the node that has one, the first behind the node, else the last before it.
    private func escalation(from index: Int) -> Destination {
        var scope: Int? = index
        while let current = scope {
            if let found = nearest(to: index, among: escalations(below: current)) { return .escalation(found) }
            scope = node(current).parent
        }
        return nearest(to: index, among: guide.roots.flatMap { root in (node(root).kind == .escalation ? [root] : []) + pageEscalations(below: root) }).map { .escalation($0) } ?? .end
    }

    private func nearest(to index: Int, among escalations: [Int]) -> Int? { escalations.first { $0 > index } ?? escalations.last }

    private func escalations(below index: Int) -> [Int] {
        node(index).children.flatMap { child in (node(child).kind == .escalation ? [child] : []) + (isOwnScope(child) ? [] : escalations(below: child)) }.sorted()
    }

    /// Escalations of the page, not of one of its conditions.
    private func pageEscalations(below index: Int) -> [Int] { isOwnScope(index) ? [] : escalations(below: index) }

    /// What is in a condition is for those who see it.
    private func isOwnScope(_ index: Int) -> Bool { node(index).kind == .condition }
}
