/// What a page is as a whole, and whether it has a tree.
extension Decoder {
    mutating func decidePage(_ override: PageOverride, _ signs: FaultSigns) {
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

    /// From which probability on a page has a tree: sooner if its title says that it is about a fault, soonest if a part of it does.
    private var treeBound: Double { article.headings.contains(where: isPartAboutFaults) ? 0.1 : titleIsFault ? 0.35 : 0.7 }

    /// Whether a title is that of a part about faults, as `Troubleshooting` is, with several titles below it.
    func isPartAboutFaults(_ heading: Int) -> Bool {
        article.links[heading].children.count > 1 && article.passage(heading).text != article.title
            && article.candidates[heading].words.namedConcepts.contains(.troubleshooting)
    }

    /// From which probability on a page is about faults as a whole if its title does not say so.
    private static let plainBound = 0.7

    /// Whether the page has a tree with hardly a doubt, and is about nothing but faults, as its title says.
    var isSurelyAboutFaults: Bool { hasTree && titleIsFault && pageKind.isAboutFaults && beliefs.tree > 0.6 }

    private var titleIsFault: Bool {
        let title = TextReading(article.title, limit: 200)
        return title.has(.fault) || title.has(.troubleshooting) || ErrorMark.occurs(in: article.title) || TextShape.hasQuote(article.title)
    }

    /// Whether the page's title speaks of a fault, or some title that is read as a condition does: by a word for one, a negation, a quoted
    /// message or an error's name. On a page about faults the usual names of its parts are enough.
    var hasEvidence: Bool {
        let title = TextReading(article.title, limit: 200)
        if title.has(.fault) || title.has(.troubleshooting) || ErrorMark.occurs(in: article.title) { return true }
        if pageKind.isAboutFaults && nodes.contains(where: { $0.kind == .condition }) && namesParts { return true }
        return nodes.contains { node in
            let candidate = article.candidates[node.candidate]
            if node.kind == .escalation && candidate.source == .heading { return true }
            guard node.kind == .condition else { return false }
            if candidate.source == .heading && candidate.firstConcepts.contains(.condition) { return true }
            return article.overrides[node.candidate]?.kind == .condition || candidate.concepts.contains(.fault)
                || candidate.concepts.contains(.negation) || candidate.shape.has(.quote) || candidate.shape.has(.errorName)
        }
    }

    /// Whether something to be tried is called after a fault's cause or after what helps, as `Solution` and `Common causes of errors` are.
    private var namesParts: Bool {
        nodes.contains { node in
            let candidate = article.candidates[node.candidate]
            guard node.isTry, candidate.source == .heading, article.passage(node.candidate).text != article.title else { return false }
            return candidate.words.namedConcepts.contains(.fix) || (candidate.words.has(.cause) && !candidate.shape.has(.question))
        }
    }

    /// Whether there is something to do or to look at, and more of it than one part of a page about something else.
    var hasEnoughToTry: Bool {
        let parts = nodes.filter(\.isTry)
        if parts.count == 1, !pageKind.isAboutFaults { return false }
        return parts.contains { !$0.steps.isEmpty || $0.kind == .check }
    }
}
