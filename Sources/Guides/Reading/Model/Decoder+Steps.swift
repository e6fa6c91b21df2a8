/// Which texts are steps, and of which nodes.
extension Decoder {
    /// From which probability on a text is a step: pages that only tell have few, and so have items that tell what happens.
    private var stepBound: Double {
        switch pageKind {
        case .troubleshooting, .knownError, .procedure: 0.36
        case .faq: 0.45
        case .reference: hasTree ? 0.36 : 0.6
        }
    }

    private func bound(ofStep index: Int) -> Double { tellsWhatHappens(index) ? max(stepBound, 0.6) : stepBound }

    /// Whether an item of a list tells what follows from something, as `The app will be blocked` does.
    private func tellsWhatHappens(_ index: Int) -> Bool {
        let candidate = article.candidates[index]
        let begins: [Concept] = [.instruction, .check, .condition]
        return candidate.source == .listItem && candidate.words.has(.result) && !begins.contains { candidate.firstConcepts.contains($0) }
    }

    mutating func assignSteps() {
        let isStep = article.candidates.indices.map { article.candidates[$0].source != .heading && beliefs.steps[$0] > bound(ofStep: $0) }
        // After “check the following:”, the items are the steps, not the sentence.
        let announcing = Set(
            article.intros.compactMap { list, intro in
                article.passage(intro).kind == .paragraph && article.passage(intro).endsInColon
                    && article.lists[list]?.contains { isStep[$0] } == true ? intro : nil
            })
        var owner = -1
        for index in article.candidates.indices where !announcesTitle(index) {
            while owner + 1 < nodes.count, nodes[owner + 1].candidate <= index { owner += 1 }
            guard owner >= 0, isStep[index], !announcing.contains(index) else { continue }
            nodes[owner].steps.append(index)
        }
        if hasTree {
            findOnlySteps()
            nameOnlyTries()
        }
    }

    /// Whether a sentence only leads to the title behind it, as `there are two options:` does, or to nothing.
    private func announcesTitle(_ index: Int) -> Bool {
        let passage = article.passage(index)
        guard passage.kind == .paragraph, passage.endsInColon else { return false }
        let next = article.passages[(article.candidates[index].passage + 1)...].first { $0.kind != .comment && $0.kind != .rule }
        return next.map { $0.headingLevel != nil } ?? true
    }

    /// Where a part says something that is to be tried, and nothing in it is likely enough to be a step, the likeliest text may be.
    private mutating func findOnlySteps() {
        let tried: [Guide.Node.Kind] = [.condition, .cause, .check, .remedy, .alternative]
        let parents = Set(nodes.compactMap(\.parent))
        for index in nodes.indices where nodes[index].steps.isEmpty && tried.contains(nodes[index].kind) && !parents.contains(index) {
            let start = nodes[index].candidate + (article.candidates[nodes[index].candidate].group == .heading ? 1 : 0)
            let end = index + 1 < nodes.count ? nodes[index + 1].candidate : article.candidates.count
            guard start < end else { continue }
            let best = (start..<end).filter { !announcesTitle($0) }.max { beliefs.steps[$0] < beliefs.steps[$1] }
            if let best, beliefs.steps[best] > onlyStepBound(best) { nodes[index].steps = [best] }
        }
    }

    /// What stands below a symptom, has steps, and seems only to tell something, is the way to mend it where nothing else there is to be tried: a
    /// reader with the symptom would be led past it.
    private mutating func nameOnlyTries() {
        var tries = [Bool](repeating: false, count: nodes.count)
        for index in nodes.indices.reversed() {
            let node = nodes[index]
            tries[index] =
                tries[index]
                || (node.kind.isOnPath && node.kind != .escalation && node.kind != .group && (node.kind == .check || !node.steps.isEmpty))
            if tries[index], let parent = node.parent { tries[parent] = true }
        }
        for index in nodes.indices where nodes[index].kind == .info && !nodes[index].steps.isEmpty {
            guard let parent = nodes[index].parent, nodes[parent].kind == .condition, !tries[parent],
                article.overrides[nodes[index].candidate]?.kind == nil
            else { continue }
            nodes[index].kind = .remedy
        }
    }

    private func onlyStepBound(_ index: Int) -> Double { article.candidates[index].words.has(.instruction) ? 0.12 : 0.2 }
}
