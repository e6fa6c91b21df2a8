/// The properties of titles and sections from which kinds are determined.
extension NodeClassifier {
    // MARK: Wording

    /// Whether a title words, asks about or quotes a symptom.
    func isSymptom(_ index: Int) -> Bool {
        pack.faults.matches(title(index).words) || title(index).isQuestion || isQuotation(title(index)) || isComplaint(title(index))
            || isBareCondition(title(index))
    }

    /// Whether a title names a condition (`If the light is red`) without saying what to do about it.
    private func isBareCondition(_ title: Title) -> Bool {
        title.words.beginsWithCondition(pack) && !reader.isInstruction(title.words) && reader.verb(in: title.words) == nil
    }

    /// Whether a title is in the words of a reader who is stuck: `I forgot my password`.
    func isComplaint(_ title: Title) -> Bool { title.words.all.first.map { pack.firstPersonWords.contains($0) } ?? false }

    func isQuotation(_ title: Title) -> Bool { title.text.first.map { "“\"«".contains($0) } ?? false }

    func isStatement(_ words: Words) -> Bool { words.all.contains(where: pack.finiteVerbs.contains) }

    /// Whether a title that matches `checks` is a check: `Test the cable` is one, `Test fails` is not.
    func isCheck(_ words: Words) -> Bool {
        words.all.first.map { !pack.ambiguousVerbs.contains($0) } ?? false || reader.isInstruction(words)
    }

    /// Whether a title is a cause, a remedy or a check, as in an article about a single fault.
    func isCauseRemedyOrCheck(_ title: Title) -> Bool {
        let words = title.words
        return pack.isCauseTitle(words) || pack.remedies.matches(words) || (pack.checks.matches(words) && isCheck(words))
            || pack.isNumberedRemedy(title) || pack.isNumberedStep(title) || reader.isInstruction(words)
    }

    /// Whether a title is about a single fault: `Device activation troubleshooting` is, `Troubleshooting` or the troubleshooting of one
    /// product is not.
    private func isSpecific(_ words: Words) -> Bool {
        words.withoutPunctuation.count { !pack.genericWords.contains($0) } >= 2
    }

    func isHowTo(_ words: Words) -> Bool {
        guard let first = words.all.first else { return false }
        return pack.procedures.matches(words) || (pack.verbs.contains(first) && reader.isInstruction(words))
    }

    // MARK: Contents

    func hasSteps(_ index: Int) -> Bool { !StepFinder.steps(of: outline.sections[index], .remedy, pack).isEmpty }

    func hasInstructions(_ index: Int) -> Bool { hasSteps(index) || outline.children(of: index).contains { hasInstructions($0) } }

    /// Whether a section has causes or remedies of its own.
    func hasCausesOrRemedies(_ index: Int) -> Bool { outline.children(of: index).contains { isCauseRemedyOrCheck(title($0)) } }

    // MARK: Relatives

    /// Whether a title and a sibling are conditions that can be seen: “If the light is red” beside “If the light blinks”.
    func isAmongVisibleConditions(_ index: Int) -> Bool {
        title(index).namesVisibleCondition(pack)
            && outline.children(of: outline.parents[index]).count {
                title($0).source == .heading && title($0).namesVisibleCondition(pack)
            } > 1
    }

    /// Whether most siblings are instructions, so that a title such as `Factory reset` among them is one, too.
    func areSiblingsInstructions(_ index: Int) -> Bool {
        let siblings = substantialChildren(of: outline.parents[index]).filter { $0 != index }
        return !siblings.isEmpty
            && siblings.count { isCauseRemedyOrCheck(title($0)) && !pack.causes.matches(title($0).words) } * 2 > siblings.count
    }

    /// Whether a title ends with the same two words as the condition above it.
    func repeatsCondition(_ index: Int, _ parent: Int) -> Bool {
        let (words, parentWords) = (title(index).words.withoutPunctuation, title(parent).words.withoutPunctuation)
        return kinds[parent] == .condition && zip(words.reversed(), parentWords.reversed()).prefix { $0 == $1 }.count >= 2
    }

    /// Whether the titles below a title are symptoms of their own, rather than causes and remedies of a fault that it names.
    func onlyGathersConditions(_ index: Int) -> Bool {
        let children = outline.children(of: index)
        let areConditions =
            children.count { isSymptom($0) } * 3 >= children.count * 2
            && children.allSatisfy { !isCauseRemedyOrCheck(title($0)) && title($0).source != .lead }
        let areSummaries = children.contains { isSymptom($0) } && children.allSatisfy { title($0).source == .summary }
        return children.count > 1 && (areConditions || areSummaries)
    }

    /// Whether the titles below the page's title are symptoms, rather than causes and remedies of one fault.
    func gathersConditions(_ index: Int) -> Bool {
        let words = title(index).words
        // A title that only gathers disclosures is replaced by their summaries.
        let children = substantialChildren(of: index).flatMap { child -> [Int] in
            let grandchildren = outline.children(of: child)
            let onlyGathersSummaries =
                outline.sections[child].mainContents.isEmpty && !grandchildren.isEmpty
                && grandchildren.allSatisfy { title($0).source == .summary }
            return onlyGathersSummaries ? grandchildren : [child]
        }
        guard !children.isEmpty else { return false }
        if children.count(where: isAmongVisibleConditions) * 2 > children.count { return true }
        if children.count(where: { isCauseRemedyOrCheck(title($0)) }) * 2 >= children.count { return false }
        let symptoms = children.count { isSymptom($0) || onlyGathersConditions($0) }
        let isTroubleshooting = pack.troubleshooting.matches(words)
        // Below a bare `Troubleshooting`, a statement names a symptom: `The light is red`.
        if isTroubleshooting, !isSpecific(words) {
            return symptoms + children.count { isStatement(title($0).words) && !isSymptom($0) } > 0
        }
        // A title that names no fault gathers the faults below it. A statement may name a symptom in words that no pack lists.
        if !isTroubleshooting, !isStatement(words), !pack.faults.matches(words), !pack.remedies.matches(words) {
            return symptoms * 2 > children.count
        }
        guard isTroubleshooting, symptoms * 2 > children.count else { return false }
        let independent = children.count { hasCausesOrRemedies($0) || onlyGathersConditions($0) }
        return independent * 2 > symptoms || children.count { pack.complaints.matches(title($0).words) } * 5 >= children.count * 3
    }

    /// The children except sections that are only read, and escalations.
    private func substantialChildren(of parent: Int?) -> [Int] {
        outline.children(of: parent).filter {
            !pack.information.matches(title($0).words) && !pack.escalations.matches(title($0).words)
        }
    }
}
