import Markdown

/// Pass 4: determines the kind of a page from its titles and from its share of instructions.
struct PageClassifier {
    let outline: Outline
    let preface: [Passage]
    let pack: LanguagePack
    let reader: InstructionReader
    /// The page's title; nil if the first title is not a heading of level 1.
    let main: Title?
    /// The indices of the other titles.
    let titles: [Int]
    let instructions: InstructionCounts

    /// The numbers of list items and paragraphs that are instructions.
    struct InstructionCounts {
        var (items, orderedItems, paragraphs) = (0, 0, 0)

        init(in passages: [Passage], _ reader: InstructionReader) {
            for passage in passages where !passage.isAside {
                if passage.isTopItem, reader.isInstructionItem(passage.words) {
                    items += 1
                    if passage.isOrderedItem { orderedItems += 1 }
                } else if passage.kind == .paragraph, reader.verb(in: passage.words) != nil {
                    paragraphs += 1
                }
            }
        }
    }

    /// - Parameter preface: the passages before the first title.
    init(_ outline: Outline, preface: [Passage], _ pack: LanguagePack) {
        self.outline = outline
        self.preface = preface
        self.pack = pack
        reader = InstructionReader(pack: pack)
        main = outline.sections.first.flatMap { $0.title.level == 1 ? $0.title : nil }
        titles = Array(outline.sections.indices.dropFirst(main == nil ? 0 : 1))
        instructions = InstructionCounts(in: preface + outline.sections.flatMap(\.contents), reader)
    }

    /// - Returns: the kind, and the reason for it.
    func kind() -> (Guide.PageKind, evidence: String) {
        if let evidence = evidenceForQuestions() { return (.faq, evidence) }
        if let evidence = evidenceForFaults() { return (isKnownError ? .knownError : .troubleshooting, evidence) }
        if let evidence = evidenceForProcedure() { return (.procedure, evidence) }
        return (.reference, "neither a fault nor steps to a goal")
    }

    func title(_ index: Int) -> Title { outline.sections[index].title }

    func count(_ patterns: PatternSet) -> Int { titles.count { patterns.matches(title($0).words) } }

    // MARK: Questions

    private func evidenceForQuestions() -> String? {
        let named = titles.filter { [.heading, .summary, .bold].contains(title($0).source) }
        let questions = named.filter {
            title($0).isQuestion || (pack.questions.matches(title($0).words) && title($0).words.lastPunctuation != ":")
        }
        let faults = questions.count { isFaultTitle($0) }
        let isAboutTroubleshooting = main.map { pack.troubleshooting.matches($0.words) } ?? false
        if count(pack.questionTitles) > 0, count(pack.answerTitles) > 0 { return "a question and its answer" }
        if questions.count >= 2, faults * 2 > questions.count, isAboutTroubleshooting { return nil }
        if let main, pack.questionPages.matches(main.words), !isAboutTroubleshooting || questions.count * 2 > named.count {
            return "its title says so"
        }
        let withQuestionMark = named.count { title($0).isQuestion }
        if withQuestionMark >= 2, withQuestionMark * 10 >= named.count * 6, remedyCount == 0 { return "most of its titles are questions" }
        return nil
    }

    // MARK: Procedures

    private func evidenceForProcedure() -> String? {
        if outline.sections.contains(where: { $0.passage.isInStepper }) { return "a stepper" }
        if titles.count(where: { pack.isNumberedStep(title($0)) }) >= 2 { return "numbered steps" }
        if instructions.orderedItems >= 3 { return "ordered instructions" }
        if let main, pack.procedures.matches(main.words) || reader.isInstruction(main.words),
            instructions.items >= 2 || instructions.paragraphs >= 3
        {
            return "a title of a how-to, with instructions"
        }
        let numbered = titles.count { title($0).number != nil && reader.isInstruction(title($0).words) }
        return numbered >= 2 ? "numbered instructions" : nil
    }
}
