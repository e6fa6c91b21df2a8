/// What one pass said of a page, as features of the next: of each candidate and of those near it.
struct StackedFeatures: Sendable {
    private(set) var candidates: [[Feature]] = []
    /// For paragraphs that may be escalations.
    private(set) var escalations: [[Feature]] = []

    init(_ features: ArticleFeatures, _ beliefs: Beliefs) {
        let article = features.article
        let all = article.candidates.indices.map { Outcome(beliefs, $0) }
        for index in article.candidates.indices {
            var stack = CandidateStack(article, beliefs, all, index)
            stack.addAll()
            candidates.append(stack.set.general)
            escalations.append(article.candidates[index].source == .paragraph ? stack.escalation : [])
        }
    }

    /// The probabilities of no node and of each kind, for a candidate.
    struct Outcome {
        var values: [Double]
        var step: Double

        init(_ beliefs: Beliefs, _ index: Int) {
            let node = beliefs.nodes[index]
            values = [1 - node] + beliefs.kinds[index].map { $0 * node }
            step = beliefs.steps[index]
        }

        init(meanOf outcomes: [Outcome]) {
            values = Array(repeating: 0, count: GuideModel.kinds.count + 1)
            step = 0
            for outcome in outcomes {
                for kind in values.indices { values[kind] += outcome.values[kind] }
                step += outcome.step
            }
            for kind in values.indices { values[kind] /= Double(outcomes.count) }
            step /= Double(outcomes.count)
        }

        var best: Int { values.indices.max { values[$0] < values[$1] } ?? 0 }
    }

    /// What the first pass said of a page as a whole.
    static func page(_ features: ArticleFeatures, _ beliefs: Beliefs) -> [Feature] {
        let article = features.article
        let all = article.candidates.indices.map { Outcome(beliefs, $0) }
        var set = FeatureSet()
        let titles = all.indices.filter { article.candidates[$0].group == .heading }
        let others = all.indices.filter { article.candidates[$0].group != .heading }
        for kind in 1...GuideModel.kinds.count {
            if !titles.isEmpty {
                let values = titles.map { all[$0].values[kind] }
                let sum = values.reduce(0, +)
                set.add(amount: sum / Double(values.count), .mean, kind, .page)
                set.add(amount: values.max() ?? 0, .most, kind, .page)
                set.add(amount: logarithm(sum), .sum, kind, .page)
                set.add(amount: values[0], .firstKind, kind, .page)
            }
            set.add(amount: logarithm(others.reduce(0) { $0 + all[$1].values[kind] }), .sum, 100 + kind, .page)
        }
        for (kind, value) in beliefs.pageKinds.enumerated() { set.add(amount: value, .pageKind, kind, .page) }
        if !beliefs.pageKinds.isEmpty { set.add(amount: beliefs.tree, .tree, 0, .page) }
        addEvidence(article, all, &set)
        let steps = all.reduce(0) { $0 + $1.step }
        set.add(amount: logarithm(steps), .steps, 0, .page)
        set.add(amount: all.isEmpty ? 0 : steps / Double(all.count), .ratio, 0, .page)
        return set.general
    }

    /// How sure it is that the page names what the reader sees and says what to do about it.
    private static func addEvidence(_ article: Article, _ all: [Outcome], _ set: inout FeatureSet) {
        let condition = Decoder.number(.condition) + 1
        let tries = [Guide.Node.Kind.cause, .check, .remedy, .alternative].map { Decoder.number($0) + 1 }
        let evidence = article.candidates.indices.map { index -> Double in
            let seen = all[index].values[condition]
            guard seen > 0.1 else { return 0 }
            var help =
                article.candidates[index].group == .heading ? article.section(index).map { all[$0].step }.max() ?? 0 : all[index].step
            if article.candidates[index].group == .row { help = 1 }
            for child in article.links[index].children {
                help = max(help, tries.reduce(0) { $0 + all[child].values[$1] }, article.section(child).map { all[$0].step }.max() ?? 0)
            }
            return seen * help
        }
        let most = evidence.max() ?? 0
        let sum = evidence.reduce(0, +)
        set.add(amount: most, .most, 200, .page)
        set.add(amount: logarithm(sum), .sum, 200, .page)
        set.add(.nodes, bucket(Int((most * 10).rounded()), [0, 1, 2, 4, 6, 8]), .page)
        set.add(.nodes, 20 + bucket(Int(sum.rounded())), .page)
        let questions = all.reduce(0) { $0 + $1.values[Decoder.number(.question) + 1] }
        set.add(.nodes, 40 + (sum > questions ? 2 : 0) + (sum > 2 * questions ? 1 : 0), .page)
    }

