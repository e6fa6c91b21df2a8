import Markdown

/// Pass 5: what each title is, from the top of the tree down, by its wording, its place and what stands below it.
struct NodeClassifier {
    let outline: Outline
    let pack: LanguagePack
    let reader: InstructionReader
    /// The page is about faults; otherwise only sections that say so are.
    let isAboutFaults: Bool
    let pageKind: Guide.PageKind
    private(set) var kinds: [Guide.Node.Kind]
    private(set) var evidence: [[String]]

    init(_ outline: Outline, pageKind: Guide.PageKind, _ pack: LanguagePack) {
        self.outline = outline
        self.pack = pack
        self.pageKind = pageKind
        reader = InstructionReader(pack: pack)
        isAboutFaults = pageKind == .troubleshooting || pageKind == .knownError
        kinds = Array(repeating: .info, count: outline.sections.count)
        evidence = Array(repeating: [], count: outline.sections.count)
        for root in outline.children(of: nil) { classify(root, isInFault: isAboutFaults) }
    }

    private func title(_ index: Int) -> Title { outline.sections[index].title }

    private mutating func set(_ index: Int, _ kind: Guide.Node.Kind, _ why: String) {
        kinds[index] = kind
        evidence[index] = [why]
    }

    private mutating func classify(_ index: Int, isInFault: Bool) {
        var isInFault = isInFault
        if !isInFault, isTroubleshootingSection(index) { isInFault = true }
        if let kind = outline.sections[index].override?.kind {
            set(index, kind, "the comment before it says so")
        } else if isInFault {
            classifyInFault(index)
        } else {
            classifyElsewhere(index)
        }
        for child in outline.children(of: index) { classify(child, isInFault: isInFault && kinds[index] != .info) }
        settle(index)
    }

    /// A section of another page that is about faults, and has some.
    private func isTroubleshootingSection(_ index: Int) -> Bool {
        guard pageKind != .faq, outline.parents[index] != nil || title(index).level > 1, pack.troubleshooting.matches(title(index).words)
        else { return false }
        return outline.children(of: index).contains { pack.faults.matches(title($0).words) }
            && outline.children(of: index).contains { hasInstructions($0) }
    }

    // MARK: Faults

    private mutating func classifyInFault(_ index: Int) {
        let words = title(index).words
        let parent = outline.parents[index].map { kinds[$0] }
        if let (kind, why) = bySource(index, parent) ?? byWording(index, words, parent) { return set(index, kind, why) }
        byPlace(index, words, parent)
    }

    private func bySource(_ index: Int, _ parent: Guide.Node.Kind?) -> (Guide.Node.Kind, String)? {
        switch title(index).source {
        case .listItem: return (.cause, "an item of a list of reasons")
        case .tableRow:
            let isCause = pack.causeColumns.matches(Words(outline.sections[index].passage.heads.first ?? ""))
            return (isCause ? .cause : .condition, "a row of a table with remedies")
        case .paragraph: return (.escalation, "a paragraph for when nothing helped")
        case .lead: return (.condition, "a lead-in that names a condition")
        case .bold where title(index).words.all.first.map({ pack.conditions.contains($0) }) ?? false:
            return (.condition, "a lead-in that names a condition")
        case .heading where isAmongConditions(index): return (.condition, "one of several conditions that can be seen")
        case .heading, .bold, .summary: return nil
        }
    }

