import Markdown

/// Pass 2: finds the titles among an article's passages, and divides the passages into sections.
struct TitleFinder {
    /// The passages before the first title.
    private(set) var preface: [Passage] = []
    private(set) var sections: [Section] = []
    private let passages: [Passage]
    private let pack: LanguagePack
    /// The writer's comment before the current passage.
    private var override: Override?
    /// The list of reasons around the current passage. Its items are titles.
    private var reasonList: ReasonList?
    private let headings: Set<String>

    init(_ passages: [Passage], _ pack: LanguagePack) {
        self.passages = passages
        self.pack = pack
        headings = Set(
            passages.compactMap { if case .heading = $0.kind { Words($0.text).withoutPunctuation.joinedText } else { nil } })
        for index in passages.indices { read(index) }
    }

    private mutating func read(_ index: Int) {
        let passage = passages[index]
        if passage.kind == .comment {
            if let override = Override(comment: passage.text, line: passage.line) { self.override = override }
            return
        }
        if override?.isIgnored != true, let title = title(at: index) {
            if case .heading = passage.kind { reasonList = nil }
            sections.append(section(title, passage))
        } else if sections.isEmpty {
            preface.append(passage)
        } else {
            sections[sections.count - 1].contents.append(passage)
        }
        if passage.kind != .thematicBreak { override = nil }
    }

    private func section(_ title: Title, _ passage: Passage) -> Section {
        var section = Section(title: title, passage: passage)
        section.override = override
        if let lead = passage.lead, [.lead, .bold, .listItem].contains(title.source), !lead.isEntireParagraph {
            section.contents = [body(of: lead, in: passage)]
        }
        if title.source == .tableRow { section.contents = remedyCells(of: passage) }
        return section
    }

    /// The text after a title in the same paragraph. If it begins on the title's line, it is the whole paragraph.
    private func body(of lead: Passage.Lead, in passage: Passage) -> Passage {
        let isOnSameLine = lead.bodyLine == passage.line
        var body = Passage(
            .paragraph, element: passage.element, line: lead.bodyLine, text: isOnSameLine ? passage.text : lead.body)
        body.disclosures = passage.disclosures
        body.firstLine = isOnSameLine ? passage.firstLine : lead.bodyFirstLine
        body.lead = isOnSameLine ? lead : nil
        return body
    }

    private func remedyCells(of row: Passage) -> [Passage] {
        zip(row.headers, row.cells).filter { pack.remedyColumns.matches(Words($0.0)) && !$0.1.isEmpty }.map {
            Passage(.paragraph, element: row.element, line: row.line, text: $0.1)
        }
    }

    // MARK: Kinds of titles

    private mutating func title(at index: Int) -> Title? {
        let passage = passages[index]
        if passage.isAside { return nil }
        switch passage.kind {
        case .heading(let level):
            return passage.text.isEmpty ? nil : Title(passage, text: passage.text, level: level, source: .heading, pack: pack)
        case .summary:
            return pack.genericSummaries.matches(passage.words) || passage.text.isEmpty
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
            if isConditionLead(lead) {
                let isOnOwnLine = lead.bodyLine > passage.line || lead.isEntireParagraph
                return Title(passage, text: lead.text, source: isOnOwnLine ? .bold : .lead, pack: pack)
            }
            if isStatement(lead, at: index) { return Title(passage, text: lead.text, source: .lead, pack: pack) }
            if isBoldTitle(lead, at: index) { return Title(passage, text: lead.text, source: .bold, pack: pack) }
        }
        return isEscalation(at: index) ? Title(passage, text: passage.text, source: .paragraph, pack: pack) : nil
    }

    /// `**If the light is red:**`
    private func isConditionLead(_ lead: Passage.Lead) -> Bool {
        lead.words.beginsWithCondition(pack) && lead.words.lastPunctuation == ":" && lead.words.all.count > 3
    }

    /// A bold sentence that describes a case, before a list: `**Devices have the same model**.`
    private func isStatement(_ lead: Passage.Lead, at index: Int) -> Bool {
        guard [".", ":", "。"].contains(lead.body), lead.words.withoutPunctuation.count > 2, index + 1 < passages.count,
            passages[index + 1].isItem
        else { return false }
        return !pack.labels.matches(lead.words) && !lead.words.all.contains(.arrow)
    }

