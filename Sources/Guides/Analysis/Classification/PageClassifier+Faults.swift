extension PageClassifier {
    // MARK: Titles

    var remedyCount: Int { titles.count { pack.isRemedyTitle(title($0).words) || pack.isNumberedRemedy(title($0)) } }

    private var causeCount: Int { titles.count { pack.isCauseTitle(title($0).words) } }

    /// The number of titles that are conditions or causes because of their markup.
    private var inlineFaultCount: Int {
        titles.count { [.lead, .tableRow, .listItem].contains(title($0).source) || isBoldCondition($0) }
    }

    private func isBoldCondition(_ index: Int) -> Bool {
        title(index).source == .bold && title(index).words.beginsWithCondition(pack)
    }

    func isFaultTitle(_ index: Int) -> Bool { pack.faults.matches(title(index).words) }

    private func isFaultTopic(_ title: Title) -> Bool { pack.faultTopics.matches(title.words) }

    /// Whether a title is that of a how-to: it says so, or is an instruction.
    private func isHowTo(_ title: Title) -> Bool { pack.procedures.matches(title.words) || reader.isInstruction(title.words) }

    // MARK: Troubleshooting and known errors

    /// The reason why the page is about faults; nil if it is not.
    func evidenceForFaults() -> String? {
        let (remedies, causes) = (remedyCount, causeCount)
        if count(pack.symptoms) > 0, remedies > 0, causes > 0 || main == nil || mainFault != nil {
            return "a description with its \(causes > 0 ? "causes and " : "")solution"
        }
        if main == nil, causes > 0, remedies > 0 { return "causes and solutions" }
        if let main, pack.troubleshooting.matches(main.words) {
            return hasTroubleshootingContent ? "its title is about troubleshooting" : nil
        }
        if let fault = mainFault, hasSomethingToTry, isMainUnambiguous || (remedies + causes) * 4 >= max(titles.count, 1) {
            return "its title tells of a fault (“\(fault)”), and it says what to do"
        }
        if let main, let name = ErrorName.find(in: main.text), !isFaultTopic(main), hasTrialSections {
            return "its title is the name of an error (“\(name)”), and it says what to do"
        }
        if let evidence = evidenceForCauseSections() { return evidence }
        if hasConditionSections { return "its parts are what can be seen, with what to do about each" }
        if endsWithLastResort { return "it ends in a part for when nothing helped" }
        if let evidence = evidenceForFaultSections() { return evidence }
        let faults = titles.count { isFaultTitle($0) }
        if remedies >= 2, causes + faults >= 2, (remedies + causes + faults) * 10 >= titles.count * 6 {
            return "most of its titles are faults, causes or solutions"
        }
        return nil
    }

    /// The pattern that makes a fault of the page's title; nil for a title about handling faults in general.
    private var mainFault: String? {
        guard let main, !isFaultTopic(main), pack.remedies.matches(main.words) || !isHowTo(main) else { return nil }
        return (pack.faults.match(main.words) ?? pack.remedies.match(main.words))?.pattern
    }

    /// Whether the page's title certainly names a fault: it has a word that always does, or is a whole sentence.
    private var isMainUnambiguous: Bool {
        guard let words = main?.words else { return false }
        if pack.remedies.matches(words) { return true }
        if let last = words.withoutPunctuation.last, pack.faultNouns.contains(last), words.withoutPunctuation.count > 2 { return true }
        let isSentence = words.all.contains { pack.finiteVerbs.contains($0) || pack.firstPersonWords.contains($0) }
        return isSentence
            || words.all.indices.contains {
                pack.faults.matches(words.all[$0...$0]) && !pack.ambiguousFaults.matches(words.all[$0...$0])
            }
    }

    /// Whether a troubleshooting page is more than a list of links to other pages.
    private var hasTroubleshootingContent: Bool {
        titles.contains { isFaultTitle($0) || title($0).isQuestion } || remedyCount + causeCount + inlineFaultCount > 0
            || instructions.items + instructions.paragraphs >= 2
    }

    /// Whether a reader with the fault in the page's title finds something to try.
    private var hasSomethingToTry: Bool {
        if remedyCount > 0 || causeCount > 0 || inlineFaultCount > 0 { return true }
        let trials = titles.count {
            pack.checks.matches(title($0).words) || title($0).number != nil || reader.isInstruction(title($0).words)
        }
        if trials >= 2 || (trials == 1 && mainFault != nil && isMainUnambiguous) { return true }
        if count(pack.escalations) > 0 { return true }
        return count(pack.information) * 2 <= titles.count && instructions.items >= 2 || (titles.isEmpty && instructions.paragraphs > 0)
    }

    /// Whether there are titles of causes, remedies or escalations, or several checks or numbered titles.
    private var hasTrialSections: Bool {
        remedyCount + causeCount > 0 || titles.count { pack.checks.matches(title($0).words) || title($0).number?.isOption == false } >= 2
            || count(pack.escalations) > 0
    }

    /// The sections directly below the page's title.
    private var topSections: [Int] { outline.children(of: main == nil ? nil : 0).filter { title($0).level > 0 } }

    /// A page with sections for causes, and for what to do about them, is about a fault regardless of its title.
    private func evidenceForCauseSections() -> String? {
        let sections = topSections.map { title($0).words }
        guard sections.contains(where: { pack.isCauseTitle($0) }), instructions.items + instructions.paragraphs >= 2 else { return nil }
        if sections.contains(where: { pack.unresolved.matches($0) || pack.escalations.matches($0) }) {
            return "causes, and a part for when nothing helped"
        }
        if let main, isFaultTopic(main) { return nil }
        return sections.contains { pack.isRemedyTitle($0) } ? "causes and solutions" : nil
    }

    /// Whether the headings are visible conditions (“If the light is red”, “If the light blinks”), each with something to do.
    private var hasConditionSections: Bool {
        let conditions = titles.filter { title($0).source == .heading && title($0).namesVisibleCondition(pack) }
        guard conditions.count >= 2, let main, !isHowTo(main), !isFaultTopic(main) else { return false }
        return conditions.allSatisfy { hasInstructions($0) }
    }

    /// Whether the page has several things to try, and a last heading for readers whom they did not help: `If … still …`.
    private var endsWithLastResort: Bool {
        guard let last = titles.last(where: { title($0).source == .heading }), let main, !isFaultTopic(main) else { return false }
        let endsWithFaultNoun =
            main.words.withoutPunctuation.last.map {
                pack.faultNouns.contains($0) || $0.text.hasSuffix("s") && pack.faultNouns.contains(Word(String($0.text.dropLast())))
            } ?? false
        guard endsWithFaultNoun || main.words.all.contains(where: pack.finiteVerbs.contains) else { return false }
        let isLastResort = pack.unresolved.matches(title(last).words) && pack.escalations.matches(title(last).words)
        return isLastResort
            && titles.count {
                title($0).number?.isOption == false || pack.checks.matches(title($0).words) || pack.remedies.matches(title($0).words)
            } >= 2
    }

    /// A page whose text announces faults is about them if most of its sections are faults, each with something to do.
    private func evidenceForFaultSections() -> String? {
        let sections = topSections.filter { !pack.information.matches(title($0).words) }
        let faults = sections.filter { isFaultTitle($0) && !isFaultTopic(title($0)) && !isHowTo(title($0)) }
        guard faults.count >= 3, faults.count * 4 >= sections.count * 3, main.map({ !isFaultTopic($0) }) ?? true else { return nil }
        let answered = faults.count { hasInstructions($0) }
        let isAnnounced =
            preface.contains { pack.faults.matches($0.words) }
            || outline.sections.first.map { $0.mainContents.contains { pack.faults.matches($0.words) } } ?? false
        return answered * 3 >= faults.count * 2 && isAnnounced ? "its parts are faults, with what to do about each" : nil
    }

    private func hasInstructions(_ index: Int) -> Bool {
        outline.sections[index].mainContents.contains {
            $0.isItem ? reader.isInstructionItem($0.words) : reader.verb(in: $0.words) != nil
        } || outline.children(of: index).contains { hasInstructions($0) }
    }

    /// Whether a page about faults describes a single error with a known cause or a single solution. Otherwise, the reader has to find out
    /// which cause applies, or to try several things.
    var isKnownError: Bool {
        if let main, pack.troubleshooting.matches(main.words) { return false }
        let headings = titles.filter { title($0).level > 0 }
        let solutions = headings.count {
            pack.remedies.matches(title($0).words) && outline.parents[$0] != nil || pack.isNumberedRemedy(title($0))
        }
        let causes = headings.filter {
            pack.isCauseTitle(title($0).words) || (pack.backgrounds.matches(title($0).words) && solutions > 0)
        }
        let gathersSeveralCauses = causes.contains { cause in
            outline.children(of: cause).count {
                title($0).source == .heading && !pack.remedies.matches(title($0).words) && title($0).number == nil
            } > 1
        }
        let hasOneExplanation = causes.count == 1 && !gathersSeveralCauses || causes.isEmpty && solutions <= 1
        let isShort = headings.count <= 2
        return hasOneExplanation && (solutions > 0 || causes.count == 1 || isShort) && !asksForDiagnosis(headings)
    }

    /// Whether a page asks its reader to check, try or compare several things.
    private func asksForDiagnosis(_ headings: [Int]) -> Bool {
        let checks = headings.count { pack.checks.matches(title($0).words) }
        let numbered = headings.count { title($0).number?.isOption == false && !pack.isNumberedRemedy(title($0)) }
        let hasConditions = titles.contains { [.lead, .tableRow].contains(title($0).source) || isBoldCondition($0) }
        let hasFallback = headings.contains { pack.troubleshooting.matches(title($0).words) || pack.escalations.matches(title($0).words) }
        return checks >= 2 || numbered >= 2 || hasConditions || hasFallback
    }
}
