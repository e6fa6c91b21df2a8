/// What the models say of an article.
struct Beliefs: Sendable {
    /// By candidate, then by kind: the probability of each kind if it is a node.
    var kinds: [[Double]]
    /// The probability that a candidate is a node.
    var nodes: [Double]
    /// The probability that it is a step.
    var steps: [Double]
    /// By kind of page; empty if the page has not been judged.
    var pageKinds: [Double] = []
    var tree = 0.0

    /// Judges the candidates of an article.
    /// - Parameter stacked: what an earlier pass said, as features; nil in the first pass.
    init(_ features: ArticleFeatures, _ models: GuideModel.NodeModels, _ stacked: StackedFeatures? = nil) {
        let judge = CandidateJudge(features, models, stacked)
        let count = features.candidates.count
        kinds = Array(repeating: [], count: count)
        nodes = Array(repeating: 1, count: count)
        steps = Array(repeating: 0, count: count)
        for index in 0..<count {
            let candidate = features.article.candidates[index]
            if candidate.source == .paragraph {
                kinds[index] = GuideModel.kinds.map { $0 == .escalation ? 1 : 0 }
                nodes[index] = judge.escalation(index)
            } else {
                kinds[index] = judge.kinds(index)
            }
            if candidate.source != .heading { steps[index] = judge.step(index) }
        }
        for unit in features.units where features.article.candidates[unit[0]].source != .paragraph {
            let probability = judge.node(unit)
            for index in unit where features.article.candidates[index].source != .paragraph { nodes[index] = probability }
            if unit.count > 1 { agree(unit) }
        }
    }

    /// Takes a writer's word for what titles are.
    mutating func settle(_ overrides: [Int: Override]) {
        for (index, override) in overrides {
            if override.isIgnored { nodes[index] = 0 }
            guard let kind = override.kind else { continue }
            nodes[index] = 1
            kinds[index] = GuideModel.kinds.map { $0 == kind ? 1 : 0 }
        }
    }

    /// Judges the page as a whole.
    /// - Parameter stacked: what its candidates seem to be, as features.
    mutating func judgePage(_ features: ArticleFeatures, _ stacked: [Feature], _ models: GuideModel.PageModels) {
        func score(_ model: LinearModel) -> [Double] {
            var scores = model.start
            for feature in features.page.general + features.page.words + stacked { model.add(feature.id, feature.value, to: &scores) }
            return model.probabilities(scores)
        }
        pageKinds = score(models.kind)
        tree = score(models.tree)[0]
    }

    /// Draws the kinds of a list's items halfway towards what all of them are together.
    private mutating func agree(_ unit: [Int]) {
        for kind in GuideModel.kinds.indices {
            // The geometric mean, by square roots alone: of few items the mean of their probabilities does as well.
            let mean = unit.reduce(0) { $0 + kinds[$1][kind] } / Double(unit.count)
            for index in unit { kinds[index][kind] = (kinds[index][kind] * mean).squareRoot() }
        }
        for index in unit {
            let sum = kinds[index].reduce(0, +)
            if sum > 0 { kinds[index] = kinds[index].map { $0 / sum } }
        }
    }
}

/// Scores candidates.
private struct CandidateJudge {
    private let features: ArticleFeatures
    private let models: GuideModel.NodeModels
    private let stacked: StackedFeatures?
    /// What the page's features add for the candidates of each group.
    private var pageKinds: [Candidate.Group: [Int32]] = [:]
    private var pageSteps: [Candidate.Group: [Int32]] = [:]
    private var pageNodes: [Candidate.Group: [Int32]] = [:]

    init(_ features: ArticleFeatures, _ models: GuideModel.NodeModels, _ stacked: StackedFeatures?) {
        (self.features, self.models, self.stacked) = (features, models, stacked)
        for group in [Candidate.Group.heading, .paragraph, .item, .row] {
            pageKinds[group] = pageScores(models.kind, group)
            pageSteps[group] = pageScores(models.step, group)
            var scores = models.node.start
            for feature in features.page.general {
                models.node.add(FeatureSet.mix(feature.id, FeatureRows.pageUnitCopy(group)), feature.value, to: &scores)
            }
            pageNodes[group] = scores
        }
    }

    private func pageScores(_ model: LinearModel, _ group: Candidate.Group) -> [Int32] {
        var scores = model.start
        for feature in features.page.general {
            model.add(feature.id, feature.value, to: &scores)
            model.add(FeatureSet.mix(feature.id, FeatureRows.pageCopy(group)), feature.value, to: &scores)
        }
        for feature in features.page.words { model.add(feature.id, feature.value, to: &scores) }
        return scores
    }

    private func scores(_ model: LinearModel, _ page: [Candidate.Group: [Int32]], _ index: Int) -> [Int32] {
        let candidate = features.article.candidates[index]
        var scores = page[candidate.group] ?? model.start
        let set = features.candidates[index]
        for feature in set.general {
            model.add(feature.id, feature.value, to: &scores)
            model.add(FeatureSet.mix(feature.id, FeatureRows.ownCopy(candidate.group)), feature.value, to: &scores)
        }
        for feature in set.words { model.add(feature.id, feature.value, to: &scores) }
        model.add(FeatureRows.bias(candidate), FeatureSet.once, to: &scores)
        for feature in stacked?.candidates[index] ?? [] {
            model.add(feature.id, feature.value, to: &scores)
            model.add(FeatureSet.mix(feature.id, FeatureRows.stackedCopy(candidate.group)), feature.value, to: &scores)
        }
        return scores
    }

    func kinds(_ index: Int) -> [Double] { models.kind.probabilities(scores(models.kind, pageKinds, index)) }

    func step(_ index: Int) -> Double { models.step.probabilities(scores(models.step, pageSteps, index))[0] }

    func escalation(_ index: Int) -> Double {
        var scores = models.escalation.start
        for feature in features.escalations[index] { models.escalation.add(feature.id, feature.value, to: &scores) }
        for feature in stacked?.escalations[index] ?? [] { models.escalation.add(feature.id, feature.value, to: &scores) }
        return models.escalation.probabilities(scores)[0]
    }

    /// Whether the members of a unit are titles: by the mean of their features.
    func node(_ unit: [Int]) -> Double {
        let first = features.article.candidates[unit[0]]
        var sums = [Int32](repeating: 0, count: models.node.answers)
        for index in unit {
            let candidate = features.article.candidates[index]
            let copy = FeatureRows.unitCopy(candidate.group)
            let set = features.candidates[index]
            for feature in set.general { models.node.add(FeatureSet.mix(feature.id, copy), feature.value, to: &sums) }
            for feature in set.unitWords { models.node.add(FeatureSet.mix(feature.id, copy), feature.value, to: &sums) }
            models.node.add(FeatureRows.unitBias(candidate), FeatureSet.once, to: &sums)
            for feature in stacked?.candidates[index] ?? [] {
                models.node.add(FeatureSet.mix(feature.id, FeatureRows.stackedUnitCopy(candidate.group)), feature.value, to: &sums)
            }
        }
        var scores = pageNodes[first.group] ?? models.node.start
        models.node.add(FeatureRows.unitSize(first, unit.count), FeatureSet.once, to: &scores)
        for answer in scores.indices { scores[answer] += sums[answer] / Int32(unit.count) }
        return models.node.probabilities(scores)[0]
    }
}
