import Markdown

/// Pass 6: the steps of a section: what its reader does or verifies, and ticks.
struct StepFinder {
    private let pack: LanguagePack
    private let reader: InstructionReader
    private let kind: Guide.Node.Kind
    /// The titles of the sections below.
    private let below: [Words]
    private var steps: [Guide.Step] = []

    /// - Parameters:
    ///   - below: the titles below the section; a list that only repeats them has no steps.
    ///   - kind: what the section is; groups, questions and what is only to be read have no steps.
    static func steps(of section: Section, above below: [Words] = [], _ kind: Guide.Node.Kind, _ pack: LanguagePack) -> [Guide.Step] {
        switch kind {
        case .group, .question, .info: return []
        case .condition, .cause, .check, .remedy, .alternative, .escalation, .procedure: break
        }
        // A description quotes what is seen.
        if section.title.source == .paragraph || (kind == .condition && pack.symptoms.matches(section.title.words)) { return [] }
        var finder = StepFinder(pack: pack, reader: InstructionReader(pack: pack), kind: kind, below: below)
        finder.read(section)
        return finder.steps
    }

    private mutating func read(_ section: Section) {
        let course = section.course.filter { $0.kind != .code && $0.kind != .row }
        var index = 0
        while index < course.count {
            let passage = course[index]
            if passage.isItem {
                let list = course[index...].prefix { $0.isItem && ($0.list == passage.list || !$0.isTopItem) }
                readList(Array(list), lead: index > 0 ? course[index - 1] : nil)
                index += list.count
            } else {
                let next = index + 1 < course.count ? course[index + 1] : nil
                if !isBesideList(passage, course) { readParagraph(passage, next: next, section) }
                index += 1
            }
        }
        if steps.isEmpty, kind == .alternative || kind == .remedy, let offer = course.first(where: { offers($0) }) { add(offer) }
    }

    /// `You can use …`: the way itself, where a part says nothing else.
    private func offers(_ passage: Passage) -> Bool {
        passage.kind == .paragraph
            && passage.words.sentences.contains { sentence in
                guard let match = pack.offers.match(sentence), match.range.upperBound < sentence.endIndex else { return false }
                return pack.verbs.contains(sentence[match.range.upperBound])
            }
    }

    private mutating func add(_ passage: Passage) {
        steps.append(Guide.Step(element: passage.node, line: passage.line, text: passage.firstLine))
    }

    // MARK: Paragraphs

    /// Within a disclosure that explains, a list of what to do makes the paragraphs around it explanations.
    private func isBesideList(_ passage: Passage, _ course: [Passage]) -> Bool {
        guard passage.disclosures.count > (course.first?.disclosures.count ?? 0) else { return false }
        return course.contains { $0.isItem && $0.disclosures == passage.disclosures }
    }

    private mutating func readParagraph(_ passage: Passage, next: Passage?, _ section: Section) {
        if let lead = passage.lead {
            if lead.isWhole, lead.words.all.contains(.arrow), !isQuoted(lead.text) { return add(passage) }
            if lead.words.lastMark == ":", pack.labels.matches(lead.words) { return readLabelled(passage, lead, next) }
        }
        if isNumbered(passage) { return add(passage) }
        guard reader.verb(in: passage.words) != nil, !leadsOn(passage, next) else { return }
        add(passage)
    }

    private func isQuoted(_ text: String) -> Bool { text.first.map { "“\"‘'«".contains($0) } ?? false }

    /// `**Fix:** …`: the step is what follows the label.
    private mutating func readLabelled(_ passage: Passage, _ lead: Passage.Lead, _ next: Passage?) {
        guard !lead.isWhole, !pack.remarkLabels.matches(lead.words) else { return }
        var text = Passage(.paragraph, node: passage.node, line: lead.restLine, text: lead.rest)
        text.firstLine = lead.restFirstLine
        let isAction = pack.actionLabels.matches(lead.words)
        guard isAction || reader.verb(in: text.words) != nil, !leadsOn(text, next) else { return }
        add(text)
    }

