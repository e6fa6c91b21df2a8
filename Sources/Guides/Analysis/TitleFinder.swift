import Markdown

/// Pass 2: finds the titles among an article's passages, and parts it into sections.
struct TitleFinder {
    /// What stands before the first title.
    private(set) var preface: [Passage] = []
    private(set) var sections: [Section] = []
    private let passages: [Passage]
    private let pack: LanguagePack
    private var override: Override?
    private var isBehindBreak = false
    /// The list of reasons whose items are titles.
    private var reasons: Reasons?
    private let headings: Set<String>

    init(_ passages: [Passage], _ pack: LanguagePack) {
        self.passages = passages
        self.pack = pack
        headings = Set(passages.compactMap { if case .heading = $0.kind { Words($0.text).spoken.line } else { nil } })
        for index in passages.indices { read(index) }
    }

    private mutating func read(_ index: Int) {
        let passage = passages[index]
        switch passage.kind {
        case .comment:
            if let override = Override(comment: passage.text, line: passage.line) { self.override = override }
            return
        case .thematicBreak: isBehindBreak = true
        default: break
        }
        if override?.isIgnored != true, let title = title(at: index) {
            var section = Section(title: title, passage: passage)
            section.override = override
            section.isBehindBreak = isBehindBreak
            if case .heading = passage.kind { reasons = nil }
            if let lead = passage.lead, title.source == .lead || title.source == .bold || title.source == .listItem, !lead.isWhole {
                section.contents = [rest(of: passage, lead)]
            }
            if title.source == .tableRow { section.contents = remedyCells(of: passage) }
            sections.append(section)
            isBehindBreak = false
        } else if sections.isEmpty {
            preface.append(passage)
        } else {
            sections[sections.count - 1].contents.append(passage)
        }
        if passage.kind != .thematicBreak { override = nil }
    }

    /// What follows a title in its own paragraph.
    private func rest(of passage: Passage, _ lead: Passage.Lead) -> Passage {
        // The whole paragraph is the step where title and text share a line.
        let isOnLine = lead.restLine == passage.line
        var rest = Passage(.paragraph, node: passage.node, line: lead.restLine, text: isOnLine ? passage.text : lead.rest)
        rest.disclosures = passage.disclosures
        rest.firstLine = isOnLine ? passage.firstLine : lead.restFirstLine
        rest.lead = isOnLine ? lead : nil
        return rest
    }

    private func remedyCells(of row: Passage) -> [Passage] {
        zip(row.heads, row.cells).filter { pack.remedyColumns.matches(Words($0.0)) && !$0.1.isEmpty }.map {
            Passage(.paragraph, node: row.node, line: row.line, text: $0.1)
        }
    }

    // MARK: What is a title

    private mutating func title(at index: Int) -> Title? {
        let passage = passages[index]
        if passage.isAside { return nil }
        switch passage.kind {
        case .heading(let level):
            return passage.text.isEmpty ? nil : Title(passage, text: passage.text, level: level, source: .heading, pack: pack)
        case .summary:
            return pack.disclosures.matches(passage.words) || passage.text.isEmpty
                ? nil : Title(passage, text: passage.text, source: .summary, pack: pack)
        case .paragraph: return paragraphTitle(at: index)
        case .item: return itemTitle(at: index)
        case .row: return isSymptomRow(passage) ? Title(passage, text: passage.text, source: .tableRow, pack: pack) : nil
        case .code, .thematicBreak, .comment: return nil
        }
    }

    private func paragraphTitle(at index: Int) -> Title? {
        let passage = passages[index]
        if let lead = passage.lead {
            if isConditional(lead) {
                return Title(passage, text: lead.text, source: lead.restLine > passage.line || lead.isWhole ? .bold : .lead, pack: pack)
            }
            if isStatement(lead, at: index) { return Title(passage, text: lead.text, source: .lead, pack: pack) }
            if isBoldTitle(lead, at: index) { return Title(passage, text: lead.text, source: .bold, pack: pack) }
        }
        return isEscalation(at: index) ? Title(passage, text: passage.text, source: .paragraph, pack: pack) : nil
    }

    /// `**If the light is red:**`
    private func isConditional(_ lead: Passage.Lead) -> Bool {
        guard let first = lead.words.all.first, pack.conditions.contains(first) else { return false }
        return lead.words.lastMark == ":" && lead.words.all.count > 3
    }

    /// `**Devices have the same model**.` before a list: a case told as a sentence.
    private func isStatement(_ lead: Passage.Lead, at index: Int) -> Bool {
        guard [".", ":", "。"].contains(lead.rest), lead.words.spoken.count > 2, index + 1 < passages.count, passages[index + 1].isItem
        else { return false }
        return !pack.labels.matches(lead.words) && !lead.words.all.contains(.arrow)
    }

