/// Titles that are not about faults.
extension NodeClassifier {
    func classificationOnOtherPage(_ index: Int) -> Classification {
        let title = title(index)
        if outline.isOption(index), outline.parents[index] != nil { return (.alternative, "one of several ways") }
        if pageKind == .procedure, onlyOffersWays(index) {
            return (title.level > 0 || isHowTo(title.words) ? .procedure : .group, "it only offers ways")
        }
        if title.isQuestion, title.level != 1 { return (.question, "a question") }
        if let match = pack.information.match(title.words), title.number == nil {
            return (.info, "its title matches “\(match.pattern)”")
        }
        return pageKind == .procedure ? classificationInProcedure(index) : (.info, "a page to be read")
    }

    private func classificationInProcedure(_ index: Int) -> Classification {
        let title = title(index)
        let children = outline.children(of: index)
        if outline.sections[index].passage.isInStepper, title.level > 0 { return (.procedure, "a step of a stepper") }
        if pack.isNumberedStep(title) { return (.procedure, "a numbered step") }
        let isPageTitle = title.level == 1
        if !isPageTitle || children.isEmpty, !StepFinder.steps(of: outline.sections[index], .procedure, pack).isEmpty {
            return (.procedure, "it has steps")
        }
        if isPageTitle {
            return children.contains { pack.isNumberedStep(self.title($0)) } || isHowTo(title.words)
                ? (.procedure, "the title of a how-to") : (.info, "the title of a page")
        }
        let match = pack.procedures.match(title.words)
        let isNamed = match.map { $0.pattern.hasPrefix("^how") || $0.pattern.hasPrefix("^steps") } ?? false
        return isNamed ? (.procedure, "the title of a how-to") : (.info, "it has no steps")
    }

    /// Whether the titles below one are several ways to do it, and its own text has no instructions.
    private func onlyOffersWays(_ index: Int) -> Bool {
        title(index).level != 1 && outline.children(of: index).contains { outline.isOption($0) }
            && outline.sections[index].mainContents.allSatisfy { reader.verb(in: $0.words) == nil || $0.endsWithColon }
    }

    func classificationInFAQ(_ index: Int) -> Classification {
        let title = title(index)
        if title.level == 1 { return (.group, "the title of a page of questions") }
        if pack.answerTitles.matches(title.words) { return (.info, "an answer") }
        if pack.questionTitles.matches(title.words) || isQuestion(title) { return (.question, "a question") }
        let gathersQuestions = outline.children(of: index).contains { isQuestion(self.title($0)) }
        return gathersQuestions ? (.group, "it gathers questions") : (.info, "no question")
    }

    private func isQuestion(_ title: Title) -> Bool { title.isQuestion || pack.questions.matches(title.words) }
}
