/// Turns what the models say into nodes, with what needs no learning as rules.
struct Decoder {
    /// A title that is a node.
    struct ReadNode: Sendable {
        let candidate: Int
        var kind: Guide.Node.Kind
        var parent: Int?
        /// The candidates that are its steps.
        var steps: [Int] = []
        /// How likely each kind is, by itself.
        var chances: [Double] = []
        /// Whether a comment says what it is.
        var isStated = false
    }

    var nodes: [ReadNode] = []
    private(set) var pageKind = Guide.PageKind.reference
    private(set) var hasTree = false
    private(set) var evidence = ""

    let article: Article
    let beliefs: Beliefs

    private let transitions: KindTransitions?

    init(
        _ features: ArticleFeatures, _ beliefs: Beliefs, _ transitions: KindTransitions?, _ override: PageOverride, _ signs: FaultSigns
    ) {
        self.transitions = transitions
        article = features.article
        self.beliefs = beliefs
        decidePage(override, signs)
        read()
        if hasTree, override.hasGuide == nil, !hasEvidence {
            // Without a fault that somebody would see, the page is read as one that tells, not as one that leads.
            hasTree = false
            if !article.overrides.values.contains(where: { $0.kind != nil }), pageKind.isAboutFaults { pageKind = .reference }
            read()
        }
        if hasTree {
            nameOwnersOfOptions()
            nameWaysOfPlatforms()
        }
        moveAlternatives()
        assignSteps()
        if hasTree { gatherCauses() }
        // Without enough to try there is no guide, unless somebody asks for it.
        if hasTree, override.hasGuide == nil, !article.overrides.values.contains(where: { $0.kind != nil }) { hasTree = hasEnoughToTry }
    }

    // MARK: The page

    private mutating func decidePage(_ override: PageOverride, _ signs: FaultSigns) {
        let isStated = article.overrides.values.contains { $0.kind == .condition }
        hasTree = override.hasGuide ?? (isStated || (beliefs.tree > treeBound && signs.areEnough))
        let whole = zip(GuideModel.pageKinds, beliefs.pageKinds).filter { $0.0.isAboutFaults }.reduce(0) { $0 + $1.1 }
        if hasTree, override.hasGuide == nil, !isStated, !titleIsFault, whole > 0.5, beliefs.tree < Self.plainBound { hasTree = false }
        var kinds = beliefs.pageKinds
        for (index, kind) in zip(kinds.indices, GuideModel.pageKinds) where kind.isAboutFaults != (override.hasGuide == true) {
            if !hasTree || override.hasGuide == true { kinds[index] = 0 }
        }
        if let best = kinds.indices.max(by: { kinds[$0] < kinds[$1] }) { pageKind = GuideModel.pageKinds[best] }
        evidence = "its titles and texts read most like \(pageKind.rawValue)"
        if override.hasGuide == true { evidence = "the front matter asks for a guide" }
        if let stated = override.kind { (pageKind, evidence) = (stated, "the front matter says so") }
    }

    /// From which probability on a page has a tree: sooner if its title says that it is about a fault.
    private var treeBound: Double { titleIsFault ? 0.25 : 0.5 }

    /// From which probability on a page is about faults as a whole if its title does not say so.
    static let plainBound = 0.7

    private var titleIsFault: Bool {
        let title = TextReading(article.title, limit: 200)
        return title.has(.fault) || title.has(.troubleshooting) || ErrorMark.occurs(in: article.title) || TextShape.hasQuote(article.title)
    }

    /// Whether the page's title speaks of a fault, or some title that is read as a condition does: by a word for one, a negation, a quoted
    /// message or an error's name.
    private var hasEvidence: Bool {
        let title = TextReading(article.title, limit: 200)
        if title.has(.fault) || title.has(.troubleshooting) || ErrorMark.occurs(in: article.title) { return true }
        return nodes.contains { node in
            let candidate = article.candidates[node.candidate]
            if node.kind == .escalation && candidate.source == .heading { return true }
            guard node.kind == .condition else { return false }
            if candidate.source == .heading && candidate.firstConcepts.contains(.condition) { return true }
            return article.overrides[node.candidate]?.kind == .condition || candidate.concepts.contains(.fault)
                || candidate.concepts.contains(.negation) || candidate.shape.has(.quote) || candidate.shape.has(.errorName)
        }
    }

    /// Whether there is something to do or to look at, and more of it than one part of a page about something else.
    private var hasEnoughToTry: Bool {
        let parts = nodes.filter { $0.kind.isOnPath && $0.kind != .escalation }
        if parts.count == 1, !pageKind.isAboutFaults { return false }
        return parts.contains { !$0.steps.isEmpty || $0.kind == .check }
    }

    private mutating func read() {
        nodes = []
        chooseNodes()
        nest()
        if let transitions { chooseKinds(transitions) }
    }

    // MARK: Nodes

    /// From which probability on a text that is no heading is a title.
    private static func bound(_ source: Guide.Node.Source) -> Double {
        switch source {
        case .heading: 0
        case .listItem, .bold: 0.6
        case .tableRow: 0.55
        case .lead: 0.5
        case .paragraph: 0.45
        case .summary: 0.3
        }
    }

