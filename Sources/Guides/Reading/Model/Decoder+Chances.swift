/// What is known beside the models: how likely the form and the name of a title make it, and its kind.
extension Decoder {
    /// From which probability on a candidate is a title.
    func bound(ofTitle candidate: Int) -> Double {
        let source = article.candidates[candidate].source
        if hasTree, isNamedCause(candidate) { return 0.05 }
        if source == .listItem {
            switch article.listRoles[article.passage(candidate).list] {
            case .steps: return 0.8
            case .causes where hasTree: return 0.4
            default: break
            }
        }
        switch source {
        case .heading: return 0
        case .listItem, .bold: return 0.6
        case .tableRow: return 0.55
        case .lead: return 0.5
        case .paragraph: return 0.45
        case .summary: return 0.3
        }
    }

    /// Whether it is a text behind its name, as in `Cause: The cable is loose.`
    private func isNamedCause(_ candidate: Int) -> Bool {
        let candidate = article.candidates[candidate]
        return candidate.source == .lead && candidate.rest != nil && candidate.words.namedConcepts.contains(.cause)
    }

    /// The chances of a candidate's kinds; in a tree with more for those that its name or its place speak for.
    func kindChances(of candidate: Int) -> [Double] {
        var kinds = beliefs.kinds[candidate]
        guard hasTree else { return kinds }
        func raise(_ kind: Guide.Node.Kind, _ factor: Double) { kinds[Self.number(kind)] *= factor }
        if pageKind.isAboutFaults {
            raise(.cause, Self.causeFactor)
            raise(.check, Self.checkFactor)
        }
        if readsTellingAsTries || isInPartAboutFaults(candidate) {
            for kind in [Guide.Node.Kind.info, .procedure, .question] { raise(kind, Self.tellingFactor) }
        }
        let source = article.candidates[candidate].source
        if isNamedCause(candidate) {
            raise(.cause, Self.nameFactor * Self.nameFactor)
        } else if source == .listItem, article.listRoles[article.passage(candidate).list] == .causes {
            raise(.cause, Self.nameFactor)
        } else if article.candidates[candidate].group == .heading, let kind = kindByName(candidate) {
            let readsLikeAnother = kind == .escalation || kind == .group
            raise(kind, readsLikeAnother ? Self.nameFactor * Self.nameFactor : Self.nameFactor)
        }
        return kinds
    }

    /// Whether it is a title in the part about faults of a page about something else, which the models expect to tell as the page does.
    private func isInPartAboutFaults(_ candidate: Int) -> Bool {
        guard !pageKind.isAboutFaults, article.candidates[candidate].group == .heading else { return false }
        return article.links[candidate].parent.map(isPartAboutFaults) ?? false
    }

    /// The kind that a title's name alone is the usual name of: `Solution`, `Contact support`, or what it begins with is the usual beginning of:
    /// `Check …`.
    private func kindByName(_ candidate: Int) -> Guide.Node.Kind? {
        let words = article.candidates[candidate].words
        let named = words.namedConcepts
        let isGathering = article.links[candidate].children.count > 1
        if named.contains(.contact) { return .escalation }
        if words.tokens.count <= (words.firstConcepts.contains(.condition) ? 10 : 7), words.has(.escalation),
            words.has(.negation) || words.has(.fault) || words.has(.condition)
        {
            return .escalation
        }
        if named.contains(.cause) { return isGathering ? .group : .cause }
        if named.contains(.fix) { return isGathering ? .group : .remedy }
        if named.contains(.symptom) { return .condition }
        return words.firstConcepts.contains(.check) && !words.has(.fault) ? .check : nil
    }

    /// How much likelier a name makes a kind. Those of escalations and of groups count twice, because they read like those of
    /// conditions and of causes.
    private static let nameFactor = 4.0
    /// How much less likely a title only tells something where faults are expected.
    private static let tellingFactor = 0.1
    /// How much likelier causes and checks are on a page about faults than they are anywhere: the models see few of them.
    private static let causeFactor = 1.4
    private static let checkFactor = 1.6
}
