import Markdown

/// A title as it stands in an article: what a node begins with.
struct Title: Sendable {
    let node: NodeID
    /// The line of the file, from 1.
    let line: Int
    let text: String
    /// 1 to 6 for a heading; 0 for what is none.
    let level: Int
    let source: Guide.Node.Source
    let number: Enumerator?
    /// The words without the number.
    let words: Words

    init(_ passage: Passage, text: String, level: Int = 0, source: Guide.Node.Source, pack: LanguagePack) {
        node = passage.node
        line = passage.line
        self.text = text
        self.level = level
        self.source = source
        let all = Words(text)
        let (number, length) = Enumerator.read(all, pack)
        self.number = number
        words = Words(all.all[length...])
    }

    var isQuestion: Bool { words.lastMark == "?" }

    /// “If the light is red”: a title that begins with a condition which can be seen, and not with what the reader has or wants (“If you use Linux”), nor
    /// with that nothing helped.
    func isConditional(_ pack: LanguagePack) -> Bool {
        guard let first = words.all.first, pack.conditions.contains(first), words.all.count > 2 else { return false }
        let isOfReader = pack.questionFollowers.contains(words.all[1])
        return !isOfReader && words.all.contains(where: pack.finiteVerbs.contains) && !pack.unresolved.matches(words)
            && !pack.escalations.matches(words)
    }
}

/// What a title is numbered by: `2.`, `Step 2:`, `Solution #2 -`, `Option B —`.
struct Enumerator: Sendable, Equatable {
    /// The word before the number, or nil.
    let name: String?
    /// The number; letters count from 1.
    let number: Int
    /// The name is one that stands for ways to choose from.
    let isOption: Bool

    /// The number at the beginning of a title, and how many words it takes with the mark behind it.
    static func read(_ words: Words, _ pack: LanguagePack) -> (Enumerator?, length: Int) {
        let all = words.all
        var index = 0
        guard let first = all.first else { return (nil, 0) }
        let isNamed = pack.numbered.contains(first) || pack.optionNames.contains(first)
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

    private static let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

    private static func value(_ word: String, isNamed: Bool) -> Int? {
        if let number = Int(word) { return number > 0 && number < 100 ? number : nil }
        if word.utf8.count == 1, let letter = word.utf8.first, letter >= 0x61, letter <= 0x7A { return Int(letter) - 0x60 }
        guard isNamed else { return nil }
        return words.firstIndex(of: word).map { $0 + 1 }
    }
}

extension LanguagePack {
    /// Whether a title is numbered as something that makes the fault go away: `Solution #2`.
    func numbersRemedy(_ title: Title) -> Bool { title.number?.name.map { remedyNumbers.contains($0) } ?? false }

    /// Whether it is numbered as one thing after the other: `Step 3`.
    func numbersStep(_ title: Title) -> Bool { title.number?.name.map { stepNumbers.contains($0) } ?? false }
}

/// A title with what stands between it and the next.
struct Section: Sendable {
    let title: Title
    /// What the title was found in.
    let passage: Passage
    var contents: [Passage] = []
    /// What the writer says of the title in a comment before it.
    var override: Override?
    /// The title stands behind a thematic break.
    var isBehindBreak = false

    /// What a reader is told to do or to read here, beside remarks.
    var course: [Passage] { contents.filter { !$0.isAside && $0.kind != .comment && $0.kind != .thematicBreak } }
}
