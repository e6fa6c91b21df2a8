import Markdown

/// Pass 7: sets the attributes of nodes: order, alternatives, likelihood, step mode, and whether they give a remedy.
struct NodeAttributes {
    private var nodes: [Guide.Node]
    private let sections: [Section]
    private let pack: LanguagePack

    static func set(on nodes: [Guide.Node], _ sections: [Section], _ pack: LanguagePack) -> [Guide.Node] {
        var attributes = NodeAttributes(nodes: nodes, sections: sections, pack: pack)
        // In reverse, because the attributes of a node depend on those of its children.
        for index in nodes.indices.reversed() { attributes.set(index) }
        return attributes.nodes
    }

    private init(nodes: [Guide.Node], sections: [Section], pack: LanguagePack) {
        (self.nodes, self.sections, self.pack) = (nodes, sections, pack)
    }

    private mutating func set(_ index: Int) {
        let override = sections[index].override
        let alternatives = nodes[index].children.count { nodes[$0].kind == .alternative }
        nodes[index].hasAlternatives = override?.hasAlternatives ?? false || alternatives > 1
        nodes[index].isOrdered = override?.isOrdered ?? false || isRanked(index)
        nodes[index].likelihood = override?.likelihood ?? likelihood(index)
        nodes[index].hasRemedy = givesRemedy(index)
        nodes[index].stepMode = isUntilFixed(index) ? .untilFixed : .sequence
    }

    /// Whether the author numbers the children, puts them in steps, or says that they are in order.
    private func isRanked(_ index: Int) -> Bool {
        let children = nodes[index].children.filter { nodes[$0].kind.isOnPath || nodes[$0].kind == .group || nodes[$0].kind == .procedure }
        guard children.count > 1, children.contains(where: { nodes[$0].kind != .alternative && nodes[$0].kind != .condition }) else {
            return false
        }
        let numbered = children.count { sections[$0].title.number != nil && nodes[$0].kind != .alternative }
        if numbered > 1 { return true }
        if nodes[index].kind == .procedure, children.contains(where: { sections[$0].passage.isInStepper }) { return true }
        if nodes[index].kind == .group || nodes[index].kind == .condition,
            sections[index].mainContents.contains(where: { pack.ranking.matches($0.words) })
        {
            return true
        }
        guard nodes[index].kind == .condition else { return false }
        return children.contains {
            pack.ranking.matches(sections[$0].title.words) || nodes[$0].kind == .escalation && nodes[$0].source == .heading
                || pack.unresolved.matches(sections[$0].title.words)
        }
    }

    /// The likelihood that the title or a paragraph states: `90% of the time` is 0.9.
    private func likelihood(_ index: Int) -> Double? {
        guard nodes[index].kind == .cause || nodes[index].kind == .group || nodes[index].kind == .check || nodes[index].kind == .remedy
        else { return nil }
        for passage in [sections[index].passage] + sections[index].mainContents.filter({ $0.kind == .paragraph }) {
            if let match = pack.likelihood.match(passage.words), match.range.lowerBound > 0,
                let percent = Double(passage.words.all[match.range.lowerBound - 1].text), (0...100).contains(percent)
            {
                return percent / 100
            }
        }
        return nil
    }

    private func givesRemedy(_ index: Int) -> Bool {
        let node = nodes[index]
        let isRemedyBelow = node.children.contains { nodes[$0].hasRemedy }
        switch node.kind {
        case .group, .info, .question, .procedure, .escalation: return false
        case .remedy, .alternative: return true
        case .check: return isRemedyBelow || saysWhatToChange(sections[index])
        case .cause: return isRemedyBelow || !node.steps.isEmpty || hasRemedyAfter(index)
        case .condition: return isRemedyBelow || (!node.steps.isEmpty && node.children.isEmpty)
        }
    }

    /// Whether the text of a check labels an action, or asks for more than a look.
    private func saysWhatToChange(_ check: Section) -> Bool {
        let reader = InstructionReader(pack: pack)
        let hasActionLabel = check.mainContents.contains { $0.lead.map { pack.actionLabels.matches($0.words) } ?? false }
        return hasActionLabel
            || check.mainContents.contains { passage in
                (!passage.isItem || passage.isOrderedItem) && reader.verbs(in: passage.words).contains { !pack.checkVerbs.contains($0) }
            }
    }

    /// Whether a remedy follows a heading among its siblings.
    private func hasRemedyAfter(_ index: Int) -> Bool {
        guard sections[index].title.source == .heading else { return false }
        return nodes.indices.contains { $0 > index && nodes[$0].parent == nodes[index].parent && nodes[$0].kind == .remedy }
    }

    private func isUntilFixed(_ index: Int) -> Bool {
        let node = nodes[index]
        guard node.steps.count > 1 else { return false }
        switch node.kind {
        case .cause, .condition, .remedy, .check: break
        case .alternative, .escalation, .group, .question, .procedure, .info: return false
        }
        let section = sections[index]
        if pack.troubleshooting.matches(section.title.words) || pack.remedyGroups.matches(section.title.words)
            || pack.unresolved.matches(section.title.words)
        {
            return true
        }
        if section.mainContents.contains(where: { pack.oneAtATimePhrases.matches($0.words) }) { return true }
        // Three or more bullets below a bold title are things to try.
        let items = section.mainContents.filter { $0.isTopItem && !$0.isOrderedItem && $0.disclosures == section.passage.disclosures }
        return node.source == .bold && items.count >= 3
    }
}