    /// ln(1 + x) for x from 0, roughly and by the same operations everywhere: how many are there, not exactly.
    static func logarithm(_ x: Double) -> Double {
        var (rest, sum) = (1 + x, 0.0)
        while rest > 2 { (rest, sum) = (rest / 2, sum + 0.693_147) }
        let part = (rest - 1) / (rest + 1)
        return sum + 2 * (part + part * part * part / 3)
    }
}

/// Collects what was said around one candidate.
private struct CandidateStack {
    private let article: Article
    private let beliefs: Beliefs
    private let all: [StackedFeatures.Outcome]
    private let index: Int
    private(set) var set = FeatureSet()
    private(set) var escalation: [Feature] = []

    init(_ article: Article, _ beliefs: Beliefs, _ all: [StackedFeatures.Outcome], _ index: Int) {
        (self.article, self.beliefs, self.all, self.index) = (article, beliefs, all, index)
    }

    mutating func addAll() {
        let candidate = article.candidates[index]
        add(all[index], .own)
        if candidate.group == .heading { addAroundTitle() } else { addAroundText() }
        addPage()
        escalation = set.general
        if candidate.group == .heading { addSection() }
    }

    private mutating func add(_ outcome: StackedFeatures.Outcome, _ place: Place) {
        for (kind, value) in outcome.values.enumerated() where value > 0.04 { set.add(amount: value, .kind, kind, place) }
        set.add(.bestKind, outcome.best, place)
        set.add(amount: outcome.step, .step, 0, place)
    }

    private mutating func add(_ neighbour: Int?, _ place: Place) {
        if let neighbour { add(all[neighbour], place) } else { set.add(.kind, 99, place) }
    }

    /// Adds the mean of some candidates, one of them left out. Of long lists, those nearest to it count.
    private mutating func addMean(_ members: [Int], without one: Int?, _ place: Place) {
        var near = members[...]
        if members.count > 100, let one {
            let position = article.links[one].position
            near = members[max(0, position - 50)..<min(members.count, position + 50)]
        } else {
            near = members.prefix(100)
        }
        let others = near.filter { $0 != one }
        if !others.isEmpty { add(StackedFeatures.Outcome(meanOf: others.map { all[$0] }), place) }
    }

    private mutating func addAroundTitle() {
        let links = article.links[index]
        add(links.parent, .parent)
        add(links.previous, .previous)
        add(links.next, .next)
        addMean(article.group(below: links.parent).titles, without: links.isGrouped ? index : nil, .siblings)
        addMean(links.children, without: nil, .children)
    }

    private mutating func addAroundText() {
        let passage = article.passage(index)
        add(article.links[index].heading, .parent)
        if index > 0 { add(index - 1, .previous) }
        if index + 1 < all.count { add(index + 1, .next) }
        if let item = passage.item.flatMap({ article.candidateOfPassage[$0] }) { add(item, .item) }
        if passage.list > 0, article.candidates[index].group == .item || article.candidates[index].group == .row {
            if let intro = article.intros[passage.list] { add(intro, .intro) }
            addMean(article.lists[passage.list] ?? [], without: index, .siblings)
        }
    }

    /// The steps and nodes between a title and the next.
    private mutating func addSection() {
        let section = article.section(index)
        let steps = section.reduce(0) { $0 + all[$1].step }
        set.add(amount: min(steps, 6) / 6, .steps, 0, .allBelow)
        set.add(amount: section.map { all[$0].step }.max() ?? 0, .most, 0, .allBelow)
        set.add(.steps, 10 + min(4, Int(steps.rounded())), .allBelow)
        for kind in 1...GuideModel.kinds.count {
            let sum = section.reduce(0) { $0 + all[$1].values[kind] }
            if sum > 0.3 { set.add(amount: min(sum, 4) / 4, .nodes, kind, .allBelow) }
        }
    }

    private mutating func addPage() {
        let best = all[index].best
        for (kind, value) in beliefs.pageKinds.enumerated() {
            if value > 0.04 { set.add(amount: value, .pageKind, kind, .page) }
            set.add(amount: value, .pageKindOfBest, kind * 16 + best, .page)
        }
        set.add(amount: beliefs.tree, .tree, 0, .page)
        set.add(amount: beliefs.tree, .treeOfBest, best, .page)
    }
}
