/// The ways through a guide: from what the reader sees down the tree, one node after another, until something helps or nothing is left to
/// try.
///
/// Every way ends: it follows the order of the tree, never goes back, and never leads from one condition to another.
package struct GuideTransitions: Sendable {
    /// Where an answer leads. Nodes are given by their indices.
    package enum Destination: Sendable, Equatable {
        case node(Int)
        /// Several nodes, of which the reader chooses one.
        case choice([Int])
        /// The node for readers whom nothing helped.
        case escalation(Int)
        /// Nothing follows, and the article names nobody to ask.
        case end
    }

    private let guide: Guide
    /// The outermost conditions, which answer the first question: what do you see?
    private let conditions: [Int]
    /// What one of the outermost conditions is below.
    private let aboveConditions: Set<Int>
    /// The systems of which the reader says first which it is, each with outermost conditions of its own; empty if that is not asked.
    private let systems: [Int]
    /// The children of each node, and at the end the roots, in the order in which they are tried.
    private let trialOrders: [[Int]]
    /// For each node, its index in the trial order that it is in; nil if it is in none.
    private let positions: [Int?]
    /// For each node, the escalations below it, except those of the conditions below it.
    private let escalations: [[Int]]
    /// The escalations that belong to no condition.
    private let pageEscalations: [Int]
    private let stops: GuideStops
    /// What has something below it that helps against any fault.
    private var aboveGeneralTries: Set<Int> = []

    package init(_ guide: Guide) {
        self.guide = guide
        stops = GuideStops(guide)
        let orders = (guide.nodes.map(\.children) + [guide.roots]).map { Self.inTrialOrder($0, guide) }
        trialOrders = orders
        positions = Self.positions(orders, count: guide.nodes.count)
        escalations = Self.escalations(guide)
        pageEscalations = Self.collect(guide.roots, guide, escalations)
        let conditions = guide.nodes.indices.filter { index in
            guide.nodes[index].kind == .condition && !guide.ancestors(of: index).contains { guide.nodes[$0].kind == .condition }
        }
        self.conditions = conditions
        aboveConditions = Set(conditions.flatMap { guide.ancestors(of: $0) })
        systems = Self.systems(above: conditions, guide)
        aboveGeneralTries = Set(guide.nodes.indices.filter { isGeneral($0) && isStop($0) }.flatMap { guide.ancestors(of: $0) })
    }

    /// Where a reader begins; nil for a page without a tree. Where there are several conditions, nothing comes before the question which of them
    /// the reader sees, but for the question which system it is if each system has conditions of its own.
    package var start: Destination? {
        guard guide.hasTree else { return nil }
        if conditions.count > 1 { return .choice(systems.isEmpty ? conditions : systems) }
        if let first = conditions.first, first > 0, let before = firstDestination(of: guide.roots[...], from: nil) { return before }
        return firstCondition ?? firstDestination(of: (trialOrders.last ?? [])[...], from: nil) ?? guide.nodes.firstIndex {
            $0.kind == .escalation
        }.map { .escalation($0) } ?? .end
    }

    /// Where a reader goes from a node whose own steps did not help: to the nodes below it, otherwise to what is left.
    package func next(after index: Int) -> Destination { below(index) ?? next(past: index) }

    /// Where a reader goes who needs nothing of what is below a node: to the nodes after it, otherwise to what helps against any fault, otherwise
    /// to the escalation.
    func next(past index: Int) -> Destination { following(index, from: index) ?? generalTry(from: index) ?? escalation(from: index) }

    /// Where a node leads that is not the right way by itself: to the nodes below it; nil if there are none to stop at.
    func below(_ index: Int) -> Destination? { below(index, from: index) }

    /// Where a reader goes if none of several conditions or alternatives applies.
    func next(afterNoneOf nodes: [Int]) -> Destination {
        guard let last = nodes.last else { return .end }
        if conditions.contains(last) { return following(last, from: last) ?? generalTry(from: last) ?? pageEscalation(for: last) }
        return following(last, from: last) ?? generalTry(from: last) ?? escalation(from: last)
    }

    /// Whether a reader is asked something at a node.
    func isStop(_ index: Int) -> Bool { stops.isStop(index) }

    /// Whether a reader who is stuck has no use of a node.
    func isAside(_ index: Int) -> Bool { stops.isAside(index) }

    /// Whether a reader may be led to a node.
    package func isOnPath(_ index: Int) -> Bool {
        guide.hasTree && node(index).kind.isOnPath && (guide.isInScope(index) || node(index).kind == .condition)
    }

    private func node(_ index: Int) -> Guide.Node { guide.nodes[index] }

    private var firstCondition: Destination? {
        conditions.isEmpty ? nil : conditions.count == 1 ? .node(conditions[0]) : .choice(conditions)
    }

    /// The alternatives beside one another that the conditions are below; empty if some condition is below none of them, or all are below one.
    private static func systems(above conditions: [Int], _ guide: Guide) -> [Int] {
        func isWay(_ index: Int) -> Bool { guide.nodes[index].kind == .alternative }
        let ways = Set(conditions.map { guide.ancestors(of: $0).first(where: isWay) })
        guard ways.count > 1, let first = ways.first.flatMap({ $0 }) else { return [] }
        let siblings = (guide.nodes[first].parent.map { guide.nodes[$0].children } ?? guide.roots).filter(isWay)
        return ways.allSatisfy { way in siblings.contains { $0 == way } } ? siblings : []
    }

    /// The system that a node is for; nil for a node for all of them.
    private func system(of index: Int) -> Int? { ([index] + guide.ancestors(of: index)).first(where: systems.contains) }

    // MARK: Order

    /// The children in the order in which they are tried: by likelihood if each of them has one, otherwise in document order.
    private static func inTrialOrder(_ children: [Int], _ guide: Guide) -> [Int] {
        func node(_ index: Int) -> Guide.Node { guide.nodes[index] }
        let tried = children.filter { node($0).kind != .info && node($0).kind != .question && node($0).kind != .escalation }
        guard tried.count > 1, tried.allSatisfy({ node($0).likelihood != nil }) else { return children }
        // Equally likely children stay in document order.
        return tried.enumerated().sorted { (node($0.element).likelihood ?? 0, -$0.offset) > (node($1.element).likelihood ?? 0, -$1.offset) }
            .map(\.element)
    }

    private static func positions(_ orders: [[Int]], count: Int) -> [Int?] {
        var positions = [Int?](repeating: nil, count: count)
        for order in orders {
            for (position, node) in order.enumerated() { positions[node] = position }
        }
        return positions
    }

    private func siblings(of index: Int) -> [Int] { trialOrders[node(index).parent ?? guide.nodes.count] }

    /// The destination for a node: the node itself if readers stop there, otherwise the first destination below it. Nil if there is none.
    /// - Parameter origin: the node that the reader comes from; nil at the start.
    private func destination(for index: Int, from origin: Int?) -> Destination? {
        if let origin, isGeneral(origin), !isGeneral(index) {
            return aboveConditions.contains(index) && !systems.contains(index) ? below(index, from: origin) : nil
        }
        switch node(index).kind {
        case .condition where conditions.contains(index): return outermostConditions(from: origin)
        case .condition, .cause, .check, .remedy, .alternative, .procedure: return isStop(index) ? .node(index) : below(index, from: origin)
        case .group, .question, .info: return below(index, from: origin)
        case .escalation: return nil
        }
    }

    /// A reader who comes from one condition skips the others. A reader who comes from a node before the only condition goes on to it, and one who
    /// has chosen a system, to its conditions.
    private func outermostConditions(from origin: Int?) -> Destination? {
        guard let origin else { return firstCondition }
        if let system = system(of: origin) {
            let own = conditions.filter { guide.ancestors(of: $0).contains(system) }
            guard let first = own.first, origin < first else { return nil }
            return own.count == 1 ? .node(first) : .choice(own)
        }
        return conditions.count == 1 && origin < conditions[0] ? firstCondition : nil
    }

    private func below(_ index: Int, from origin: Int?) -> Destination? {
        firstDestination(of: trialOrders[index][...], from: origin)
    }

    /// The destination for the first of several siblings that has one. Conditions and alternatives give a choice together with their
    /// siblings of the same kind.
    private func firstDestination(of nodes: ArraySlice<Int>, from origin: Int?) -> Destination? {
        for (position, index) in zip(nodes.indices, nodes) {
            // What helps against any fault is chosen from what does so, too: another leads to conditions, and from there back here.
            let isForAll = origin.map(isGeneral) ?? false
            if let kind = choiceKind(index), !isForAll || isGeneral(index) {
                let same = nodes[position...].flatMap { gathers($0, kind) ? node($0).children.filter { node($0).kind == kind } : [$0] }
                    .filter { node($0).kind == kind && !conditions.contains($0) && (!isForAll || isGeneral($0) || holdsGeneralTry($0)) }
                if same.count > 1, same.contains(where: stops.leadsToStop) { return .choice(same) }
            }
            if let destination = destination(for: index, from: origin) { return destination }
        }
        return nil
    }

    /// What follows a node and all nodes below it: its next sibling, otherwise what follows its parent. From an alternative or a condition,
    /// the siblings of the same kind are skipped.
    private func following(_ index: Int, from origin: Int) -> Destination? {
        let kind = node(index).kind
        // Nothing follows an escalation.
        guard kind != .escalation, let position = positions[index] else { return nil }
        var rest = siblings(of: index)[(position + 1)...]
        if let skipped = kind == .alternative || kind == .condition ? kind : choiceKind(index) {
            rest = rest.filter { node($0).kind != skipped && !gathers($0, skipped) }[...]
        }
        return firstDestination(of: rest, from: origin) ?? node(index).parent.flatMap { following($0, from: origin) }
    }

    /// What the reader chooses one of at a node: an alternative, a condition below another, or a group of such; nil for other nodes.
    private func choiceKind(_ index: Int) -> Guide.Node.Kind? {
        switch node(index).kind {
        case .alternative: .alternative
        case .condition: conditions.contains(index) ? nil : .condition
        case .group: [.condition, .alternative].first { gathers(index, $0) }
        default: nil
        }
    }

    /// Whether a node only gathers nodes of a kind under a title, so that they are chosen from together with those beside it.
    private func gathers(_ index: Int, _ kind: Guide.Node.Kind) -> Bool {
        guard node(index).kind == .group, !isStop(index) else { return false }
        let children = node(index).children.filter { node($0).kind.isOnPath }
        return !children.isEmpty && children.allSatisfy { node($0).kind == kind && !conditions.contains($0) }
    }

    // MARK: Tries against any fault

    /// Whether a node stands before all of several conditions: it helps, if at all, against any of them.
    private func isGeneral(_ index: Int) -> Bool {
        conditions.count > 1 && index < conditions[0] && !aboveConditions.contains(index) && system(of: index) == nil
    }

    /// Whether a node at which nobody is asked anything has something below it that helps against any fault.
    private func holdsGeneralTry(_ index: Int) -> Bool { !isStop(index) && aboveGeneralTries.contains(index) }

    /// What helps against any fault, for a reader whom nothing helped that is written for theirs.
    private func generalTry(from index: Int) -> Destination? {
        guard conditions.count > 1, index >= conditions[0] else { return nil }
        let own = ([index] + guide.ancestors(of: index)).first { conditions.contains($0) }
        if let own, !escalations[own].isEmpty { return nil }
        // As for a reader who comes from a general node.
        guard let general = (0..<conditions[0]).first(where: isGeneral) else { return nil }
        return firstDestination(of: (trialOrders.last ?? [])[...], from: general)
    }

    // MARK: Escalation

    /// The nearest escalation: in the smallest subtree around the node that has one, the first after the node, otherwise the last before
    /// it.
    private func escalation(from index: Int) -> Destination {
        for scope in [index] + guide.ancestors(of: index) {
            let below = escalations[scope]
            if node(scope).kind == .escalation { return below.first { $0 > index }.map { .escalation($0) } ?? .end }
            if let nearest = nearest(to: index, among: below) { return .escalation(nearest) }
        }
        return pageEscalation(for: index)
    }

    /// The nearest escalation that belongs to no condition.
    private func pageEscalation(for index: Int) -> Destination {
        nearest(to: index, among: pageEscalations).map { .escalation($0) } ?? .end
    }

    private func nearest(to index: Int, among escalations: [Int]) -> Int? { escalations.first { $0 > index } ?? escalations.last }

    private static func escalations(_ guide: Guide) -> [[Int]] {
        var escalations = [[Int]](repeating: [], count: guide.nodes.count)
        // In reverse, because what is below a node comes after it.
        for index in guide.nodes.indices.reversed() { escalations[index] = collect(guide.nodes[index].children, guide, escalations) }
        return escalations
    }

    /// The escalations among some siblings and below them, in document order.
    private static func collect(_ siblings: [Int], _ guide: Guide, _ below: [[Int]]) -> [Int] {
        siblings.flatMap { index in
            (guide.nodes[index].kind == .escalation ? [index] : []) + (guide.nodes[index].kind == .condition ? [] : below[index])
        }.sorted()
    }
}

extension Guide {
    /// The indices of a node's ancestors, from its parent up.
    func ancestors(of index: Int) -> [Int] {
        var ancestors: [Int] = []
        var next = nodes[index].parent
        while let current = next {
            ancestors.append(current)
            next = nodes[current].parent
        }
        return ancestors
    }
}
