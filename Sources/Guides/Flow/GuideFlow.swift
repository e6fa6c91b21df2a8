/// The places at which a reader stands while being led through a guide, and where each answer leads from there: `GuideTransitions`, laid out as data.
///
/// A node that only leads on to what stands below it is no place of its own; its text is read at the first place below.
package struct GuideFlow: Sendable {
    /// Where a reader stands when nothing is left to try and the article names nobody to ask.
    package static let end = "~end"

    package struct Place: Sendable, Equatable {
        package enum Kind: String, Sendable {
            /// Something to do or to look at, which fixes it or not.
            case node
            /// Several conditions or ways, of which the reader chooses one.
            case choice
            /// What to collect, and whom to ask.
            case escalation
        }

        /// What it is called in addresses: its node's anchor, behind which `~` and a number stand for the later steps of a node that asks after each.
        package let id: String
        package let kind: Kind
        /// The place of its node in the guide; of a choice, the first node to choose.
        package let node: Int
        /// The steps to do here.
        package let steps: Range<Int>
        /// The nodes to choose from, with the place to which each leads.
        package fileprivate(set) var choices: [(node: Int, place: String)] = []
        /// Where “Still not fixed” leads; of a choice, where who can choose none goes on. Nil where a reader has come to the end.
        package fileprivate(set) var unresolved: String?
        /// Nodes whose texts are read before it.
        package fileprivate(set) var before: [Int] = []
        /// Nodes below it that are only to be read.
        package fileprivate(set) var details: [Int] = []

        package static func == (one: Place, other: Place) -> Bool { one.id == other.id }
    }

    /// In the order in which a reader meets them whom nothing helps.
    package private(set) var places: [Place] = []
    /// The first place; nil where a page has no tree.
    package private(set) var start: String?

    private let guide: Guide
    private let walk: GuideTransitions
    private var known: Set<String> = []
    private var open: [(id: String, destination: GuideTransitions.Destination)] = []

    package init(_ guide: Guide) {
        self.guide = guide
        walk = GuideTransitions(guide)
        start = walk.start.map { resolve($0) }
        while let (id, destination) = open.popLast() { layOut(id, destination) }
        distributeTexts()
    }

    /// The condition around a place; nil where there is none, or where it is to be chosen.
    package func condition(of place: Place) -> Int? {
        guide.ancestors(of: place.node).first { guide.nodes[$0].kind == .condition }
    }

    /// What stands for the place in the statistics of a site: the nearest cause around it, else the outermost node that is tried. Nil where the
    /// reader chooses what they see.
    package func cause(of place: Place) -> Int? {
        if place.kind == .choice, guide.nodes[place.node].kind == .condition { return nil }
        let around = [place.node] + guide.ancestors(of: place.node)
        if let cause = around.first(where: { guide.nodes[$0].kind == .cause }) { return cause }
        return around.last { guide.nodes[$0].kind.isOnPath && guide.nodes[$0].kind != .condition } ?? place.node
    }

    // MARK: Places

    /// What the place of a destination is called; one not met before is laid out later, so that long ways need no deep stack.
    private mutating func resolve(_ destination: GuideTransitions.Destination) -> String {
        var destination = destination
        while case .node(let node) = destination {
            let next = walk.unresolved(at: node)
            guard leadsDown(node, next) else { break }
            destination = next
        }
        guard let node = Guide.targets(destination).first else { return Self.end }
        var id = guide.nodes[node].anchor
        if case .choice = destination { id = "~" + id }
        if known.insert(id).inserted { open.append((id, destination)) }
        return id
    }

    /// A node without steps of its own that has others below it.
    private func leadsDown(_ node: Int, _ next: GuideTransitions.Destination) -> Bool {
        if case .escalation = next { return false }
        return guide.nodes[node].steps.isEmpty && Guide.targets(next).first.map { guide.ancestors(of: $0).contains(node) } ?? false
    }

    private mutating func layOut(_ id: String, _ destination: GuideTransitions.Destination) {
        switch destination {
        case .end: break
        case .node(let node): layOut(id, node: node)
        case .escalation(let node): places.append(Place(id: id, kind: .escalation, node: node, steps: guide.nodes[node].steps.indices))
        case .choice(let nodes):
            var place = Place(id: id, kind: .choice, node: nodes[0], steps: 0..<0)
            place.unresolved = resolve(walk.otherwise(than: nodes))
            // What is resolved last is laid out first.
            place.choices = nodes.reversed().map { ($0, resolve(.node($0))) }.reversed()
            places.append(place)
        }
    }

    private mutating func layOut(_ id: String, node: Int) {
        let steps = guide.nodes[node].steps.indices
        let asksAfterEach = guide.nodes[node].stepMode == .untilFixed && steps.count > 1
        let ranges = asksAfterEach ? steps.map { $0..<($0 + 1) } : [steps]
        for (number, range) in ranges.enumerated() {
            var place = Place(id: number == 0 ? id : "\(id)~\(number + 1)", kind: .node, node: node, steps: range)
            place.unresolved = number + 1 < ranges.count ? "\(id)~\(number + 2)" : resolve(walk.unresolved(at: node))
            places.append(place)
        }
    }

    // MARK: Texts between

    /// Gives what is no place to a place: what only explains a node to that node, all else to the next place behind it.
    private mutating func distributeTexts() {
        var waiting: [Int] = []
        let byNode = Dictionary(places.indices.map { (places[$0].node, $0) }) { first, _ in first }
        let own = Set(places.filter { $0.kind != .choice }.map(\.node))
        for node in guide.nodes.indices {
            if let place = byNode[node] {
                places[place].before += waiting.filter { guide.nodes[$0].parent.map { guide.ancestors(of: node).contains($0) } ?? true }
                waiting = []
            }
            if own.contains(node) { continue }
            let around = guide.ancestors(of: node).first { own.contains($0) }
            if let around, guide.nodes[node].kind == .info, let place = byNode[around] {
                places[place].details.append(node)
            } else if !guide.nodes[node].parts.isEmpty {
                waiting.append(node)
            }
        }
    }
}
