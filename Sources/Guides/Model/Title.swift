import Markdown

/// A title found in an article. Each title becomes a node of the guide.
struct Title: Sendable {
    let element: NodeID
    /// The line of the file, from 1.
    let line: Int
    let text: String
    /// 1 to 6 for a heading, 0 for any other title.
    let level: Int
    let source: Guide.Node.Source
    let number: Enumerator?
    /// The words after the number.
    let words: Words

    init(_ passage: Passage, text: String, level: Int = 0, source: Guide.Node.Source, pack: LanguagePack) {
        element = passage.element
        line = passage.line
        self.text = text
        self.level = level
        self.source = source
        let allWords = Words(text)
        let (number, length) = Enumerator.read(allWords, pack)
        self.number = number
        words = Words(allWords.all[length...])
    }

    var isQuestion: Bool { words.lastPunctuation == "?" }

    /// Whether the title names something that can be seen (“If the light is red”), rather than what the reader has or plans (“If you use
    /// Linux”) or a remedy that did not help (“If this fails”).
    func namesVisibleCondition(_ pack: LanguagePack) -> Bool {
        guard words.beginsWithCondition(pack), words.all.count > 2 else { return false }
        let isAboutReader = pack.subjectPronouns.contains(words.all[1])
        return !isAboutReader && words.all.contains(where: pack.finiteVerbs.contains) && !pack.unresolved.matches(words)
            && !pack.escalations.matches(words)
    }
}

extension Words {
    /// Whether the first word begins a clause about a condition: `If the light is red`.
    func beginsWithCondition(_ pack: LanguagePack) -> Bool { all.first.map { pack.conditionWords.contains($0) } ?? false }
}

/// The number of a title, with the word before it: `2.`, `Step 2:`, `Solution #2 -`, `Option B —`.
struct Enumerator: Sendable, Equatable {
    /// The word before the number, if any.
    let name: String?
    /// The number; `A` is 1.
    let number: Int
    /// Whether the name announces one of several ways, as `Option` does.
    let isOption: Bool

    /// Reads the number at the beginning of a title.
    /// - Returns: the number, and how many words it takes, including the punctuation after it.
    static func read(_ words: Words, _ pack: LanguagePack) -> (Enumerator?, length: Int) {
        let all = words.all
        var index = 0
        guard let first = all.first else { return (nil, 0) }
        let isNamed = pack.enumeratorNames.contains(first) || pack.optionNames.contains(first)
        if isNamed { index = 1 }
        while index < all.count, all[index] == "(" { index += 1 }
        guard index < all.count, let number = value(all[index].text, isNamed: isNamed) else { return (nil, 0) }
        let isOption = isNamed && pack.optionNames.contains(first)
        index += 1
        let end = index
        while index < all.count, [".", ":", ")", "–"].contains(all[index].text) { index += 1 }
        // `3 ways to …` and `404 errors` are not numbered.
        guard isNamed || index > end else { return (nil, 0) }
        return (Enumerator(name: isNamed ? first.text : nil, number: number, isOption: isOption), index)
    }

    private static let numerals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

    private static func value(_ word: String, isNamed: Bool) -> Int? {
        if let number = Int(word) { return number > 0 && number < 100 ? number : nil }
        if word.utf8.count == 1, let letter = word.utf8.first, letter >= 0x61, letter <= 0x7A { return Int(letter) - 0x60 }
        guard isNamed else { return nil }
        return numerals.firstIndex(of: word).map { $0 + 1 }
    }
}

extension LanguagePack {
    /// Whether the title is numbered as a remedy: `Solution #2`.
    func isNumberedRemedy(_ title: Title) -> Bool { title.number?.name.map { remedyEnumeratorNames.contains($0) } ?? false }

    /// Whether the title is numbered as a step: `Step 3`.
    func isNumberedStep(_ title: Title) -> Bool { title.number?.name.map { stepEnumeratorNames.contains($0) } ?? false }
}

/// A title and the passages between it and the next one.
struct Section: Sendable {
    let title: Title
    /// The passage that contains the title.
    let passage: Passage
    var contents: [Passage] = []
    /// The writer's comment before the title.
    var override: Override?

    /// The contents without asides, comments and thematic breaks.
    var mainContents: [Passage] { contents.filter { !$0.isAside && $0.kind != .comment && $0.kind != .thematicBreak } }
}
