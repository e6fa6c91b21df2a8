/// Titles of pages and sections about faults.
extension NodeClassifier {
    func classificationInFault(_ index: Int) -> Classification {
        classificationFromSource(index) ?? classificationFromWording(index) ?? classificationFromPosition(index)
    }

    // MARK: Markup

    private func classificationFromSource(_ index: Int) -> Classification? {
        switch title(index).source {
        case .listItem: return (.cause, "an item of a list of reasons")
        case .tableRow:
            let isCause = pack.causeColumns.matches(Words(outline.sections[index].passage.headers.first ?? ""))
            return (isCause ? .cause : .condition, "a row of a table with remedies")
        case .paragraph: return (.escalation, "a paragraph for when nothing helped")
        case .lead: return (.condition, "a lead-in that names a condition")
        case .bold where title(index).words.beginsWithCondition(pack): return (.condition, "a lead-in that names a condition")
        case .heading where isAmongVisibleConditions(index): return (.condition, "one of several conditions that can be seen")
        case .heading, .bold, .summary: return nil
        }
    }

    // MARK: Wording

    private func classificationFromWording(_ index: Int) -> Classification? {
        if index == 0, title(index).level == 1, let classification = classificationForPageTitle(index) { return classification }
        return classificationForEscalationOrInformation(index) ?? classificationForConditionOrCause(index) ?? classificationForRemedy(index)
            ?? classificationForCheckOrProcedure(index)
    }

    private func matchEvidence(_ pattern: String) -> String { "its title matches “\(pattern)”" }

    /// The title of a page about faults is the condition, or gathers several conditions.
    private func classificationForPageTitle(_ index: Int) -> Classification? {
        guard pageKind.isAboutFaults else { return nil }
        return gathersConditions(index)
            ? (.group, "the title of a page about several faults") : (.condition, "the title of a page about one fault")
    }

    private func classificationForEscalationOrInformation(_ index: Int) -> Classification? {
        let (words, number) = (title(index).words, title(index).number)
        if let match = pack.escalations.match(words) ?? (number?.isOption == true ? nil : pack.contacts.match(words)) {
            return classificationForEscalation(index, match.pattern)
        }
        if number?.name == nil, let match = pack.information.match(words), !title(index).isQuestion {
            return (.info, matchEvidence(match.pattern))
        }
        return nil
    }

    /// A title for readers whom nothing helped is an escalation, unless the text below it asks to try or check more.
    private func classificationForEscalation(_ index: Int, _ pattern: String) -> Classification {
        let words = title(index).words
        if pack.contacts.matches(words) { return (.escalation, matchEvidence(pattern)) }
        let passages = outline.sections[index].mainContents
        let verbs = passages.flatMap { pack.contacts.matches($0.words) ? [] : reader.verbs(in: $0.words) }
        let changes = verbs.count { !pack.checkVerbs.contains($0) && !pack.reportVerbs.contains($0) }
        if changes >= 2 { return (.remedy, "for when nothing helped, with more to try") }
        let namesContact = passages.contains { pack.contacts.matches($0.words) }
        let asksForReport = passages.contains { reader.verbs(in: $0.words).contains { pack.reportVerbs.contains($0) } }
        if !namesContact, !asksForReport, !verbs.isEmpty, changes == 0, pack.unresolved.matches(words) {
            return (.check, "for when nothing helped, with more to check")
        }
        return (.escalation, matchEvidence(pattern))
    }

    private func classificationForConditionOrCause(_ index: Int) -> Classification? {
        let words = title(index).words
        if outline.isOption(index) {
            let isOutside = outline.parents[index] == nil && !pageKind.isAboutFaults
            return (isOutside ? .info : .alternative, "one of several ways")
        }
        if pack.questionTitles.matches(words) { return (.question, "a title for a question") }
        if let match = pack.symptoms.match(words), title(index).number == nil { return (.condition, matchEvidence(match.pattern)) }
        if let match = pack.backgrounds.match(words) {
            return (outline.isOnlyCause(index) ? .cause : .info, matchEvidence(match.pattern))
        }
        if let match = pack.causes.match(words) ?? pack.causeGroups.match(words) { return (.cause, matchEvidence(match.pattern)) }
        return nil
    }