    private func isBoldTitle(_ lead: Passage.Lead, at index: Int) -> Bool {
        let words = lead.words
        guard lead.isWhole, !words.isEmpty, words.spoken.count <= 16, let first = lead.text.first, !"“\"‘'«`".contains(first) else {
            return false
        }
        // The words of a button or a menu, a sentence, and a label of what follows are none.
        if words.all.contains(.arrow) || words.lastMark == "." || words.lastMark == "!" { return false }
        if words.lastMark == ":", pack.labels.matches(words) { return false }
        // `**Cause**` alone heads a part; `**Cause:**` and `**Note**` name what follows.
        let headsPart =
            words.lastMark != ":" && (pack.causes.matches(words) || pack.symptoms.matches(words) || pack.remedies.matches(words))
        if pack.remarkLabels.matches(words), words.spoken.count <= 2, !headsPart { return false }
        let title = Title(passages[index], text: lead.text, source: .bold, pack: pack)
        let isOption = title.number != nil || pack.options.matches(words) || isPlatform(words)
        if index > 0, !isOption, passages[index - 1].announces, sections.last?.passage.node != passages[index - 1].node,
            passages[index - 1].kind == .paragraph || passages[index - 1].isItem
        {
            return false
        }
        guard index + 1 < passages.count else { return false }
        if case .heading = passages[index + 1].kind { return false }
        return passages[index + 1].kind != .summary
    }

    func isPlatform(_ words: Words) -> Bool { words.spoken.first.map { pack.platforms.contains($0) } ?? false && words.spoken.count <= 4 }

    // MARK: Reasons

    private mutating func itemTitle(at index: Int) -> Title? {
        let passage = passages[index]
        guard passage.isTopItem else { return nil }
        let isFirst = index == 0 || passages[index - 1].list != passage.list && !passages[index - 1].isNestedItem
        if isFirst, reasons?.isContinued(by: passage) != true, beginsReasons(at: index) { reasons = Reasons(passage) }
        guard let reasons, reasons.isContinued(by: passage) else { return nil }
        // A bold beginning names the reason; the rest is what to do.
        return Title(passage, text: passage.lead?.text ?? passage.text, source: .listItem, pack: pack)
    }

    /// A list of reasons; editors export it in pieces where something stands between its items.
    private struct Reasons {
        let list: Int
        let isOrdered: Bool

        init(_ item: Passage) { (list, isOrdered) = (item.list, item.isOrderedItem) }

        func isContinued(by item: Passage) -> Bool { item.list == list || (isOrdered && item.isOrderedItem && item.number > 1) }
    }

    /// A list that a sentence about reasons announces; not one that only lists the titles which follow.
    private func beginsReasons(at index: Int) -> Bool {
        guard index > 0, passages[index - 1].kind == .paragraph, passages[index - 1].announces,
            pack.causeGroups.matches(passages[index - 1].words)
        else { return false }
        let reasons = Reasons(passages[index])
        let part = passages[index...].prefix { if case .heading = $0.kind { false } else { true } }
        let items = part.filter { $0.isTopItem && reasons.isContinued(by: $0) }
        return items.count > 1 && !items.contains { headings.contains($0.words.spoken.line) }
    }

    private func isSymptomRow(_ row: Passage) -> Bool {
        guard let first = row.heads.first, !row.text.isEmpty else { return false }
        return (pack.symptomColumns.matches(Words(first)) || pack.causeColumns.matches(Words(first)))
            && row.heads.dropFirst().contains { pack.remedyColumns.matches(Words($0)) }
    }

    // MARK: Escalation

    /// `If none of these steps help, contact support.` at the end of a part.
    private func isEscalation(at index: Int) -> Bool {
        let passage = passages[index]
        let isAppeal =
            index > 0 && passages[index - 1].isItem
            && passage.words.sentences.first.map { pack.contacts.match(prefixOf: $0) != nil } ?? false
        guard pack.unresolved.matches(passage.words) && pack.contacts.matches(passage.words) || isAppeal,
            passage.words.sentences.count <= 2, let section = sections.last,
            section.contents.contains(where: { $0.kind != .thematicBreak }) || section.title.source == .lead,
            !pack.escalations.matches(section.title.words)
        else { return false }
        guard index + 1 < passages.count else { return true }
        let next = passages[index + 1]
        if case .heading = next.kind { return true }
        return next.kind == .summary || next.kind == .thematicBreak || next.disclosures.count < passage.disclosures.count
    }
}
