import Markdown

/// Pass 6: finds the steps of a section: what its reader does or verifies.
struct StepFinder {
    private let pack: LanguagePack
    private let reader: InstructionReader
    private let kind: Guide.Node.Kind
    private let childTitles: [Words]
    private var steps: [Guide.Step] = []

    /// - Parameters:
    ///   - childTitles: the titles of the sections below. A list that only repeats them has no steps.
    ///   - kind: the kind of the section. Groups, questions and info sections have no steps.
    static func steps(of section: Section, childTitles: [Words] = [], _ kind: Guide.Node.Kind, _ pack: LanguagePack) -> [Guide.Step] {
        switch kind {
        case .group, .question, .info: return []
        case .condition, .cause, .check, .remedy, .alternative, .escalation, .procedure: break
        }
        // The description of a symptom quotes what is seen.
        if section.title.source == .paragraph || (kind == .condition && pack.symptoms.matches(section.title.words)) { return [] }
        var finder = StepFinder(pack: pack, reader: InstructionReader(pack: pack), kind: kind, childTitles: childTitles)
        finder.read(section)
        return finder.steps
    }

    private mutating func read(_ section: Section) {
        let passages = section.mainContents.filter { $0.kind != .code && $0.kind != .row }
        var index = 0
        while index < passages.count {
            let passage = passages[index]
            if passage.isItem {
                let list = passages[index...].prefix { $0.isItem && ($0.list == passage.list || !$0.isTopItem) }
                readList(Array(list), after: index > 0 ? passages[index - 1] : nil)
                index += list.count
            } else {
                let next = index + 1 < passages.count ? passages[index + 1] : nil
                if !isExplanation(passage, among: passages) { readParagraph(passage, next: next) }
                index += 1
            }
        }
        if steps.isEmpty, kind == .alternative || kind == .remedy, let offer = passages.first(where: { isOffer($0) }) { add(offer) }
    }

    /// A paragraph that offers a way (`You can use …`). It is the step of a section without instructions.
    private func isOffer(_ passage: Passage) -> Bool {
        passage.kind == .paragraph
            && passage.words.sentences.contains { sentence in
                guard let match = pack.offers.match(sentence), match.range.upperBound < sentence.endIndex else { return false }
                return pack.verbs.contains(sentence[match.range.upperBound])
            }
    }

    private mutating func add(_ passage: Passage) {
        steps.append(Guide.Step(element: passage.element, line: passage.line, text: passage.firstLine))
    }

    // MARK: Paragraphs

    /// Whether a paragraph is in the same disclosure as a list, which contains the steps.
    private func isExplanation(_ passage: Passage, among passages: [Passage]) -> Bool {
        guard passage.disclosures.count > (passages.first?.disclosures.count ?? 0) else { return false }
        return passages.contains { $0.isItem && $0.disclosures == passage.disclosures }
    }

    private mutating func readParagraph(_ passage: Passage, next: Passage?) {
        if let lead = passage.lead {
            if lead.isEntireParagraph, lead.words.all.contains(.arrow), !isQuoted(lead.text) { return add(passage) }
            if lead.words.lastPunctuation == ":", pack.labels.matches(lead.words) { return readLabelled(passage, lead, next) }
        }
        if isNumbered(passage) { return add(passage) }
        guard reader.verb(in: passage.words) != nil, !announcesList(passage, next) else { return }
        add(passage)
    }

    private func isQuoted(_ text: String) -> Bool { text.first.map { "“\"‘'«".contains($0) } ?? false }

    /// Reads a paragraph that begins with a label, as in `**Fix:** …`. The step is the text after the label.
    private mutating func readLabelled(_ passage: Passage, _ lead: Passage.Lead, _ next: Passage?) {
        guard !lead.isEntireParagraph, !pack.noteLabels.matches(lead.words) else { return }
        var body = Passage(.paragraph, element: passage.element, line: lead.bodyLine, text: lead.body)
        body.firstLine = lead.bodyFirstLine
        let isAction = pack.actionLabels.matches(lead.words)
        guard isAction || reader.verb(in: body.words) != nil, !announcesList(body, next) else { return }
        add(body)
    }

    /// Whether a paragraph begins with an escaped number, as in `1\. Test …`. Editors export some ordered lists this way.
    private func isNumbered(_ passage: Passage) -> Bool {
        let words = passage.words.all
        return words.count > 3 && Int(words[0].text) != nil && (words[1] == "." || words[1] == ")")
    }