    private func byWording(_ index: Int, _ words: Words, _ parent: Guide.Node.Kind?) -> (Guide.Node.Kind, String)? {
        let number = title(index).number
        if index == outline.sections.indices.first, title(index).level == 1, pageTitleKind(index) != nil { return pageTitleKind(index) }
        if let match = pack.escalations.match(words) ?? (number?.isOption == true ? nil : pack.contacts.match(words)) {
            return escalation(index, match.pattern)
        }
        if number?.name == nil, let match = pack.information.match(words), !title(index).isQuestion {
            return (.info, "its title matches “\(match.pattern)”")
        }
        if outline.isOption(index) { return (parent == nil && !isAboutFaults ? .info : .alternative, "one of several ways") }
        if pack.questionTitles.matches(words) { return (.question, "a title for a question") }
        if let match = pack.symptoms.match(words), number == nil { return (.condition, "its title matches “\(match.pattern)”") }
        if let match = pack.backgrounds.match(words) {
            return (outline.isOnlyCause(index) ? .cause : .info, "its title matches “\(match.pattern)”")
        }
        if let match = pack.causes.match(words) ?? pack.causeGroups.match(words) { return (.cause, "its title matches “\(match.pattern)”") }
        if outline.isEmptied(index) { return (.group, "its parts belong to the causes of the same names") }
        if let parent = outline.parents[index], outline.isAnswer(index, of: parent) {
            return (.remedy, "it has the title of a cause, below solutions")
        }
        if parent == .remedy || parent == .alternative, outline.isParallel(index) {
            return (.alternative, "worded as its siblings: one of several ways")
        }
        if let match = pack.remedies.match(words) { return (.remedy, "its title matches “\(match.pattern)”") }
        if pack.numbersRemedy(title(index)) || pack.numbersStep(title(index)) { return (.remedy, "numbered as something to do") }
        if let match = pack.remedyGroups.match(words) {
            return (outline.children(of: index).isEmpty ? .remedy : .group, "its title matches “\(match.pattern)”")
        }
        if pack.troubleshooting.matches(words) { return (hasSteps(index) ? .remedy : .group, "its title matches “troubleshooting”") }
        if let match = pack.checks.match(words), isCheck(words),
            !title(index).isQuestion || match.pattern.hasPrefix("^is") || match.pattern.hasPrefix("^are")
        {
            return (.check, "its title matches “\(match.pattern)”")
        }
        if title(index).isQuestion { return nil }
        if let match = pack.procedures.match(words),
            match.pattern.hasPrefix("^how") || match.pattern.hasPrefix("^where") || match.pattern.hasPrefix("^prereq")
                || match.pattern.hasPrefix("^before") || match.pattern.hasPrefix("^step")
        {
            // Below a cause, how to do something is how to make the fault go away.
            return (parent == .cause || parent == .check ? .remedy : .procedure, "its title matches “\(match.pattern)”")
        }
        if reader.isInstruction(words) { return (.remedy, "its title begins with an instruction") }
        return nil
    }

    /// What the title of a page about faults is: the condition itself, or what gathers several.
    private func pageTitleKind(_ index: Int) -> (Guide.Node.Kind, String)? {
        guard isAboutFaults else { return nil }
        let children = outline.children(of: index)
        if children.isEmpty { return (.condition, "the title of a page about one fault") }
        return gathersConditions(index)
            ? (.group, "the title of a page about several faults") : (.condition, "the title of a page about one fault")
    }

    /// “If the light is red” beside “If the light blinks”.
    private func isAmongConditions(_ index: Int) -> Bool {
        title(index).isConditional(pack)
            && outline.children(of: outline.parents[index]).count { title($0).source == .heading && title($0).isConditional(pack) } > 1
    }

    /// Whether the titles below one are symptoms, rather than reasons for the one.
    private func gathersConditions(_ index: Int) -> Bool {
        let words = title(index).words
        var children = outline.children(of: index).filter {
            !pack.information.matches(title($0).words) && !pack.escalations.matches(title($0).words)
        }
        // Titles that only gather stand for what is below them.
        children = children.flatMap { child in
            let own = outline.children(of: child)
            return outline.sections[child].course.isEmpty && !own.isEmpty && own.allSatisfy { title($0).source == .summary } ? own : [child]
        }
        guard !children.isEmpty else { return false }
        if children.count(where: isAmongConditions) * 2 > children.count { return true }
        let isBare = pack.troubleshooting.matches(words) && !isSpecific(words)
        let parts = children.count { isPartOfFault(title($0)) }
        if parts * 2 >= children.count { return false }
        let symptoms = children.count { isSymptom($0) || onlyGathersConditions($0) }
        // Below `Troubleshooting`, a sentence says what is seen: `The light is red`.
        if isBare {
            return symptoms + children.count { title($0).words.all.contains(where: pack.finiteVerbs.contains) && !isSymptom($0) } > 0
        }
        // A title that tells of no fault gathers those that do; a sentence tells what is seen, in words that no list has.
        if !words.all.contains(where: pack.finiteVerbs.contains), !pack.faults.matches(words), !pack.troubleshooting.matches(words),
            !pack.remedies.matches(words)
        {
            return symptoms * 2 > children.count
        }
        guard pack.troubleshooting.matches(words), symptoms * 2 > children.count else { return false }
        let own = children.count { answersItself($0) || onlyGathersConditions($0) }
        return own * 2 > symptoms || children.count { pack.complaints.matches(title($0).words) } * 5 >= children.count * 3
    }

