/// Turns what the models say into nodes, with what needs no learning as rules.
struct Decoder {
    /// A title that is a node.
    struct ReadNode: Sendable {
        let candidate: Int
        var kind: Guide.Node.Kind
        var parent: Int?
        /// The candidates that are its steps.
        var steps: [Int] = []
        /// How sure the reading is.
        var evidence = ""
    }

    private(set) var nodes: [ReadNode] = []
    private(set) var pageKind = Guide.PageKind.reference
    private(set) var hasTree = false
    private(set) var evidence = ""

    private let article: Article
    private let beliefs: Beliefs

    private let transitions: KindTransitions?

    init(_ features: ArticleFeatures, _ beliefs: Beliefs, _ transitions: KindTransitions?, _ override: PageOverride) {
        self.transitions = transitions
        article = features.article
        self.beliefs = beliefs
        decidePage(override)
        read()
        if hasTree, override.hasGuide == nil, !hasEvidence {
            // Without a fault that somebody would see, the page is read as one that tells, not as one that leads.
            hasTree = false
            if !article.overrides.values.contains(where: { $0.kind != nil }), pageKind.isAboutFaults { pageKind = .reference }
            read()
        }
        moveAlternatives()
        assignSteps()
        if hasTree { gatherCauses() }
        // One thing to try is no guide, unless somebody asks for it.
        if hasTree, override.hasGuide == nil { hasTree = nodes.contains { $0.kind.isOnPath } }
    }

    // MARK: The page

    private mutating func decidePage(_ override: PageOverride) {
        let isStated = article.overrides.values.contains { $0.kind == .condition }
        hasTree = override.hasGuide ?? (beliefs.tree > 0.5 || isStated)
        var kinds = beliefs.pageKinds
        for (index, kind) in zip(kinds.indices, GuideModel.pageKinds) where kind.isAboutFaults != (override.hasGuide == true) {
            if !hasTree || override.hasGuide == true { kinds[index] = 0 }
        }
        if let best = kinds.indices.max(by: { kinds[$0] < kinds[$1] }) { pageKind = GuideModel.pageKinds[best] }
        evidence = "its titles and texts read most like \(pageKind.rawValue)"
        if override.hasGuide == true { evidence = "the front matter asks for a guide" }
        if let stated = override.kind { (pageKind, evidence) = (stated, "the front matter says so") }
    }

    /// Whether the page's title speaks of a fault, or some title that is read as a condition does: by a word for one, a negation, a quoted
    /// message or an error's name.
    private var hasEvidence: Bool {
        let title = TextReading(article.title, limit: 200)
        if title.has(.fault) || title.has(.troubleshooting) || ErrorMark.occurs(in: article.title) { return true }
        return nodes.contains { node in
            guard node.kind == .condition else { return false }
            let candidate = article.candidates[node.candidate]
            return article.overrides[node.candidate]?.kind == .condition || candidate.concepts.contains(.fault)
                || candidate.concepts.contains(.negation) || candidate.shape.has(.quote) || candidate.shape.has(.errorName)
        }
    }

    private mutating func read() {
        nodes = []
        chooseNodes()
        nest()
        if let transitions { chooseKinds(transitions) }
    }

    /// Chooses the kinds of all nodes together: what stands below and behind what counts, too.
    private mutating func chooseKinds(_ transitions: KindTransitions) {
        let chances = nodes.map { node in
            article.overrides[node.candidate]?.kind.map { kind in GuideModel.kinds.map { $0 == kind ? 1 : 0 } }
                ?? Self.joined(named(node.candidate), inTree: hasTree)
        }
        let kinds = transitions.best(chances, parents: nodes.map(\.parent), inTree: hasTree)
        for index in nodes.indices { nodes[index].kind = GuideModel.kinds[kinds[index]] }
        if hasTree { rankCauses() }
    }

    /// Numbered sections below a fault are its causes, whatever they are called: a fault within a fault is seldom numbered.
    private mutating func rankCauses() {
        var numbered: [Int: [Int]] = [:]
        for (index, node) in nodes.enumerated() {
            guard let parent = node.parent, nodes[parent].kind == .condition, node.kind == .condition || node.kind == .cause,
                article.candidates[node.candidate].shape.has(.numbered), article.overrides[node.candidate]?.kind == nil
            else { continue }
            numbered[parent, default: []].append(index)
        }
        for children in numbered.values where children.count > 1 {
            for child in children { nodes[child].kind = .cause }
        }
    }

