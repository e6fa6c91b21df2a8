/// The places of a guide, one for each question that a reader is asked, and where each answer leads: `GuideTransitions`, laid out as data
/// for `guide.json`.
///
/// A node that only leads to the nodes below it has no place of its own. Its text is shown at the first place below.
package struct GuideFlow: Sendable {
    /// The id for the end: nothing is left to try, and the article names nobody to ask.
    package static let end = "~end"

    package struct Place: Sendable, Equatable {
        package enum Kind: String, Sendable {
            /// Something to do or to check, which fixes the fault or not.
            case node
            /// Several conditions or alternatives, of which the reader chooses one.
            case choice
            /// What to collect and whom to ask.
            case escalation
        }

        /// What is asked, which decides the answers.
        package enum Question: String, Sendable {
            /// Which of several conditions the reader sees.
            case condition
            /// Which of several ways fits.
            case alternative
            /// Whether a cause is the one: told by looking.
            case cause
            /// Whether what was looked at is as it should be.
            case check
            /// Whether what was done fixed it.
            case remedy
            /// Nothing.
            case escalation
        }

        /// Unique in the guide, and part of addresses: the anchor of the node, with `~` before it for a choice, with `~2`, `~3` and so
        /// on after it for the later steps of a node that asks after each step, or with `~fix` after it for what to do about a check that failed.
        package let id: String
        package let kind: Kind
        package let question: Question
        /// The index of the node in the guide; for a choice, of the first node to choose.
        package let node: Int
        /// The steps to do here, as a range of the node's steps.
        package let steps: Range<Int>
        /// The nodes to choose from, each with the id of the place that it leads to.
        package fileprivate(set) var choices: [(node: Int, place: String)] = []
        /// The id of the place that “No, next” leads to, “It's fine” or “No, something else”; for a choice, the place to go to if none of the
        /// choices applies. Nil for an escalation.
        package fileprivate(set) var next: String?
        /// For a cause and a check, the id of the place that “Yes, this is it” or “It's not” leads to; nil for all others.
        package fileprivate(set) var found: String?
        /// The nodes whose text is shown before the place.
        package fileprivate(set) var before: [Int] = []
        /// The `info` nodes below the place's node.
        package fileprivate(set) var details: [Int] = []

        package static func == (one: Place, other: Place) -> Bool { one.id == other.id }
    }

    /// In the order in which a reader meets them if nothing helps.
    package private(set) var places: [Place] = []
    /// The id of the first place; nil for a page without a tree.
    package private(set) var start: String?

    private let guide: Guide
    private let transitions: GuideTransitions
    private var knownIDs: Set<String> = []
    /// The places that are referred to, but not laid out yet. A stack, so that long guides need no deep recursion.
    private var pending: [(id: String, destination: GuideTransitions.Destination)] = []

    package init(_ guide: Guide) {
        self.guide = guide
        transitions = GuideTransitions(guide)
        start = transitions.start.map { resolve($0) }
        while let (id, destination) = pending.popLast() { layOut(id, destination) }
        assignTexts()
    }

    /// The nearest condition around a place; nil if there is none.
    package func condition(of place: Place) -> Int? {
        guide.ancestors(of: place.node).first { guide.nodes[$0].kind == .condition }
    }

    /// The node that a place counts for in a site's statistics: the nearest cause around it, otherwise the outermost node on the path
    /// except conditions. Nil for a choice between conditions.
    package func cause(of place: Place) -> Int? {
        if place.kind == .choice, guide.nodes[place.node].kind == .condition { return nil }
        let candidates = [place.node] + guide.ancestors(of: place.node)
        if let cause = candidates.first(where: { guide.nodes[$0].kind == .cause }) { return cause }
        return candidates.last { guide.nodes[$0].kind.isOnPath && guide.nodes[$0].kind != .condition } ?? place.node
    }

    // MARK: Places

    /// The id of the place for a destination. A new place is added to `pending`.
    private mutating func resolve(_ destination: GuideTransitions.Destination) -> String {
        var destination = destination
        while case .node(let node) = destination, !transitions.isStop(node) { destination = transitions.next(after: node) }
        guard let node = Guide.targets(destination).first else { return Self.end }
        var id = guide.nodes[node].anchor
        if case .choice = destination { id = "~" + id }
        if knownIDs.insert(id).inserted { pending.append((id, destination)) }
        return id
    }

    private mutating func layOut(_ id: String, _ destination: GuideTransitions.Destination) {
        switch destination {
        case .end: break
        case .node(let node): layOut(id, node: node)
        case .escalation(let node):
            places.append(Place(id: id, kind: .escalation, question: .escalation, node: node, steps: guide.nodes[node].steps.indices))
        case .choice(let nodes):
            let question: Place.Question = guide.nodes[nodes[0]].kind == .condition ? .condition : .alternative
            var place = Place(id: id, kind: .choice, question: question, node: nodes[0], steps: 0..<0)
            place.next = resolve(transitions.next(afterNoneOf: nodes))
            // Reversed, because the place that is resolved last is laid out first.
            place.choices = nodes.reversed().map { ($0, resolve(.node($0))) }.reversed()
            places.append(place)
        }
    }

    private mutating func layOut(_ id: String, node: Int) {
        switch (guide.nodes[node].kind, transitions.below(node)) {
        case (.check, let below): layOut(id, question: .check, node, below)
        case (.cause, let below?) where guide.nodes[node].onlyLooks: layOut(id, question: .cause, node, below)
        default: layOutTries(id, node)
        }
    }

    /// Lays out a place where the reader looks at something.
    private mutating func layOut(_ id: String, question: Place.Question, _ node: Int, _ below: GuideTransitions.Destination?) {
        let steps = guide.nodes[node].steps.indices
        var place = Place(id: id, kind: .node, question: question, node: node, steps: steps)
        let next = resolve(transitions.next(past: node))
        place.next = next
        // What a check says of its remedy is asked about after it.
        let ownFix = below == nil && guide.nodes[node].hasRemedy ? "\(id)~fix" : nil
        place.found = below.map { resolve($0) } ?? ownFix ?? next
        places.append(place)
        guard let ownFix else { return }
        var fix = Place(id: ownFix, kind: .node, question: .remedy, node: node, steps: steps)
        fix.next = next
        places.append(fix)
    }

    private mutating func layOutTries(_ id: String, _ node: Int) {
        let steps = guide.nodes[node].steps.indices
        let asksAfterEachStep = guide.nodes[node].stepMode == .untilFixed && steps.count > 1
        let ranges = asksAfterEachStep ? steps.map { $0..<($0 + 1) } : [steps]
        for (index, range) in ranges.enumerated() {
            var place = Place(id: index == 0 ? id : "\(id)~\(index + 1)", kind: .node, question: .remedy, node: node, steps: range)
            place.next = index + 1 < ranges.count ? "\(id)~\(index + 2)" : resolve(transitions.next(after: node))
            places.append(place)
        }
    }

    // MARK: Texts

    /// Assigns the nodes without a place to places: an `info` node to the node that it explains, any other node to the next place in the
    /// document.
    private mutating func assignTexts() {
        var waiting: [Int] = []
        let placeOfNode = Dictionary(places.indices.map { (places[$0].node, $0) }) { first, _ in first }
        // For each node, the place of the node itself or the nearest before it that has one.
        var lastPlaces: [Int?] = []
        for node in guide.nodes.indices { lastPlaces.append(placeOfNode[node] ?? lastPlaces.last ?? nil) }
        let nodesWithPlace = Set(places.filter { $0.kind != .choice }.map(\.node))
        // What a reader chooses is shown after the choice, and to nobody else.
        let chosen = Set(places.flatMap { $0.choices.map(\.node) })
        for node in guide.nodes.indices {
            if let place = placeOfNode[node] {
                let above = guide.ancestors(of: node)
                let (shown, left) = waiting.parted { guide.nodes[$0].parent.map(above.contains) ?? true }
                places[place].before += shown
                for node in left { explain(node, lastPlaces) }
                waiting = []
            }
            if nodesWithPlace.contains(node) || chosen.contains(node) || !isPartOfWay(node) { continue }
            let explained = guide.ancestors(of: node).first { nodesWithPlace.contains($0) }
            // A text without a place of its own that says more about a node with one.
            if let explained, guide.nodes[node].kind == .info, let place = placeOfNode[explained] {
                places[place].details.append(node)
            } else if !guide.nodes[node].body.isEmpty {
                waiting.append(node)
            }
        }
        for left in waiting { explain(left, lastPlaces) }
    }

    /// On a page of another kind, what is no part of the section about faults is not shown, and no how-to beside the conditions is anywhere: a
    /// reader who is stuck has no use for it.
    private func isPartOfWay(_ node: Int) -> Bool {
        let kind = guide.nodes[node].kind
        return (guide.isInScope(node) || kind == .condition || kind == .escalation) && !transitions.isAside(node)
    }

    /// Shows the text of a node without a place at the last place before it that has the same parent, or is below it.
    private mutating func explain(_ node: Int, _ lastPlaces: [Int?]) {
        // All nodes between a node and one below it are below it, too.
        guard let parent = guide.nodes[node].parent, let place = lastPlaces[node - 1], places[place].node >= parent else { return }
        places[place].details.append(node)
    }
}

extension [Int] {
    /// The members for which something holds, and the others.
    fileprivate func parted(_ holds: (Int) -> Bool) -> (those: [Int], others: [Int]) { (filter(holds), filter { !holds($0) }) }
}
