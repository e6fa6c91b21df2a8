/// A passage that may be a title or a step, with what is known of it before anything is decided.
struct Candidate: Sendable {
    enum Group: UInt32, Sendable {
        /// Headings, summaries and paragraphs in bold.
        case heading
        case paragraph, item, row
    }

    let passage: Int
    let source: Guide.Node.Source
    let group: Group
    /// The title, or the first sentence of a text.
    let words: TextReading
    let shape: TextShape
    /// The text behind a title in bold.
    let rest: TextReading?
    /// What its title speaks of, and its first word.
    let concepts: Lexicon.Concepts
    let firstConcepts: Lexicon.Concepts

    init(_ index: Int, _ passage: Passage) {
        self.passage = index
        source = passage.source
        switch source {
        case .heading, .summary, .bold: group = .heading
        case .lead, .paragraph: group = .paragraph
        case .listItem: group = .item
        case .tableRow: group = .row
        }
        let lead = passage.lead.flatMap { $0.rest.isEmpty ? nil : $0 }
        let isTitle = source == .heading || source == .summary || source == .bold
        let text = lead?.title ?? (isTitle ? passage.text : passage.text.firstSentence)
        words = TextReading(text, limit: 200)
        shape = TextShape(text, words)
        rest = lead.map { TextReading($0.rest.firstSentence, limit: 200) }
        concepts = words.concepts(words: 14, letters: 120)
        firstConcepts = words.firstConcepts
    }
}

extension String {
    /// The text up to its first full stop, question mark or colon, of 15 letters at least and 160 at most.
    var firstSentence: String {
        var count = 0
        var end = endIndex
        var index = startIndex
        while index < endIndex, count < 160 {
            let character = self[index]
            let next = self.index(after: index)
            count += 1
            if count > 15 {
                let isWide = "。！？：".contains(character)
                if isWide || (".!?:".contains(character) && (next == endIndex || self[next].isWhitespace)) {
                    end = next
                    break
                }
            }
            index = next
            if count == 160 { end = index }
        }
        return end == endIndex ? self : String(self[..<end])
    }

    /// The sentences of a text, roughly.
    var sentences: [Substring] {
        var sentences: [Substring] = []
        var start = startIndex
        var index = startIndex
        while index < endIndex {
            let next = self.index(after: index)
            if "。！？".contains(self[index]) || (".!?".contains(self[index]) && (next == endIndex || self[next].isWhitespace)) {
                sentences.append(self[start..<next])
                start = next
            }
            index = next
        }
        if start < endIndex { sentences.append(self[start...]) }
        return sentences
    }
}