    /// What is read as a cause, says nothing to do, and has several causes below it only gathers them.
    private mutating func gatherCauses() {
        var causes = [Int](repeating: 0, count: nodes.count)
        for node in nodes where node.kind == .cause {
            if let parent = node.parent { causes[parent] += 1 }
        }
        for index in nodes.indices where nodes[index].kind == .cause && nodes[index].steps.isEmpty && causes[index] > 1 {
            if article.overrides[nodes[index].candidate]?.kind == nil { nodes[index].kind = .group }
        }
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
            var kinds = beliefs.kinds[index]
            if !hasTree, override?.kind == nil {
                kinds[Self.number(.condition)] *= 0.2
                kinds[Self.number(.cause)] *= 0.3
            }
            let kind = Self.best(kinds, isInTree: hasTree)
            var node = ReadNode(candidate: index, kind: kind)
            node.evidence = override?.kind != nil ? "a comment says so" : Self.evidence(kinds, kind)
            nodes.append(node)
        }
    }

    private static func evidence(_ kinds: [Double], _ kind: Guide.Node.Kind) -> String {
        let ranked = kinds.indices.sorted { kinds[$0] > kinds[$1] }.filter { GuideModel.kinds[$0] != kind && kinds[$0] > 0.05 }
        func percent(_ index: Int) -> String { "\(GuideModel.kinds[index].rawValue) \(Int((kinds[index] * 100).rounded())) %" }
        return ([percent(number(kind))] + ranked.prefix(2).map(percent)).joined(separator: ", ")
    }

    /// The chances of a candidate's kinds, with more for the kind that its name alone is the usual name of: “Solution”, “Contact support”.
    private func named(_ candidate: Int) -> [Double] {
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
    private static func joined(_ kinds: [Double], inTree: Bool) -> [Double] {
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
        let (before, now) = (article.block(nodes[last].candidate), article.block(nodes[index].candidate))
        guard now.disclosures.starts(with: before.disclosures) else { return true }
        if now.disclosures.count > before.disclosures.count { return false }
        if before.kind == .summary, !before.disclosures.isEmpty, now.disclosures == before.disclosures { return false }
        return article.level(nodes[last].candidate) >= level
    }

    /// Puts `Option 1` and `Option 2` below the title before them that asks for a choice, even if they have its level.
    private mutating func moveAlternatives() {
        for index in nodes.indices where nodes[index].kind == .alternative {
            let isOption = LeadingNumber(article.block(nodes[index].candidate).title).isOption
            guard let owner = nodes[..<index].lastIndex(where: { $0.parent == nodes[index].parent && $0.kind != .alternative }),
                nodes[owner].parent == nodes[index].parent,
                [.remedy, .cause, .check, .group, .procedure].contains(nodes[owner].kind),
                nodes[(owner + 1)..<index].allSatisfy({ isBelow($0, owner) }),
                isOption || article.block(nodes[owner].candidate).title.hasSuffix(":")
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

    // MARK: Steps

    /// From which probability on a text is a step: pages that only tell have few.
    private var stepBound: Double {
        switch pageKind {
        case .troubleshooting, .knownError, .procedure: 0.36
        case .faq: 0.45
        case .reference: hasTree ? 0.36 : 0.6
        }
    }

    private mutating func assignSteps() {
        let bound = stepBound
        let isStep = article.candidates.indices.map { article.candidates[$0].source != .heading && beliefs.steps[$0] > bound }
        // After “check the following:”, the items are the steps, not the sentence.
        let announcing = Set(
            article.intros.compactMap { list, intro in
                article.block(intro).kind == .paragraph && article.block(intro).endsInColon
                    && article.lists[list]?.contains { isStep[$0] } == true ? intro : nil
            })
        var owner = -1
        for index in article.candidates.indices {
            while owner + 1 < nodes.count, nodes[owner + 1].candidate <= index { owner += 1 }
            guard owner >= 0, isStep[index], !announcing.contains(index) else { continue }
            nodes[owner].steps.append(index)
        }
    }
}
