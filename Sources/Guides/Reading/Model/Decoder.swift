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

        /// Whether it is on a reader's way, but not its end.
        var isTry: Bool { kind.isOnPath && kind != .escalation }
    }

    var nodes: [ReadNode] = []
    var pageKind = Guide.PageKind.reference
    var hasTree = false
    var evidence = ""
    /// Whether parts that seem only to tell are read as what is to be tried, because the page is about a fault and nothing else on it is.
    var readsTellingAsTries = false

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
        if override.hasGuide == nil, isSurelyAboutFaults, !nodes.contains(where: \.isTry) {
            readsTellingAsTries = true
            read()
        }
        if hasTree, override.hasGuide == nil, !hasEvidence {
            // Without a fault that somebody would see, the page is read as one that tells, not as one that leads.
            hasTree = false
            if !article.overrides.values.contains(where: { $0.kind != nil }), pageKind.isAboutFaults { pageKind = .reference }
            read()
        }
        if hasTree {
            nameOwnersOfOptions()
            nameWaysOfPlatforms()
            nameOptions()
        }
        moveAlternatives()
        assignSteps()
        if hasTree { gatherCauses() }
        // Without enough to try there is no guide, unless somebody asks for it.
        if hasTree, override.hasGuide == nil, !article.overrides.values.contains(where: { $0.kind != nil }) { hasTree = hasEnoughToTry }
    }

    private mutating func read() {
        nodes = []
        chooseNodes()
        nest()
        if let transitions { chooseKinds(transitions) }
    }

    // MARK: Nodes

    private mutating func chooseNodes() {
        for index in article.candidates.indices {
            let override = article.overrides[index]
            if override?.isIgnored == true { continue }
            guard beliefs.nodes[index] >= bound(ofTitle: index) else { continue }
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