    /// A title of a part of one fault's article: its cause, a remedy, something to check.
    private func isPartOfFault(_ title: Title) -> Bool {
        let words = title.words
        return pack.causes.matches(words) || pack.causeGroups.matches(words) || pack.remedies.matches(words)
            || (pack.checks.matches(words) && isCheck(words)) || pack.numbersRemedy(title) || pack.numbersStep(title)
            || reader.isInstruction(words)
    }

    /// `Troubleshooting` alone, or one product's; `Device activation troubleshooting` is about one thing that fails.
    private func isSpecific(_ words: Words) -> Bool {
        words.spoken.count { !pack.genericWords.contains($0) } >= 2
    }

    /// A title that words, asks about or quotes a symptom.
    private func isSymptom(_ index: Int) -> Bool {
        pack.faults.matches(title(index).words) || title(index).isQuestion || isQuotation(title(index)) || isComplaint(title(index))
            || isConditional(title(index))
    }

    /// `If the light is red`, and not what is to be done then.
    private func isConditional(_ title: Title) -> Bool {
        title.words.all.first.map { pack.conditions.contains($0) } ?? false && !reader.isInstruction(title.words)
            && reader.verb(in: title.words) == nil
    }

    /// `I forgot my password`
    private func isComplaint(_ title: Title) -> Bool { title.words.all.first.map { pack.firstPerson.contains($0) } ?? false }

    private func isQuotation(_ title: Title) -> Bool { title.text.first.map { "“\"«".contains($0) } ?? false }

    /// `Test the cable`, not `Test fails`.
    private func isCheck(_ words: Words) -> Bool {
        words.all.first.map { !pack.nouns.contains($0) } ?? false || reader.isInstruction(words)
    }

    /// A part that has its own causes and remedies.
    private func answersItself(_ index: Int) -> Bool { outline.children(of: index).contains { isPartOfFault(title($0)) } }

    private func escalation(_ index: Int, _ pattern: String) -> (Guide.Node.Kind, String) {
        let section = outline.sections[index]
        let course = section.course
        let verbs = course.flatMap { pack.contacts.matches($0.words) ? [] : reader.verbs(in: $0.words) }
        let changes = verbs.count { !pack.checkVerbs.contains($0) && !pack.reportVerbs.contains($0) }
        let reports = course.contains { reader.verbs(in: $0.words).contains { pack.reportVerbs.contains($0) } }
        if pack.contacts.matches(title(index).words) { return (.escalation, "its title matches “\(pattern)”") }
        let asks = course.contains { pack.contacts.matches($0.words) }
        if changes >= 2 { return (.remedy, "for when nothing helped, with more to try") }
        if !asks, !reports, !verbs.isEmpty, changes == 0, pack.unresolved.matches(title(index).words) {
            return (.check, "for when nothing helped, with more to check")
        }
        return (.escalation, "its title matches “\(pattern)”")
    }

    private func hasSteps(_ index: Int) -> Bool { !StepFinder.steps(of: outline.sections[index], .remedy, pack).isEmpty }

