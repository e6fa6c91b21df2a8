/// What the title or the sentence before a list says of its items.
enum ListRole {
    case causes, steps
}

extension Article {
    func role(ofList list: Int) -> ListRole? { isOfSteps(list: list) ? .steps : isOfCauses(list: list) ? .causes : nil }

    /// Whether they are causes: `Possible causes`, `This can have two reasons:`.
    private func isOfCauses(list: Int) -> Bool {
        guard let intro = intros[list] else { return false }
        if candidates[intro].group == .heading { return candidates[intro].words.namedConcepts.contains(.cause) }
        guard let words = lastSentence(intro), words.has(.cause), !asksToAct(words) else { return false }
        return passage(intro).endsInColon || words.namedConcepts.contains(.cause)
    }

    /// Whether they are to be done: `Solution`, `Check the following:`.
    private func isOfSteps(list: Int) -> Bool {
        guard let intro = intros[list] else { return false }
        if candidates[intro].group == .heading { return isNamedFix(candidates[intro].words) }
        guard passage(intro).endsInColon, let words = lastSentence(intro) else { return false }
        return asksToAct(words) || isNamedFix(words)
    }

    private func lastSentence(_ candidate: Int) -> TextReading? {
        passage(candidate).text.sentences.last.map { TextReading(String($0), limit: 200) }
    }

    private func asksToAct(_ words: TextReading) -> Bool {
        words.firstConcepts.contains(.instruction) || words.firstConcepts.contains(.check)
    }

    private func isNamedFix(_ words: TextReading) -> Bool { words.namedConcepts.contains(.fix) && !words.has(.cause) }
}
