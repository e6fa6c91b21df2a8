import Markdown

/// Pass 4: what a page is, by its titles and by how much of it is instructions.
struct PageClassifier {
    private let outline: Outline
    private let preface: [Passage]
    private let pack: LanguagePack
    private let reader: InstructionReader
    /// The title that stands above all others.
    private let main: Title?
    /// The titles below it.
    private let titles: [Int]
    private let instructions: Instructions

    /// How many items and paragraphs of a page ask the reader to do something.
    private struct Instructions {
        var (items, ordered, paragraphs) = (0, 0, 0)

        init(in passages: [Passage], _ reader: InstructionReader) {
            for passage in passages where !passage.isAside {
                if passage.isTopItem, reader.asks(passage) {
                    items += 1
                    if passage.isOrderedItem { ordered += 1 }
                } else if passage.kind == .paragraph, reader.verb(in: passage.words) != nil {
                    paragraphs += 1
                }
            }
        }
    }

    init(_ outline: Outline, preface: [Passage], _ pack: LanguagePack) {
        self.outline = outline
        self.preface = preface
        self.pack = pack
        reader = InstructionReader(pack: pack)
        let first = outline.sections.first.flatMap { $0.title.level == 1 ? $0.title : nil }
        main = first
        titles = Array(outline.sections.indices.dropFirst(first == nil ? 0 : 1))
        instructions = Instructions(in: preface + outline.sections.flatMap(\.contents), reader)
    }

    /// - Returns: the kind, and why.
    func kind() -> (Guide.PageKind, String) {
        if let why = isQuestions() { return (.faq, why) }
        if let why = isAboutFaults() { return isOneError ? (.knownError, why) : (.troubleshooting, why) }
        if let why = isProcedure() { return (.procedure, why) }
        return (.reference, "neither a fault nor steps to a goal")
    }

    private func title(_ index: Int) -> Title { outline.sections[index].title }

    private func count(_ set: PatternSet) -> Int { titles.count { set.matches(title($0).words) } }

    // MARK: Questions

    private func isQuestions() -> String? {
        let named = titles.filter { title($0).source == .heading || title($0).source == .summary || title($0).source == .bold }
        let questions = named.filter {
            title($0).isQuestion || (pack.questions.matches(title($0).words) && title($0).words.lastMark != ":")
        }
        let faults = questions.count { pack.faults.matches(title($0).words) }
        if count(pack.questionTitles) > 0, count(pack.answerTitles) > 0 { return "a question and its answer" }
        if questions.count >= 2, faults * 2 > questions.count, main.map({ pack.troubleshooting.matches($0.words) }) ?? false { return nil }
        if let main, pack.questionPages.matches(main.words), !pack.troubleshooting.matches(main.words) || questions.count * 2 > named.count
        {
            return "its title says so"
        }
        let marked = named.count { title($0).isQuestion }
        if marked >= 2, marked * 10 >= named.count * 6, remedies == 0 { return "most of its titles are questions" }
        return nil
    }

    // MARK: Faults

    private var remedies: Int {
        titles.count {
            pack.remedies.matches(title($0).words) || pack.remedyGroups.matches(title($0).words) || pack.numbersRemedy(title($0))
        }
    }
    private var causes: Int { titles.count { pack.causes.matches(title($0).words) || pack.causeGroups.matches(title($0).words) } }
    private var leads: Int { titles.count { [.lead, .tableRow, .listItem].contains(title($0).source) || isConditionalBold($0) } }

    private func isConditionalBold(_ index: Int) -> Bool {
        title(index).source == .bold && (title(index).words.all.first.map { pack.conditions.contains($0) } ?? false)
    }

