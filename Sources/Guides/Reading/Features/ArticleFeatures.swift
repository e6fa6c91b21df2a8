/// All that is seen of an article, before anything is decided.
struct ArticleFeatures: Sendable {
    let article: Article
    let page: FeatureSet
    let candidates: [FeatureSet]
    /// What tells of an escalation, for paragraphs alone; empty for others.
    let escalations: [[Feature]]
    /// The candidates that decide together whether they are titles: each list, each table, and each other text that is no heading.
    let units: [[Int]]

    init(_ article: Article) {
        self.article = article
        page = PageFeatures.features(of: article)
        candidates = article.candidates.indices.map { CandidateFeatures.features(of: $0, in: article) }
        escalations = article.candidates.indices.map { EscalationFeatures.features(of: $0, in: article) }
        units = Self.units(article)
    }

    private static func units(_ article: Article) -> [[Int]] {
        var units: [[Int]] = []
        var unitOfList: [Int: Int] = [:]
        for (index, candidate) in article.candidates.enumerated() where candidate.source != .heading {
            let list = candidate.group == .item || candidate.group == .row ? article.passage(index).list : 0
            if list > 0, let unit = unitOfList[list] {
                units[unit].append(index)
            } else {
                if list > 0 { unitOfList[list] = units.count }
                units.append([index])
            }
        }
        return units
    }
}

/// Whether a paragraph says whom to ask when nothing helped.
enum EscalationFeatures {
    static func features(of index: Int, in article: Article) -> [Feature] {
        guard article.candidates[index].source == .paragraph else { return [] }
        let passage = article.passage(index)
        let body = TextReading(passage.text, limit: 1_000)
        var set = FeatureSet()
        let count = min(body.count(of: .contact), 3)
        let isLast = index + 1 >= article.candidates.count || article.candidates[index + 1].group == .heading
        let isAtEnd = article.isInLastSection(index)
        let opening = body.concepts(words: 4, letters: 20)
        let isConditional = opening.contains(.condition) || body.has(.condition)
        let isNegative = body.has(.negation) || body.has(.fault)
        let isStill = body.has(.escalation)
        let asks = body.meanings.contains { $0.concepts.contains(.contact) && $0.concepts.contains(.instruction) }
        func flags(_ values: Bool...) -> Int { values.reduce(0) { $0 * 2 + ($1 ? 1 : 0) } }
        set.add(.escalationWords, count)
        set.add(.isLast, isLast ? 1 : 0)
        set.add(.position, isAtEnd ? 1 : 0)
        set.add(.escalationWords, 100 + count * 2 + flags(isConditional))
        set.add(.escalationWords, 200 + count * 2 + flags(isAtEnd))
        set.add(.escalationWords, 300 + count * 2 + flags(isLast))
        set.add(.escalationWords, 400 + count * 8 + flags(isConditional, isNegative, isStill))
        set.add(.escalationWords, 500 + flags(count > 0, isConditional && isNegative, isStill, isLast, passage.marks.contains(.contact)))
        set.add(.escalationWords, 600 + flags(asks, opening.contains(.condition), isNegative))
        set.add(.characters, bucket(passage.text.unicodeScalars.count, [60, 100, 150, 250, 400]))
        set.add(.inItem, passage.item != nil ? 1 : 0)
        set.add(.inHint, passage.isInHint ? 1 : 0)
        if passage.marks.contains(.contact) {
            set.add(.link)
            set.add(.link, 1 + min(count, 3))
        }
        set.add(concepts: body.concepts(), .concept, .body)
        set.add(concepts: body.firstConcepts, .firstConcept, .body)
        for meaning in body.meanings where meaning.concepts.contains(.escalation) || meaning.concepts.contains(.contact) {
            if let token = body.tokens.first(where: { $0.offset == meaning.offset }) { set.add(word: token.hash, .word, .body) }
        }
        return (set.general + set.words).map { Feature(id: FeatureSet.mix($0.id, 0xE5C), value: $0.value) }
    }
}
