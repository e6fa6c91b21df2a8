import Markdown

/// Sets the attributes of nodes that need no learning: order, alternatives, likelihood, step mode, and whether they give a remedy.
struct NodeAttributes {
    private var nodes: [Guide.Node]
    private let decoder: Decoder
    private let article: Article

    static func set(on nodes: [Guide.Node], _ decoder: Decoder, _ article: Article) -> [Guide.Node] {
        var attributes = NodeAttributes(nodes: nodes, decoder: decoder, article: article)
        // In reverse, because the attributes of a node depend on those of its children.
        for index in nodes.indices.reversed() { attributes.set(index) }
        return attributes.nodes
    }

    private func candidate(_ index: Int) -> Candidate { article.candidates[decoder.nodes[index].candidate] }

    private mutating func set(_ index: Int) {
        let override = article.overrides[decoder.nodes[index].candidate]
        let alternatives = nodes[index].children.count { nodes[$0].kind == .alternative }
        nodes[index].hasAlternatives = override?.hasAlternatives ?? false || alternatives > 1
        nodes[index].isOrdered = override?.isOrdered ?? false || isRanked(index)
        nodes[index].likelihood = override?.likelihood ?? likelihood(index)
        nodes[index].hasRemedy = givesRemedy(index)
        nodes[index].onlyLooks = !nodes[index].steps.isEmpty && !changesSomething(index)
        nodes[index].stepMode = isUntilFixed(index) ? .untilFixed : .sequence
    }

    /// Whether the author numbers the children, says how likely they are, puts them in steps, or ends them with whom to ask when nothing helped.
    private func isRanked(_ index: Int) -> Bool {
        let children = nodes[index].children.filter { nodes[$0].kind.isOnPath || nodes[$0].kind == .group || nodes[$0].kind == .procedure }
        guard children.count > 1, children.contains(where: { nodes[$0].kind != .alternative && nodes[$0].kind != .condition }) else {
            return false
        }
        if children.count(where: { isNumbered($0) }) > 1 || children.count(where: { nodes[$0].likelihood != nil }) > 1 { return true }
        if nodes[index].kind == .procedure, children.contains(where: { passage($0).isInStepper }) { return true }
        return nodes[index].kind == .condition && children.contains { nodes[$0].kind == .escalation && nodes[$0].source == .heading }
    }

    private func passage(_ index: Int) -> Passage { article.passage(decoder.nodes[index].candidate) }

    private func isNumbered(_ index: Int) -> Bool {
        guard nodes[index].kind != .alternative else { return false }
        return nodes[index].source == .listItem ? passage(index).isOrdered : candidate(index).shape.has(.numbered)
    }

    /// The likelihood that the title or a paragraph states: `90% of the time` is 0.9, `the other 10%` is 0.1.
    private func likelihood(_ index: Int) -> Double? {
        guard [.cause, .group, .check, .remedy].contains(nodes[index].kind) else { return nil }
        let own = decoder.nodes[index].candidate
        let section = article.section(own).filter { article.candidates[$0].group == .paragraph }
        for text in [nodes[index].title] + section.map({ article.passage($0).text }) {
            if let stated = StatedLikelihood(text).value { return stated }
        }
        return nil
    }

    private func givesRemedy(_ index: Int) -> Bool {
        let node = nodes[index]
        let isRemedyBelow = node.children.contains { nodes[$0].hasRemedy }
        switch node.kind {
        case .group, .info, .question, .procedure, .escalation: return false
        case .remedy, .alternative: return true
        case .check: return isRemedyBelow || changesSomething(index)
        case .cause: return isRemedyBelow || !node.steps.isEmpty || hasRemedyAfter(index)
        case .condition: return isRemedyBelow || (!node.steps.isEmpty && node.children.isEmpty)
        }
    }

    /// Whether a step asks for more than a look.
    private func changesSomething(_ index: Int) -> Bool {
        decoder.nodes[index].steps.contains { step in
            let first = article.candidates[step].rest?.firstConcepts ?? article.candidates[step].firstConcepts
            return first.contains(.instruction) && !first.contains(.check)
        }
    }

    /// Whether a remedy follows a heading among its siblings.
    private func hasRemedyAfter(_ index: Int) -> Bool {
        guard nodes[index].source == .heading else { return false }
        return nodes.indices.contains { $0 > index && nodes[$0].parent == nodes[index].parent && nodes[$0].kind == .remedy }
    }

    /// Whether each step is a complete try: items of one list, of which few begin as one action of many does. Below what readers see, authors
    /// number tries; below a remedy they number actions.
    private func isUntilFixed(_ index: Int) -> Bool {
        let steps = decoder.nodes[index].steps
        guard steps.count > 2, nodes[index].kind == .condition || nodes[index].kind == .remedy else { return false }
        let passages = steps.map { article.passage($0) }
        guard passages.allSatisfy({ $0.kind == .item && $0.list == passages[0].list }) else { return false }
        if passages[0].isOrdered && nodes[index].kind == .remedy { return false }
        let operations = steps.count {
            (article.candidates[$0].rest?.firstConcepts ?? article.candidates[$0].firstConcepts).contains(.operation)
        }
        return operations * (passages[0].isOrdered ? 4 : 3) <= steps.count
    }
}

/// A share of the cases that a text states: a number of percent, and behind or before it a word for cases or for what is left.
struct StatedLikelihood {
    let value: Double?

    private static let cases: Set<String> = [
        "time", "times", "cases", "users", "reports", "fälle", "fällen", "cas", "casos", "casi", "gevallen", "przypadków", "случаев",
        "випадків",
        "情况", "場合", "경우",
    ]
    private static let rest: Set<String> = [
        "other", "remaining", "rest", "übrigen", "restlichen", "autres", "restante", "restantes", "altri", "overige", "pozostałe",
        "остальные",
    ]

    init(_ text: String) {
        let words = text.lowercased().replacing(". ", with: " ").split { !($0.isLetter || $0.isNumber || $0 == "%" || $0 == ".") }.map {
            $0.hasSuffix(".") ? $0.dropLast() : $0
        }
        var value: Double?
        for (index, word) in words.enumerated() where value == nil && word.contains("%") {
            guard let percent = Double(word.prefix { $0.isNumber || $0 == "." }), (0...100).contains(percent) else { continue }
            let after = words[(index + 1)...].prefix(4).contains { Self.cases.contains(String($0)) }
            let before = index > 0 && Self.rest.contains(String(words[index - 1]))
            if after || before { value = percent / 100 }
        }
        self.value = value
    }
}
