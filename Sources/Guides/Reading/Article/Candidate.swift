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
        let scalars = unicodeScalars
        var count = 0
        var index = scalars.startIndex
        while index < scalars.endIndex, count < 160 {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            count += 1
            if count > 15, scalar.endsSentence(before: next < scalars.endIndex ? scalars[next] : nil) || scalar.isColon(scalars, next) {
                return String(scalars[..<next])
            }
            index = next
        }
        return index == scalars.endIndex ? self : String(scalars[..<index])
    }

    /// The sentences of a text, roughly.
    var sentences: [Substring] {
        let scalars = unicodeScalars
        var sentences: [Substring] = []
        var start = scalars.startIndex
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            if scalars[index].endsSentence(before: next < scalars.endIndex ? scalars[next] : nil) {
                sentences.append(self[start..<next])
                start = next
            }
            index = next
        }
        if start < scalars.endIndex { sentences.append(self[start...]) }
        return sentences
    }
}

extension Unicode.Scalar {
    /// Whether it is a mark that ends a sentence: a wide one in any case, another at the end or before a space.
    fileprivate func endsSentence(before next: Unicode.Scalar?) -> Bool {
        switch self {
        case "。", "！", "？": true
        case ".", "!", "?": next?.properties.isWhitespace ?? true
        default: false
        }
    }

    fileprivate func isColon(_ scalars: String.UnicodeScalarView, _ next: String.Index) -> Bool {
        switch self {
        case "：": true
        case ":": next < scalars.endIndex ? scalars[next].properties.isWhitespace : true
        default: false
        }
    }
}