    private func isAboutFaults() -> String? {
        let symptoms = count(pack.symptoms)
        if symptoms > 0, remedies > 0, causes > 0 || main == nil || mainFault != nil {
            return "a description with its \(causes > 0 ? "causes and " : "")solution"
        }
        if main == nil, causes > 0, remedies > 0 { return "causes and solutions" }
        if let main, pack.troubleshooting.matches(main.words) { return isWorthTrying ? "its title is about troubleshooting" : nil }
        if let fault = mainFault, hasWayOut, isClear || (remedies + causes) * 4 >= max(titles.count, 1) {
            return "its title tells of a fault (“\(fault)”), and it says what to do"
        }
        if let main, let name = ErrorName.find(in: main.text), !pack.faultTopics.matches(main.words), isTried {
            return "its title is the name of an error (“\(name)”), and it says what to do"
        }
        if let why = isLaidOutAsFault() { return why }
        if isPartedByConditions { return "its parts are what can be seen, with what to do about each" }
        if hasLastResort { return "it ends in a part for when nothing helped" }
        if let why = isListOfFaults() { return why }
        let parts = titles.count { isFaultTitle($0) }
        if remedies >= 2, causes + parts >= 2, (remedies + causes + parts) * 10 >= titles.count * 6 {
            return "most of its titles are faults, causes or solutions"
        }
        return nil
    }

    /// A page whose own parts are causes and what to do about them is about a fault, whatever it is called.
    private func isLaidOutAsFault() -> String? {
        let top = outline.children(of: main == nil ? nil : 0).filter { title($0).level > 0 }.map { title($0).words }
        guard top.contains(where: { pack.causes.matches($0) || pack.causeGroups.matches($0) }),
            instructions.items + instructions.paragraphs >= 2
        else { return nil }
        if top.contains(where: { pack.unresolved.matches($0) || pack.escalations.matches($0) }) {
            return "causes, and a part for when nothing helped"
        }
        if let main, pack.faultTopics.matches(main.words) { return nil }
        return top.contains { pack.remedies.matches($0) || pack.remedyGroups.matches($0) } ? "causes and solutions" : nil
    }

    /// Things to try, one after another or each by its name.
    private var isTried: Bool {
        remedies + causes > 0 || titles.count { pack.checks.matches(title($0).words) || title($0).number?.isOption == false } >= 2
            || titles.contains { pack.escalations.matches(title($0).words) }
    }

    /// “If the light is red”, “If the light blinks”, each with something to do.
    private var isPartedByConditions: Bool {
        let parts = titles.filter { title($0).source == .heading && title($0).isConditional(pack) }
        guard parts.count >= 2,
            main.map({ !pack.procedures.matches($0.words) && !isImperative($0.words) && !pack.faultTopics.matches($0.words) }) ?? false
        else { return false }
        return parts.allSatisfy { asksForSomething($0) }
    }

    /// Parts in an order, and one behind them that begins with `If … still …`.
    private var hasLastResort: Bool {
        guard let last = titles.last(where: { title($0).source == .heading }), let main, !pack.faultTopics.matches(main.words) else {
            return false
        }
        let isOfFaults =
            main.words.spoken.last.map {
                pack.faultNouns.contains($0) || $0.text.hasSuffix("s") && pack.faultNouns.contains(Word(String($0.text.dropLast())))
            } ?? false
        guard isOfFaults || main.words.all.contains(where: pack.finiteVerbs.contains) else { return false }
        let isLast = pack.unresolved.matches(title(last).words) && pack.escalations.matches(title(last).words)
        return isLast
            && titles.count {
                title($0).number?.isOption == false || pack.checks.matches(title($0).words) || pack.remedies.matches(title($0).words)
            } >= 2
    }

    /// A page of another title whose parts are all symptoms, with what to do about each.
    private func isListOfFaults() -> String? {
        let top = outline.children(of: main == nil ? nil : 0).filter { !pack.information.matches(title($0).words) && title($0).level > 0 }
        let faults = top.filter {
            isFaultTitle($0) && !pack.faultTopics.matches(title($0).words) && !isImperative(title($0).words)
                && !pack.procedures.matches(title($0).words)
        }
        guard faults.count >= 3, faults.count * 4 >= top.count * 3, main.map({ !pack.faultTopics.matches($0.words) }) ?? true else {
            return nil
        }
        let answered = faults.count { asksForSomething($0) }
        let isAnnounced =
            preface.contains { pack.faults.matches($0.words) }
            || outline.sections.first.map { $0.course.contains { pack.faults.matches($0.words) } } ?? false
        return answered * 3 >= faults.count * 2 && isAnnounced ? "its parts are faults, with what to do about each" : nil
    }

    private func asksForSomething(_ index: Int) -> Bool {
        outline.sections[index].course.contains { $0.isItem ? reader.asks($0) : reader.verb(in: $0.words) != nil }
            || outline.children(of: index).contains { asksForSomething($0) }
    }

