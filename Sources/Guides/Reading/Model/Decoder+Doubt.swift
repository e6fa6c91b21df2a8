extension Decoder.ReadNode {
    /// The kinds that it might be as well, the likeliest first.
    var others: [Int] {
        chances.indices.filter { $0 != Decoder.number(kind) }.sorted { (chances[$0], $1) > (chances[$1], $0) }
    }

    /// The kind that is nearly as likely, if that would lead a reader otherwise; nil if the reading is sure.
    var rival: Guide.Node.Kind? {
        let own = chances[Decoder.number(kind)]
        // What the kinds around it decided, or a rule, is no doubt.
        guard !isStated, let other = others.first, chances[other] <= own, chances[other] > own * 0.93,
            GuideModel.kinds[other].role != kind.role
        else { return nil }
        return GuideModel.kinds[other]
    }

    /// How sure the reading is, in words.
    var sureness: String {
        if isStated { return "a comment says so" }
        func percent(_ index: Int) -> String { "\(GuideModel.kinds[index].rawValue) \(Int((chances[index] * 100).rounded())) %" }
        let likely = others.prefix(2).filter { chances[$0] > 0.05 }
        let own = percent(Decoder.number(kind))
        // By itself it would be another kind; the parts around it, its name, or a rule decided.
        if let first = likely.first, chances[first] > chances[Decoder.number(kind)] {
            return "\(own) here, by itself \(likely.map(percent).joined(separator: ", "))"
        }
        return "most like \(own)" + (likely.isEmpty ? "" : ", else \(likely.map(percent).joined(separator: ", "))")
    }
}

extension Guide.Node.Kind {
    /// What a reader does with parts of a kind: sees it, tries it, chooses it, asks somebody, or only reads.
    fileprivate var role: Int {
        switch self {
        case .condition: 0
        case .cause, .check, .remedy: 1
        case .alternative: 2
        case .escalation: 3
        case .group, .question, .procedure, .info: 4
        }
    }
}