    /// What the wording does not tell: below a condition stands a cause, below what gathers, a condition.
    private mutating func byPlace(_ index: Int, _ words: Words, _ parent: Guide.Node.Kind?) {
        let fault = pack.faults.match(words)
        let isStatement = words.all.contains { pack.finiteVerbs.contains($0) }
        switch parent {
        case .condition, .cause, .check, .remedy, .alternative:
            if let parent = outline.parents[index], fault != nil, sharesWording(index, parent) {
                return set(index, .condition, "worded as the condition above it")
            }
            if parent == .alternative || parent == .remedy, fault == nil { return set(index, .info, "a part of what is to be done") }
            if title(index).isQuestion, fault == nil { return set(index, .question, "a question") }
            if fault == nil, !isQuotation(title(index)), !hasInstructions(index) {
                return set(index, .info, "nothing in it tells of a fault, or what to do")
            }
            if fault == nil, !isStatement, areSiblingsToBeDone(index) { return set(index, .remedy, "beside instructions") }
            set(index, .cause, fault.map { "“\($0.pattern)” below a condition" } ?? "a title below a condition")
        default:
            let gathers = outline.children(of: index).contains { pack.faults.matches(title($0).words) }
            if outline.sections[index].course.isEmpty, onlyGathersConditions(index) { return set(index, .group, "it only gathers others") }
            if let fault { return set(index, .condition, "“\(fault.pattern)” tells of a fault") }
            if isQuotation(title(index)) || isComplaint(title(index)) {
                return set(index, .condition, "it says what a reader sees, in their words")
            }
            if isAboutFaults, let kind = thingsToTry(index) { return set(index, kind, "a list of things to try") }
            if title(index).isQuestion { return set(index, .question, "a question") }
            if parent == .group, isStatement, title(index).source == .summary || title(index).level > 1 {
                return set(index, .condition, "a statement beside conditions")
            }
            if outline.children(of: index).contains(where: { isPartOfFault(title($0)) }) {
                return set(index, .condition, "causes or remedies stand below it")
            }
            set(index, gathers ? .group : .info, gathers ? "it only gathers others" : "nothing in it tells of a fault")
        }
    }

    /// Most titles beside one are instructions, so that `Factory reset` among them is one too.
    private func areSiblingsToBeDone(_ index: Int) -> Bool {
        let others = outline.children(of: outline.parents[index]).filter {
            $0 != index && !pack.information.matches(title($0).words) && !pack.escalations.matches(title($0).words)
        }
        return !others.isEmpty && others.count { isPartOfFault(title($0)) && !pack.causes.matches(title($0).words) } * 2 > others.count
    }

    private func hasInstructions(_ index: Int) -> Bool { hasSteps(index) || outline.children(of: index).contains { hasInstructions($0) } }

    /// A part of a page about faults that lists what to do, and names no fault.
    private func thingsToTry(_ index: Int) -> Guide.Node.Kind? {
        let items = outline.sections[index].course.filter { $0.isTopItem && reader.asks($0) }
        guard items.count >= 2 else { return nil }
        return items.allSatisfy { reader.onlyChecks($0.words) } ? .check : .remedy
    }

    /// All below a title are symptoms, and none a part of what it names.
    private func onlyGathersConditions(_ index: Int) -> Bool {
        let children = outline.children(of: index)
        let isClear =
            children.count { isSymptom($0) } * 3 >= children.count * 2
            && children.allSatisfy { !isPartOfFault(title($0)) && title($0).source != .lead }
        let areSummaries = children.contains { isSymptom($0) } && children.allSatisfy { title($0).source == .summary }
        return children.count > 1 && (isClear || areSummaries)
    }

    private func sharesWording(_ index: Int, _ parent: Int) -> Bool {
        kinds[parent] == .condition
            && zip(title(index).words.spoken.reversed(), title(parent).words.spoken.reversed()).prefix { $0 == $1 }.count >= 2
    }

    // MARK: Other pages

