import Markdown

/// Distinguishes instructions from explanations: finds the verbs with which sentences ask the reader to do something.
struct InstructionReader: Sendable {
    let pack: LanguagePack

    /// The verb of the first instruction in a text; nil if there is none.
    func verb(in words: Words) -> Word? {
        for sentence in words.sentences { if let verb = verb(in: sentence) { return verb } }
        return nil
    }

    /// The verbs of all instructions in a text, in order.
    func verbs(in words: Words) -> [Word] { words.sentences.compactMap { verb(in: $0) } }

    /// The verb of an instruction, which may follow an opener such as `Please`, a subordinate clause or a phrase that gives advice. Nil if
    /// the sentence is no instruction.
    func verb(in sentence: ArraySlice<Word>) -> Word? { verb(in: sentence, isClause: false) }

    /// - Parameter isClause: the words are the second part of a sentence, where an ambiguous verb may as well be a noun.
    private func verb(in sentence: ArraySlice<Word>, isClause: Bool) -> Word? {
        var start = sentence.startIndex
        while true {
            if pack.signposts.matches(sentence[start...]) { return nil }
            let before = start
            if let (_, range) = pack.openers.match(prefixOf: sentence[start...]) { start = range.upperBound }
            while start < sentence.endIndex, sentence[start].isPunctuation { start += 1 }
            guard start < sentence.endIndex else { return nil }
            if isVerb(at: start, in: sentence, isClause: isClause) { return sentence[start] }
            if start == before { break }
        }
        if pack.subordinators.contains(sentence[start]), let verb = verbAfterClause(sentence[start...]) { return verb }
        if isClause { return nil }
        return advisedVerb(sentence[start...]) ?? helpfulVerb(sentence[start...])
    }

    /// The `-ing` form at the beginning of a sentence that says that it helps: `Removing the files may solve the issue`.
    private func helpfulVerb(_ sentence: ArraySlice<Word>) -> Word? {
        guard let first = sentence.first, first.text.hasSuffix("ing"), first.text.utf8.count > 5, pack.helpPhrases.matches(sentence) else {
            return nil
        }
        return first
    }

    private func isVerb(at index: Int, in sentence: ArraySlice<Word>, isClause: Bool) -> Bool {
        if let match = pack.prohibitions.match(prefixOf: sentence[index...]), match.range.upperBound < sentence.endIndex {
            return pack.verbs.contains(sentence[match.range.upperBound])
        }
        var word = sentence[index]
        var next = index + 1
        if pack.verbPrefixes.contains(word), next < sentence.endIndex { (word, next) = (sentence[next], next + 1) }
        guard pack.verbs.contains(word) else { return false }
        guard next < sentence.endIndex else { return true }
        if isClause, pack.ambiguousVerbs.contains(word), !pack.objectWords.contains(sentence[next]) { return false }
        if pack.subjectPronouns.contains(sentence[next]) { return false }
        return !pack.nounFollowers.contains(sentence[next]) && !pack.finiteVerbs.contains(sentence[next])
            && !(sentence[next] == "to" && ["access", "link", "change", "update"].contains(word.text))
    }

    /// The verb after a subordinate clause, which ends with a comma, a dash or `then`: `If it is off, switch it on`.
    private func verbAfterClause(_ sentence: ArraySlice<Word>) -> Word? {
        for index in sentence.indices where sentence[index] == "," || sentence[index] == "then" || sentence[index] == "–" {
            if let verb = verb(in: sentence[(index + 1)...], isClause: true) { return verb }
        }
        // `When testing ensure …`
        return pack.commalessInstructions.match(sentence.dropFirst(2)).map { sentence[$0.range.lowerBound] }
    }

    /// The verb after a phrase that gives advice: `You will need to install …`, `The best way is to re-install …`.
    private func advisedVerb(_ sentence: ArraySlice<Word>) -> Word? {
        guard let (_, range) = pack.advice.match(sentence), range.upperBound < sentence.endIndex else { return nil }
        let isAdverb = sentence[range.upperBound].text.hasSuffix("ly") && range.upperBound + 1 < sentence.endIndex
        let next = sentence[range.upperBound + (isAdverb ? 1 : 0)]
        return pack.verbs.contains(next) || next.text.hasSuffix("ing") ? (next == "do" ? nil : next) : nil
    }

    /// Whether a title is an instruction: it begins with a verb that is not used as a noun, as in `Login methods missing` and `Test fails`.
    func isInstruction(_ title: Words) -> Bool {
        guard let first = title.all.first, pack.verbs.contains(first), verb(in: title) != nil else { return false }
        guard pack.ambiguousVerbs.contains(first), first != "check" else { return true }
        guard title.withoutPunctuation.count > 1 else { return false }
        guard !pack.objectWords.contains(title.all[1]) else { return true }
        return !pack.faults.matches(title) && !title.all.contains { pack.finiteVerbs.contains($0) }
    }

    /// Whether a list item contains an instruction, possibly after a label or an addressee (`Windows users - check …`).
    func isInstructionItem(_ item: Words) -> Bool {
        if verb(in: item) != nil { return true }
        let all = item.all
        guard let separator = all.firstIndex(where: { $0 == "–" || $0 == ":" }), separator < 6, separator + 1 < all.count else {
            return false
        }
        return verb(in: all[(separator + 1)...]) != nil
    }

    /// Whether a text has instructions, all of which ask the reader to look at something without changing it.
    func onlyChecks(_ words: Words) -> Bool {
        let verbs = verbs(in: words)
        return !verbs.isEmpty && verbs.allSatisfy { pack.checkVerbs.contains($0) }
    }
}
