import Markdown

/// Tells sentences that ask the reader to do something from those that explain.
struct InstructionReader: Sendable {
    let pack: LanguagePack

    /// The verb of the first sentence that asks for something; nil where none does.
    func verb(in words: Words) -> Word? {
        for sentence in words.sentences { if let verb = verb(in: sentence) { return verb } }
        return nil
    }

    /// Every verb that asks for something, in order.
    func verbs(in words: Words) -> [Word] { words.sentences.compactMap { verb(in: $0) } }

    /// The verb with which a sentence asks for something, be it behind `Please`, a condition or an advice.
    func verb(in sentence: ArraySlice<Word>) -> Word? { verb(in: sentence, isWithin: false) }

    private func verb(in sentence: ArraySlice<Word>, isWithin: Bool) -> Word? {
        var start = sentence.startIndex
        while true {
            if pack.signposts.matches(sentence[start...]) { return nil }
            let before = start
            if let (_, range) = pack.openers.match(prefixOf: sentence[start...]) { start = range.upperBound }
            while start < sentence.endIndex, sentence[start].isMark { start += 1 }
            guard start < sentence.endIndex else { return nil }
            if isVerb(at: start, in: sentence, isWithin: isWithin) { return sentence[start] }
            if start == before { break }
        }
        if pack.subordinators.contains(sentence[start]), let verb = verbBehindClause(sentence[start...]) { return verb }
        if isWithin { return nil }
        return advised(sentence[start...]) ?? helping(sentence[start...])
    }

    /// `Removing the files may solve the issue`.
    private func helping(_ sentence: ArraySlice<Word>) -> Word? {
        guard let first = sentence.first, first.text.hasSuffix("ing"), first.text.utf8.count > 5, pack.helps.matches(sentence) else {
            return nil
        }
        return first
    }

    /// - Parameter isWithin: the sentence has begun before; there a noun may stand as well.
    private func isVerb(at index: Int, in sentence: ArraySlice<Word>, isWithin: Bool) -> Bool {
        if let match = pack.prohibitions.match(prefixOf: sentence[index...]), match.range.upperBound < sentence.endIndex {
            return pack.verbs.contains(sentence[match.range.upperBound])
        }
        var word = sentence[index]
        var next = index + 1
        if pack.verbPrefixes.contains(word), next < sentence.endIndex { (word, next) = (sentence[next], next + 1) }
        guard pack.verbs.contains(word) else { return false }
        guard next < sentence.endIndex else { return true }
        if isWithin, pack.nouns.contains(word), !pack.objectWords.contains(sentence[next]) { return false }
        if pack.questionFollowers.contains(sentence[next]) { return false }
        return !pack.nounFollowers.contains(sentence[next]) && !pack.finiteVerbs.contains(sentence[next])
            && !(sentence[next] == "to" && ["access", "link", "change", "update"].contains(word.text))
    }

    /// `If it is off, switch it on`: the verb behind the comma, or behind `then`, or without either.
    private func verbBehindClause(_ sentence: ArraySlice<Word>) -> Word? {
        for index in sentence.indices where sentence[index] == "," || sentence[index] == "then" || sentence[index] == "–" {
            if let verb = verb(in: sentence[(index + 1)...], isWithin: true) { return verb }
        }
        // Urgings need no comma: `When testing ensure …`.
        return pack.urgings.match(sentence.dropFirst(2)).map { sentence[$0.range.lowerBound] }
    }

    /// `You will need to install …`, `The best way is to re-install …`.
    private func advised(_ sentence: ArraySlice<Word>) -> Word? {
        guard let (_, range) = pack.advice.match(sentence), range.upperBound < sentence.endIndex else { return nil }
        let isAdverb = sentence[range.upperBound].text.hasSuffix("ly") && range.upperBound + 1 < sentence.endIndex
        let next = sentence[range.upperBound + (isAdverb ? 1 : 0)]
        return pack.verbs.contains(next) || next.text.hasSuffix("ing") ? (next == "do" ? nil : next) : nil
    }

    /// Whether a title is an instruction: it begins with a verb, which is not the name of a thing that something is told of (`Login methods missing`, `Test fails`).
    func isInstruction(_ title: Words) -> Bool {
        guard let first = title.all.first, pack.verbs.contains(first), verb(in: title) != nil else { return false }
        guard pack.nouns.contains(first), first != "check" else { return true }
        guard title.spoken.count > 1 else { return false }
        guard !pack.objectWords.contains(title.all[1]) else { return true }
        return !pack.faults.matches(title) && !title.all.contains { pack.finiteVerbs.contains($0) }
    }

    /// Whether an item of a list asks for something; it may begin with a label or with whom it is for (`Windows users - check …`).
    func asks(_ item: Passage) -> Bool { asks(item.words) }

    func asks(_ item: Words) -> Bool {
        if verb(in: item) != nil { return true }
        let all = item.all
        guard let mark = all.firstIndex(where: { $0 == "–" || $0 == ":" }), mark < 6, mark + 1 < all.count else { return false }
        return verb(in: all[(mark + 1)...]) != nil
    }

    /// Whether all that a passage asks for is to look, not to change.
    func onlyChecks(_ words: Words) -> Bool {
        let verbs = verbs(in: words)
        return !verbs.isEmpty && verbs.allSatisfy { pack.checkVerbs.contains($0) }
    }
}