    private mutating func classifyElsewhere(_ index: Int) {
        let words = title(index).words
        let parent = outline.parents[index].map { kinds[$0] }
        if pageKind == .faq { return classifyInQuestions(index) }
        if outline.isOption(index), parent != nil { return set(index, .alternative, "one of several ways") }
        if pageKind == .procedure, offersWays(index) { return }
        if title(index).isQuestion, title(index).level != 1 { return set(index, .question, "a question") }
        if let match = pack.information.match(words), title(index).number == nil {
            return set(index, .info, "its title matches “\(match.pattern)”")
        }
        guard pageKind == .procedure else { return set(index, .info, "a page to be read") }
        let children = outline.children(of: index)
        if outline.sections[index].passage.isInStepper, title(index).level > 0 { return set(index, .procedure, "a step of a stepper") }
        if pack.numbersStep(title(index)) { return set(index, .procedure, "a numbered step") }
        if title(index).level != 1 || children.isEmpty, !StepFinder.steps(of: outline.sections[index], .procedure, pack).isEmpty {
            return set(index, .procedure, "it has steps")
        }
        if title(index).level == 1 {
            let isOne = children.contains { pack.numbersStep(title($0)) } || isHowTo(words)
            return set(index, isOne ? .procedure : .info, isOne ? "the title of a how-to" : "the title of a page")
        }
        let isNamed = pack.procedures.match(words).map { $0.pattern.hasPrefix("^how") || $0.pattern.hasPrefix("^steps") } ?? false
        set(index, isNamed ? .procedure : .info, isNamed ? "the title of a how-to" : "it has no steps")
    }

    /// A title whose children are ways to do one thing.
    private mutating func offersWays(_ index: Int) -> Bool {
        guard title(index).level != 1, outline.children(of: index).contains(where: { outline.isOption($0) }),
            outline.sections[index].course.allSatisfy({ reader.verb(in: $0.words) == nil || $0.announces })
        else { return false }
        set(index, title(index).level > 0 || isHowTo(title(index).words) ? .procedure : .group, "it only offers ways")
        return true
    }

    private func isHowTo(_ words: Words) -> Bool {
        guard let first = words.all.first else { return false }
        return pack.procedures.matches(words) || (pack.verbs.contains(first) && reader.isInstruction(words))
    }

    private mutating func classifyInQuestions(_ index: Int) {
        let words = title(index).words
        if title(index).level == 1 { return set(index, .group, "the title of a page of questions") }
        if pack.answerTitles.matches(words) { return set(index, .info, "an answer") }
        if pack.questionTitles.matches(words) || title(index).isQuestion || pack.questions.matches(words) {
            return set(index, .question, "a question")
        }
        let gathers = outline.children(of: index).contains { title($0).isQuestion || pack.questions.matches(title($0).words) }
        set(index, gathers ? .group : .info, gathers ? "it gathers questions" : "no question")
    }

    // MARK: What stands below

    /// Corrects what only the children tell.
    private mutating func settle(_ index: Int) {
        guard outline.sections[index].override?.kind == nil else { return }
        let children = outline.children(of: index).map { kinds[$0] }
        guard !children.isEmpty else { return }
        switch kinds[index] {
        case .cause
        where children.contains(where: \.isOnPath)
            && (pack.causeGroups.matches(title(index).words) || children.allSatisfy { $0 == .cause || $0 == .info }) && isGathering(index):
            set(index, .group, "it only gathers causes")
        case .info
        where pageKind == .procedure && title(index).level == 1 && children.contains(.procedure)
            && children.allSatisfy({ $0 == .procedure || $0 == .group || $0 == .condition }):
            set(index, .procedure, "all that is below it is to be done")
        case .remedy where children.contains { $0 == .remedy || $0 == .check } && !hasSteps(index) && isGathering(index):
            set(index, .group, "it only gathers remedies")
        default: break
        }
    }

    private func isGathering(_ index: Int) -> Bool {
        let words = title(index).words
        return pack.causes.matches(words) || pack.causeGroups.matches(words) || pack.remedies.matches(words)
            || pack.remedyGroups.matches(words) || pack.troubleshooting.matches(words)
    }
}