    /// `1\\. Test …`: what editors export of lists that were none.
    private func isNumbered(_ passage: Passage) -> Bool {
        guard passage.words.all.count > 3, Int(passage.words.all[0].text) != nil, passage.words.all[1] == "." || passage.words.all[1] == ")"
        else { return false }
        return true
    }

    /// A sentence that only announces the list behind it.
    private func leadsOn(_ passage: Passage, _ next: Passage?) -> Bool {
        guard let next, next.isItem || isNumbered(next) else { return false }
        // `It can be solved by removing …` before a list that says how.
        let isSummary = reader.verb(in: passage.words)?.text.hasSuffix("ing") ?? false
        if next.isOrderedItem || isNumbered(next) { return passage.announces || kind == .escalation || isSummary }
        if kind == .escalation, passage.announces || passage.words.all.contains(where: { $0 == "following" }) { return true }
        guard passage.announces else { return false }
        return !namesValues(passage, items: [next])
    }

    // MARK: Lists

    private mutating func readList(_ list: [Passage], lead: Passage?) {
        let items = list.filter { isOutermost($0, in: list) }
        guard !items.isEmpty, isOfSteps(items, lead: lead), !isOverview(items) else { return }
        for item in items where !isRemark(item) && !isSignpost(item) { add(item) }
    }

    private func isOutermost(_ item: Passage, in list: [Passage]) -> Bool { item.list == list[0].list }

    /// `* **Note**: …`
    private func isRemark(_ item: Passage) -> Bool {
        item.lead.map { pack.remarkLabels.matches($0.words) && $0.words.spoken.count <= 2 && $0.words.lastMark == ":" } ?? false
    }

    /// Most items say what the titles below say.
    private func isOverview(_ items: [Passage]) -> Bool {
        !below.isEmpty && items.count { item in below.contains { areAlike(item.words, $0) } } * 2 > items.count
    }

    private func areAlike(_ one: Words, _ other: Words) -> Bool {
        let (first, second) = (Set(one.spoken), Set(other.spoken))
        return first.intersection(second).count * 2 >= first.union(second).count
    }

    /// `* For information on …, refer to …`
    private func isSignpost(_ item: Passage) -> Bool {
        kind != .escalation && !reader.asks(item) && item.words.sentences.first.map { pack.signposts.matches($0) } ?? false
    }

    private func isOfSteps(_ items: [Passage], lead: Passage?) -> Bool {
        let asking = items.count { reader.asks($0) }
        let isMost = asking * 2 >= items.count && asking > 0
        let intro = lead.flatMap { $0.kind == .paragraph ? $0 : nil }
        if kind == .escalation { return true }
        // Without a language, a numbered list is what is to be done.
        if items[0].isOrderedItem, pack.verbs.isEmpty { return true }
        if items[0].isOrderedItem { return isDoing ? asking * 3 >= items.count && asking > 0 : isMost }
        guard let intro, intro.announces || intro.words.all.contains(where: { $0 == "following" }) else { return isMost }
        if namesValues(intro, items: items) { return isMost && pack.actionLists.matches(Words(intro.words.all.suffix(4)[...])) }
        if reader.verb(in: intro.words) != nil { return true }
        // A statement before a list says what the items are; they are steps where it calls them so, or is only a condition.
        let isClause = intro.words.all.first.map { pack.subordinators.contains($0) } ?? false
        return isMost && (isClause || pack.actionLists.matches(intro.words) || pack.labels.matches(intro.words))
    }

    private var isDoing: Bool { kind == .remedy || kind == .alternative || kind == .procedure || kind == .check }

    /// `Look for one of the following:`, `… with the following access:`: the items are what is looked for, not what is done.
    private func namesValues(_ intro: Passage, items: [Passage]) -> Bool {
        if kind == .escalation { return false }
        if pack.valueLists.matches(intro.words) { return true }
        if items.count(where: { reader.asks($0) }) * 2 >= items.count { return false }
        guard let place = intro.words.all.lastIndex(where: { $0 == "following" }) else { return false }
        let rest = intro.words.all[(place + 1)...].prefix(3)
        return !rest.allSatisfy(\.isMark) && !pack.actionLists.matches(Words(rest))
    }
}