    /// Whether a paragraph only announces the list after it.
    private func announcesList(_ passage: Passage, _ next: Passage?) -> Bool {
        guard let next, next.isItem || isNumbered(next) else { return false }
        // `It can be solved by removing …` summarises the list that says how.
        let isSummary = reader.verb(in: passage.words)?.text.hasSuffix("ing") ?? false
        if next.isOrderedItem || isNumbered(next) { return passage.endsWithColon || kind == .escalation || isSummary }
        if kind == .escalation, passage.endsWithColon || passage.words.all.contains(where: { $0 == "following" }) { return true }
        guard passage.endsWithColon else { return false }
        return !announcesValues(passage, items: [next])
    }

    // MARK: Lists

    private mutating func readList(_ list: [Passage], after previous: Passage?) {
        let items = list.filter { $0.list == list[0].list }
        guard !items.isEmpty, areSteps(items, after: previous), !repeatsChildTitles(items) else { return }
        for item in items where !isNote(item) && !isSignpost(item) { add(item) }
    }

    /// `* **Note**: …`
    private func isNote(_ item: Passage) -> Bool {
        item.lead.map {
            pack.noteLabels.matches($0.words) && $0.words.withoutPunctuation.count <= 2 && $0.words.lastPunctuation == ":"
        } ?? false
    }

    /// Whether most items are similar to a title below.
    private func repeatsChildTitles(_ items: [Passage]) -> Bool {
        !childTitles.isEmpty && items.count { item in childTitles.contains { areSimilar(item.words, $0) } } * 2 > items.count
    }

    /// Whether two texts share at least half of their words.
    private func areSimilar(_ one: Words, _ other: Words) -> Bool {
        let (first, second) = (Set(one.withoutPunctuation), Set(other.withoutPunctuation))
        return first.intersection(second).count * 2 >= first.union(second).count
    }

    /// `* For information on …, refer to …`
    private func isSignpost(_ item: Passage) -> Bool {
        kind != .escalation && !reader.isInstructionItem(item.words)
            && item.words.sentences.first.map { pack.signposts.matches($0) } ?? false
    }

    private func areSteps(_ items: [Passage], after previous: Passage?) -> Bool {
        if kind == .escalation { return true }
        let isOrdered = items[0].isOrderedItem
        // Without a language, every ordered list has steps.
        if isOrdered, pack.verbs.isEmpty { return true }
        let instructions = items.count { reader.isInstructionItem($0.words) }
        let areMostInstructions = instructions * 2 >= items.count && instructions > 0
        if isOrdered { return isToBeDone ? instructions * 3 >= items.count && instructions > 0 : areMostInstructions }
        guard let intro = previous, intro.kind == .paragraph,
            intro.endsWithColon || intro.words.all.contains(where: { $0 == "following" })
        else { return areMostInstructions }
        if announcesValues(intro, items: items) {
            return areMostInstructions && pack.actionListIntros.matches(Words(intro.words.all.suffix(4)[...]))
        }
        if reader.verb(in: intro.words) != nil { return true }
        // After a statement, the items are steps if it calls them so, or if it is only a condition.
        let isClause = intro.words.all.first.map { pack.subordinators.contains($0) } ?? false
        return areMostInstructions && (isClause || pack.actionListIntros.matches(intro.words) || pack.labels.matches(intro.words))
    }

    private var isToBeDone: Bool { kind == .remedy || kind == .alternative || kind == .procedure || kind == .check }

    /// Whether a list has values that the reader looks for, and nothing to do: `Look for one of the following:`, `… with the following
    /// access:`.
    private func announcesValues(_ intro: Passage, items: [Passage]) -> Bool {
        if kind == .escalation { return false }
        if pack.valueListIntros.matches(intro.words) { return true }
        if items.count(where: { reader.isInstructionItem($0.words) }) * 2 >= items.count { return false }
        guard let position = intro.words.all.lastIndex(where: { $0 == "following" }) else { return false }
        let wordsAfter = intro.words.all[(position + 1)...].prefix(3)
        return !wordsAfter.allSatisfy(\.isPunctuation) && !pack.actionListIntros.matches(Words(wordsAfter))
    }
}