    private mutating func chooseNodes() {
        for index in article.candidates.indices {
            let override = article.overrides[index]
            if override?.isIgnored == true { continue }
            guard beliefs.nodes[index] >= Self.bound(article.candidates[index].source) else { continue }
            // What follows on the page is no escalation.
            if article.candidates[index].source == .paragraph, override?.kind == nil, TextReading.leadsBelow(article.passage(index).text) {
                continue
            }
            var kinds = beliefs.kinds[index]
            if !hasTree, override?.kind == nil {
                kinds[Self.number(.condition)] *= 0.2
                kinds[Self.number(.cause)] *= 0.3
            }
            let kind = Self.best(kinds, isInTree: hasTree)
            var node = ReadNode(candidate: index, kind: kind)
            node.chances = kinds
            node.isStated = override?.kind != nil
            nodes.append(node)
        }
    }

    /// The chances of a candidate's kinds, with more for the kind that its name alone is the usual name of: “Solution”, “Contact support”.
    func named(_ candidate: Int) -> [Double] {
        var kinds = beliefs.kinds[candidate]
        guard hasTree, article.candidates[candidate].group == .heading else { return kinds }
        let words = article.candidates[candidate].words
        let pure = words.namedConcepts
        let isGathering = article.links[candidate].children.count > 1
        func raise(_ kind: Guide.Node.Kind, _ factor: Double) { kinds[Self.number(kind)] *= factor }
        if pure.contains(.contact)
            || (words.tokens.count <= 7 && words.has(.escalation) && (words.has(.negation) || words.has(.fault) || words.has(.condition)))
        {
            raise(.escalation, Self.nameFactor)
        } else if pure.contains(.cause) {
            raise(isGathering ? .group : .cause, Self.nameFactor)
        } else if pure.contains(.fix) {
            raise(isGathering ? .group : .remedy, Self.nameFactor)
        }
        return kinds
    }

    /// How much likelier a name makes a kind.
    private static let nameFactor = 4.0

    /// The chances of kinds, where the likeliest of those to be tried has the chances of all of them in a tree.
    static func joined(_ kinds: [Double], inTree: Bool) -> [Double] {
        let tries = [Guide.Node.Kind.cause, .check, .remedy].map(number)
        var kinds = kinds
        guard inTree, let best = tries.max(by: { kinds[$0] < kinds[$1] }) else { return kinds }
        kinds[best] = tries.reduce(0) { $0 + kinds[$1] }
        return kinds
    }

    /// The likeliest kind. In a tree, what is to be tried is likelier than what is told if all its kinds together are.
    private static func best(_ kinds: [Double], isInTree: Bool) -> Guide.Node.Kind {
        let tries: [Guide.Node.Kind] = [.cause, .check, .remedy]
        let best = kinds.indices.max { kinds[$0] < kinds[$1] } ?? 0
        let bestTry = tries.max { kinds[number($0)] < kinds[number($1)] } ?? .remedy
        let sum = tries.reduce(0) { $0 + kinds[number($1)] }
        return isInTree && sum > kinds[best] ? bestTry : GuideModel.kinds[best]
    }

    static func number(_ kind: Guide.Node.Kind) -> Int { GuideModel.kinds.firstIndex(of: kind) ?? 0 }

    // MARK: The tree

    private mutating func nest() {
        var open: [Int] = []
        for index in nodes.indices {
            let level = article.level(nodes[index].candidate)
            while let last = open.last, closes(last, index, level) { open.removeLast() }
            nodes[index].parent = open.last
            open.append(index)
        }
    }

    private func closes(_ last: Int, _ index: Int, _ level: Int) -> Bool {
        let (before, now) = (article.passage(nodes[last].candidate), article.passage(nodes[index].candidate))
        guard now.disclosures.starts(with: before.disclosures) else { return true }
        if now.disclosures.count > before.disclosures.count { return false }
        if before.kind == .summary, !before.disclosures.isEmpty, now.disclosures == before.disclosures { return false }
        return article.level(nodes[last].candidate) >= level
    }

    /// Puts `Option 1` and `Option 2` below the title before them that asks for a choice, even if they have its level.
    private mutating func moveAlternatives() {
        for index in nodes.indices where nodes[index].kind == .alternative {
            let isOption = LeadingNumber(article.passage(nodes[index].candidate).title).isOption
            guard let owner = nodes[..<index].lastIndex(where: { $0.parent == nodes[index].parent && $0.kind != .alternative }),
                nodes[owner].parent == nodes[index].parent,
                [.remedy, .cause, .check, .group, .procedure].contains(nodes[owner].kind),
                nodes[(owner + 1)..<index].allSatisfy({ isBelow($0, owner) }),
                isOption || article.passage(nodes[owner].candidate).title.hasSuffix(":")
            else { continue }
            nodes[index].parent = owner
        }
    }

    private func isBelow(_ node: ReadNode, _ owner: Int) -> Bool {
        var parent = node.parent
        while let above = parent {
            if above == owner { return true }
            parent = nodes[above].parent
        }
        return false
    }
}