    /// How the page's title tells of a fault, and not of how faults are handled.
    private var mainFault: String? {
        guard let main, !pack.faultTopics.matches(main.words),
            pack.remedies.matches(main.words) || (!pack.procedures.matches(main.words) && !isImperative(main.words))
        else { return nil }
        return (pack.faults.match(main.words) ?? pack.remedies.match(main.words))?.pattern
    }

    /// A word that tells of a fault wherever it stands, or a title that is a whole sentence.
    private var isClear: Bool {
        guard let main else { return false }
        if pack.remedies.matches(main.words) { return true }
        let isSentence = main.words.all.contains { pack.finiteVerbs.contains($0) || pack.firstPerson.contains($0) }
        if let last = main.words.spoken.last, pack.faultNouns.contains(last), main.words.spoken.count > 2 { return true }
        return isSentence
            || main.words.all.indices.contains {
                pack.faults.matches(main.words.all[$0...$0]) && !pack.properties.matches(main.words.all[$0...$0])
            }
    }

    private func isFaultTitle(_ index: Int) -> Bool { pack.faults.matches(title(index).words) }

    /// Something that a reader with the fault can try.
    private var hasWayOut: Bool {
        if remedies > 0 || causes > 0 || leads > 0 { return true }
        let tries = titles.count { pack.checks.matches(title($0).words) || title($0).number != nil || isImperative(title($0).words) }
        if tries >= 2 || (tries == 1 && mainFault != nil && isClear)
            || titles.contains(where: { pack.escalations.matches(title($0).words) })
        {
            return true
        }
        return titles.count { pack.information.matches(title($0).words) } * 2 <= titles.count && instructions.items >= 2
            || (titles.isEmpty && instructions.paragraphs > 0)
    }

    private func isImperative(_ words: Words) -> Bool { reader.isInstruction(words) }

    /// A troubleshooting page that is more than a list of links to others.
    private var isWorthTrying: Bool {
        return titles.contains { isFaultTitle($0) || title($0).isQuestion } || remedies + causes + leads > 0
            || instructions.items + instructions.paragraphs >= 2
    }

    /// One error whose cause is known, or with one way out; not one for which there are several causes to tell apart, or several things to try.
    private var isOneError: Bool {
        if let main, pack.troubleshooting.matches(main.words) { return false }
        let headings = titles.filter { title($0).level > 0 }
        let solutions = headings.count {
            pack.remedies.matches(title($0).words) && outline.parents[$0] != nil || pack.numbersRemedy(title($0))
        }
        let checks = headings.count { pack.checks.matches(title($0).words) }
        let numbered = headings.count { title($0).number?.isOption == false && !pack.numbersRemedy(title($0)) }
        let conditional = titles.count { title($0).source == .lead || title($0).source == .tableRow || isConditionalBold($0) }
        let hasOther = headings.contains { pack.troubleshooting.matches(title($0).words) || pack.escalations.matches(title($0).words) }
        let named = headings.filter {
            pack.causes.matches(title($0).words) || pack.causeGroups.matches(title($0).words)
                || (pack.backgrounds.matches(title($0).words) && solutions > 0)
        }
        let several = named.contains { cause in
            outline.children(of: cause).count {
                title($0).source == .heading && !pack.remedies.matches(title($0).words) && title($0).number == nil
            } > 1
        }
        return (!named.isEmpty || solutions <= 1) && named.count <= 1 && !several && checks < 2 && numbered < 2 && conditional == 0
            && !hasOther && (solutions > 0 || !named.isEmpty || headings.count <= 2)
    }

    // MARK: Procedures

    private func isProcedure() -> String? {
        if outline.sections.contains(where: { $0.passage.isInStepper }) { return "a stepper" }
        if titles.count(where: { pack.numbersStep(title($0)) }) >= 2 { return "numbered steps" }
        if instructions.ordered >= 3 { return "ordered instructions" }
        if let main, pack.procedures.matches(main.words) || isImperative(main.words),
            instructions.items >= 2 || instructions.paragraphs >= 3
        {
            return "a title of a how-to, with instructions"
        }
        let numbered = titles.count { title($0).number != nil && isImperative(title($0).words) }
        return numbered >= 2 ? "numbered instructions" : nil
    }
}