    private func classificationForRemedy(_ index: Int) -> Classification? {
        let words = title(index).words
        if outline.isEmptied(index) { return (.group, "its parts belong to the causes of the same names") }
        if let parent = outline.parents[index], outline.isSolution(index, ofNamedCause: parent) {
            return (.remedy, "it has the title of a cause, below solutions")
        }
        let parent = parentKind(index)
        if parent == .remedy || parent == .alternative, outline.isParallel(index) {
            return (.alternative, "worded as its siblings: one of several ways")
        }
        if let match = pack.remedies.match(words) { return (.remedy, matchEvidence(match.pattern)) }
        if pack.isNumberedRemedy(title(index)) || pack.isNumberedStep(title(index)) { return (.remedy, "numbered as something to do") }
        if let match = pack.remedyGroups.match(words) {
            return (outline.children(of: index).isEmpty ? .remedy : .group, matchEvidence(match.pattern))
        }
        if pack.troubleshooting.matches(words) { return (hasSteps(index) ? .remedy : .group, matchEvidence("troubleshooting")) }
        return nil
    }

    private func classificationForCheckOrProcedure(_ index: Int) -> Classification? {
        let words = title(index).words
        if let match = pack.checks.match(words), isCheck(words),
            !title(index).isQuestion || match.pattern.hasPrefix("^is") || match.pattern.hasPrefix("^are")
        {
            return (.check, matchEvidence(match.pattern))
        }
        if title(index).isQuestion { return nil }
        if let match = pack.procedures.match(words),
            ["^how", "^where", "^prereq", "^before", "^step"].contains(where: { match.pattern.hasPrefix($0) })
        {
            // Below a cause or a check, a how-to makes the fault go away.
            let parent = parentKind(index)
            return (parent == .cause || parent == .check ? .remedy : .procedure, matchEvidence(match.pattern))
        }
        return reader.isInstruction(words) ? (.remedy, "its title begins with an instruction") : nil
    }

    // MARK: Position

    /// Decides what the wording leaves open: a title below a condition is a cause; any other title is a condition if it names a fault.
    private func classificationFromPosition(_ index: Int) -> Classification {
        switch parentKind(index) {
        case .condition, .cause, .check, .remedy, .alternative: classificationBelowCondition(index)
        case .escalation, .group, .question, .procedure, .info, nil: classificationBelowGroup(index)
        }
    }

    /// The parent is a condition, or a cause, check, remedy or alternative for one.
    private func classificationBelowCondition(_ index: Int) -> Classification {
        let parent = parentKind(index)
        guard let fault = pack.faults.match(title(index).words) else {
            if parent == .alternative || parent == .remedy { return (.info, "a part of what is to be done") }
            if title(index).isQuestion { return (.question, "a question") }
            if !isQuotation(title(index)), !hasInstructions(index) { return (.info, "nothing in it tells of a fault, or what to do") }
            if !isStatement(title(index).words), areSiblingsInstructions(index) { return (.remedy, "beside instructions") }
            return (.cause, "a title below a condition")
        }
        if let parent = outline.parents[index], repeatsCondition(index, parent) { return (.condition, "worded as the condition above it") }
        return (.cause, "“\(fault.pattern)” below a condition")
    }

    /// The parent only gathers or explains, or there is none.
    private func classificationBelowGroup(_ index: Int) -> Classification {
        if outline.sections[index].mainContents.isEmpty, onlyGathersConditions(index) { return (.group, "it only gathers others") }
        if let fault = pack.faults.match(title(index).words) { return (.condition, "“\(fault.pattern)” tells of a fault") }
        if isQuotation(title(index)) || isComplaint(title(index)) { return (.condition, "it says what a reader sees, in their words") }
        if pageKind.isAboutFaults, let kind = kindOfTrialList(index) { return (kind, "a list of things to try") }
        if title(index).isQuestion { return (.question, "a question") }
        if parentKind(index) == .group, isStatement(title(index).words), title(index).source == .summary || title(index).level > 1 {
            return (.condition, "a statement beside conditions")
        }
        if hasCausesOrRemedies(index) { return (.condition, "causes or remedies stand below it") }
        let gathersFaults = outline.children(of: index).contains { pack.faults.matches(title($0).words) }
        return gathersFaults ? (.group, "it only gathers others") : (.info, "nothing in it tells of a fault")
    }

    /// The kind of a section that lists things to do without naming a fault: a check or a remedy. Nil for any other section.
    private func kindOfTrialList(_ index: Int) -> Guide.Node.Kind? {
        let items = outline.sections[index].mainContents.filter { $0.isTopItem && reader.isInstructionItem($0.words) }
        guard items.count >= 2 else { return nil }
        return items.allSatisfy { reader.onlyChecks($0.words) } ? .check : .remedy
    }
}