    /// Whether a bold paragraph is a title, and not a quote, the text of a button or a menu, a sentence, a label, or a value that the
    /// paragraph before it announces.
    private func isBoldTitle(_ lead: Passage.Lead, at index: Int) -> Bool {
        let words = lead.words
        guard lead.isEntireParagraph, !words.isEmpty, words.withoutPunctuation.count <= 16, let first = lead.text.first,
            !"“\"‘'«`".contains(first)
        else { return false }
        if words.all.contains(.arrow) || words.lastPunctuation == "." || words.lastPunctuation == "!" { return false }
        if isLabel(words) || isAnnouncedValue(lead, at: index) { return false }
        guard index + 1 < passages.count else { return false }
        if case .heading = passages[index + 1].kind { return false }
        return passages[index + 1].kind != .summary
    }

    /// Whether bold words label the text after them: `**Cause:**` and `**Note**` do, `**Cause**` is the title of a section.
    private func isLabel(_ words: Words) -> Bool {
        if words.lastPunctuation == ":", pack.labels.matches(words) { return true }
        let isSectionTitle =
            words.lastPunctuation != ":" && (pack.causes.matches(words) || pack.symptoms.matches(words) || pack.remedies.matches(words))
        return pack.noteLabels.matches(words) && words.withoutPunctuation.count <= 2 && !isSectionTitle
    }

    /// Whether the text before a bold paragraph ends with a colon, so that the paragraph is part of it. Options are titles nevertheless.
    private func isAnnouncedValue(_ lead: Passage.Lead, at index: Int) -> Bool {
        guard index > 0, case let previous = passages[index - 1], previous.endsWithColon,
            previous.kind == .paragraph || previous.isItem, sections.last?.passage.element != previous.element
        else { return false }
        let title = Title(passages[index], text: lead.text, source: .bold, pack: pack)
        return title.number == nil && !pack.options.matches(lead.words) && !lead.words.namesPlatform(pack)
    }

    // MARK: Reasons

    private mutating func itemTitle(at index: Int) -> Title? {
        let passage = passages[index]
        guard passage.isTopItem else { return nil }
        let isFirst = index == 0 || passages[index - 1].list != passage.list && !passages[index - 1].isNestedItem
        if isFirst, reasonList?.contains(passage) != true, beginsReasonList(at: index) { reasonList = ReasonList(passage) }
        guard let reasonList, reasonList.contains(passage) else { return nil }
        // The bold text at the beginning names the reason; the text after it says what to do.
        return Title(passage, text: passage.lead?.text ?? passage.text, source: .listItem, pack: pack)
    }

    /// A list of reasons. Editors export an ordered list as several lists if there are other blocks between its items.
    private struct ReasonList {
        let list: Int
        let isOrdered: Bool

        init(_ item: Passage) { (list, isOrdered) = (item.list, item.isOrderedItem) }

        func contains(_ item: Passage) -> Bool { item.list == list || (isOrdered && item.isOrderedItem && item.number > 1) }
    }

    /// Whether a list follows a sentence that announces reasons, and is more than a list of the headings after it.
    private func beginsReasonList(at index: Int) -> Bool {
        guard index > 0, passages[index - 1].kind == .paragraph, passages[index - 1].endsWithColon,
            pack.causeGroups.matches(passages[index - 1].words)
        else { return false }
        let list = ReasonList(passages[index])
        let passagesBeforeHeading = passages[index...].prefix { if case .heading = $0.kind { false } else { true } }
        let items = passagesBeforeHeading.filter { $0.isTopItem && list.contains($0) }
        return items.count > 1 && !items.contains { headings.contains($0.words.withoutPunctuation.joinedText) }
    }

    private func isSymptomRow(_ row: Passage) -> Bool {
        guard let first = row.headers.first, !row.text.isEmpty else { return false }
        return (pack.symptomColumns.matches(Words(first)) || pack.causeColumns.matches(Words(first)))
            && row.headers.dropFirst().contains { pack.remedyColumns.matches(Words($0)) }
    }

    // MARK: Escalation

    /// A paragraph at the end of a section that says whom to ask: `If none of these steps help, contact support.`
    private func isEscalation(at index: Int) -> Bool {
        let passage = passages[index]
        let isContactAfterList =
            index > 0 && passages[index - 1].isItem
            && passage.words.sentences.first.map { pack.contacts.match(prefixOf: $0) != nil } ?? false
        guard pack.unresolved.matches(passage.words) && pack.contacts.matches(passage.words) || isContactAfterList,
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
