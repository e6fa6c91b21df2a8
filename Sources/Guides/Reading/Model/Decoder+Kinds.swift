/// What kinds of nodes stand beside and below one another.
extension Decoder {
    /// Chooses the kinds of all nodes together: what stands below and behind what counts, too.
    mutating func chooseKinds(_ transitions: KindTransitions) {
        let chances = nodes.map { node in
            article.overrides[node.candidate]?.kind.map { kind in GuideModel.kinds.map { $0 == kind ? 1 : 0 } }
                ?? Self.joined(kindChances(of: node.candidate), inTree: hasTree)
        }
        let kinds = transitions.best(chances, parents: nodes.map(\.parent), inTree: hasTree)
        for index in nodes.indices { nodes[index].kind = GuideModel.kinds[kinds[index]] }
        if hasTree {
            rankCauses()
            nameCausesBelowFaults(chances)
            nameCausesBelowTheirName()
            nameGroupsOfFaults()
        }
    }

    /// Sections beside one another below a fault that are read as faults, too, are its causes unless they are much likelier to be faults: what
    /// is wrong with a thing reads like what one sees of it, as in `The cable is loose`.
    private mutating func nameCausesBelowFaults(_ chances: [[Double]]) {
        var sections: [Int: [Int]] = [:]
        for index in nodes.indices where nodes[index].kind == .condition && article.candidates[nodes[index].candidate].group == .heading {
            guard let parent = nodes[index].parent, nodes[parent].kind == .condition else { continue }
            if article.overrides[nodes[index].candidate]?.kind == nil { sections[parent, default: []].append(index) }
        }
        for siblings in sections.values {
            func sum(_ kind: Guide.Node.Kind) -> Double { siblings.reduce(0) { $0 + chances[$1][Self.number(kind)] } }
            if sum(.cause) * Self.nestingFactor > sum(.condition) { for index in siblings { nodes[index].kind = .cause } }
        }
    }

    /// What stands below a title such as `Possible causes` and is read as what one sees is a cause.
    private mutating func nameCausesBelowTheirName() {
        for index in nodes.indices where nodes[index].kind == .condition && !nodes[index].isStated {
            guard let parent = nodes[index].parent, nodes[parent].kind != .condition else { continue }
            let title = article.candidates[nodes[parent].candidate]
            if title.group == .heading, title.words.has(.cause), !title.shape.has(.question) { nodes[index].kind = .cause }
        }
    }

    /// What has a fault below it gathers faults, even if it is called as escalations are: nothing is tried after those.
    private mutating func nameGroupsOfFaults() {
        for index in nodes.indices where nodes[index].kind == .condition {
            var above = nodes[index].parent
            while let parent = above {
                if nodes[parent].kind == .escalation, !nodes[parent].isStated { nodes[parent].kind = .group }
                above = nodes[parent].parent
            }
        }
    }

    /// How many times likelier as faults than as causes sections below a fault must be to be faults themselves.
    private static let nestingFactor = 4.0

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

    /// What is read as a cause, says nothing to do, and has several causes or numbered tries below it only gathers them.
    mutating func gatherCauses() {
        var causes = [Int](repeating: 0, count: nodes.count)
        for node in nodes where node.kind == .cause || (node.kind == .check && article.candidates[node.candidate].shape.has(.numbered)) {
            if let parent = node.parent { causes[parent] += 1 }
        }
        for index in nodes.indices where nodes[index].kind == .cause && nodes[index].steps.isEmpty && causes[index] > 1 {
            if article.overrides[nodes[index].candidate]?.kind == nil { nodes[index].kind = .group }
        }
    }

    // MARK: Ways

    /// What is read as one of several ways or as a check, is not called a way, and has those that are called so right behind or below it, is what
    /// they are ways of.
    mutating func nameOwnersOfOptions() {
        func isOption(_ index: Int) -> Bool {
            nodes.indices.contains(index) && nodes[index].kind == .alternative
                && LeadingNumber(article.passage(nodes[index].candidate).title).isOption
        }
        for index in nodes.indices where nodes[index].kind == .check || (nodes[index].kind == .alternative && !isOption(index)) {
            guard isOption(index + 1), article.overrides[nodes[index].candidate]?.kind == nil else { continue }
            if nodes[index + 1].parent == nodes[index].parent || nodes[index + 1].parent == index { nodes[index].kind = .remedy }
        }
    }

    /// Titles beside one another that are called options or methods are ways.
    mutating func nameOptions() {
        var options: [Int?: [Int]] = [:]
        for (index, node) in nodes.enumerated() where !node.isStated && article.candidates[node.candidate].group == .heading {
            let number = LeadingNumber(article.passage(node.candidate).title)
            if number.isOption, number.isNumber { options[node.parent, default: []].append(index) }
        }
        for siblings in options.values where siblings.count > 1 {
            for index in siblings { nodes[index].kind = .alternative }
        }
    }

    /// Titles beside one another that name a platform each, and nothing else, are ways of which a reader needs one.
    mutating func nameWaysOfPlatforms() {
        var ways: [Int?: [Int]] = [:]
        for (index, node) in nodes.enumerated() where article.overrides[node.candidate]?.kind == nil && namesPlatform(node.candidate) {
            ways[node.parent, default: []].append(index)
        }
        for siblings in ways.values where siblings.count > 1 {
            for index in siblings { nodes[index].kind = .alternative }
        }
    }

    private func namesPlatform(_ candidate: Int) -> Bool {
        let candidate = article.candidates[candidate]
        guard candidate.group == .heading, candidate.words.has(.platform), candidate.words.tokens.count <= 4 else { return false }
        return !candidate.words.has(.fault) && !candidate.words.has(.negation) && !candidate.firstConcepts.contains(.instruction)
    }
}
