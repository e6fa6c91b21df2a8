/// What is seen of a page as a whole.
enum PageFeatures {
    static func features(of article: Article) -> FeatureSet {
        var set = FeatureSet()
        let title = TextReading(article.title, limit: 200)
        set.add(title, .title)
        set.add(shape: TextShape(article.title, title), .title)
        if !article.description.isEmpty {
            set.add(TextReading(article.description, limit: 200), .description, words: 30, letters: 200, hasWords: false)
        }
        addHeadings(article, &set)
        addParts(article, TextShape(article.title, title), title, &set)
        addGroups(article, title, &set)
        addLists(article, &set)
        set.add(.passageCount, bucket(article.candidates.count, [5, 10, 20, 40, 80]), .page)
        set.add(.codeCount, min(5, article.passages.count { $0.kind == .code }), .page)
        set.add(.boldCount, min(4, article.candidates.count { $0.source == .bold }), .page)
        set.add(.summaryCount, min(3, article.candidates.count { $0.source == .summary }), .page)
        set.add(.rowCount, bucket(article.candidates.count { $0.group == .row }), .page)
        for candidate in article.candidates.lazy.filter({ $0.group == .paragraph }).prefix(2) {
            set.add(candidate.words, .opening, words: 20, letters: 160, hasPairs: false)
        }
        return set
    }

    private static func addHeadings(_ article: Article, _ set: inout FeatureSet) {
        let headings = article.candidates.indices.filter {
            article.candidates[$0].group == .heading && article.passage($0).text != article.title
        }
        set.add(.headingCount, bucket(headings.count), .page)
        guard !headings.isEmpty else { return }
        let candidates = headings.map { article.candidates[$0] }
        for concept in Concept.allCases {
            let percent = candidates.count { $0.concepts.contains(concept) } * 100 / candidates.count
            addShares(percent, concept.rawValue, &set)
        }
        for (number, sign) in [Sign.quote, .errorName, .question, .numbered, .version].enumerated() {
            addShares(candidates.count { $0.shape.has(sign) } * 100 / candidates.count, 40 + number, &set)
        }
    }

    /// Which parts of an article about a fault are named, and how many titles that name a fault tell what to do: together with the page's title,
    /// because a sum of single signs cannot say that two of them need one another.
    private static func addParts(_ article: Article, _ shape: TextShape, _ title: TextReading, _ set: inout FeatureSet) {
        var parts: Lexicon.Concepts = 0
        var faults = 0
        var told = 0
        for heading in article.headings where article.passage(heading).text != article.title {
            let candidate = article.candidates[heading]
            parts |= candidate.words.namedConcepts
            guard candidate.concepts.contains(.fault) || candidate.shape.has(.quote) || candidate.shape.has(.errorName) else { continue }
            faults += 1
            if article.tellsWhatToDo(heading) { told += 1 }
        }
        let isFault = title.has(.fault) || shape.has(.quote) || shape.has(.errorName)
        let isHowTo = title.has(.howTo) || title.firstConcepts.contains(.instruction)
        let kind = isFault ? 0 : title.has(.troubleshooting) ? 1 : isHowTo ? 2 : 3
        var named = 0
        for (bit, concept) in [Concept.fix, .cause, .symptom, .troubleshooting, .contact].enumerated() where parts.contains(concept) {
            named |= 1 << bit
        }
        set.add(.pair, 500 + named * 4 + kind, .headings)
        set.add(.hasInstructions, 20 + bucket(told) * 4 + kind, .headings)
        set.add(.hasInstructions, 100 + (faults == 0 ? 9 : told * 4 / faults), .headings)
    }

    /// The largest group of titles beside one another: what they have in common, and whether they tell what to do.
    private static func addGroups(_ article: Article, _ title: TextReading, _ set: inout FeatureSet) {
        var groups: [[Int]] = article.candidates.indices.map { article.links[$0].children }
        groups.append(article.group(below: nil).titles)
        let largest = groups.max { $0.count < $1.count } ?? []
        let sections = article.headings.compactMap { article.sections[$0] }
        let told = sections.count { $0.instructions > 0 || $0.orderedItems > 0 }
        set.add(.hasInstructions, sections.isEmpty ? 9 : told * 4 / sections.count, .page)
        set.add(.instructions, 20 + bucket(sections.reduce(0) { $0 + $1.instructions }), .page)
        set.add(.orderedItems, bucket(sections.reduce(0) { $0 + $1.orderedItems }), .page)
        set.add(.subtitles, bucket(largest.count), .children)
        guard largest.count > 1 else { return }
        let candidates = largest.map { article.candidates[$0] }
        func share(_ number: Int, _ holds: (Candidate) -> Bool) {
            set.add(.share, 200 + number * 8 + candidates.count(where: holds) * 4 / candidates.count, .children)
        }
        share(0) { $0.concepts.contains(.fault) || $0.shape.has(.quote) || $0.shape.has(.errorName) }
        share(1) { $0.shape.ending == 2 }
        share(2) { $0.shape.has(.numbered) }
        share(3) { $0.firstConcepts.contains(.instruction) }
        share(4) { $0.concepts.contains(.fix) || $0.concepts.contains(.cause) || $0.concepts.contains(.check) }
        share(5) { $0.concepts.contains(.platform) }
        share(6) { $0.shape.has(.version) || $0.concepts.contains(.release) }
        let faults =
            candidates.count { $0.concepts.contains(.fault) || $0.shape.has(.quote) || $0.shape.has(.errorName) } * 3 / candidates.count
        let concepts = title.concepts()
        for concept in [Concept.fault, .troubleshooting, .howTo, .reference, .release, .faq, .question, .fix] {
            set.add(.pair, (concept.rawValue * 2 + (concepts.contains(concept) ? 1 : 0)) * 8 + faults, .title)
        }
    }

    private static func addShares(_ percent: Int, _ number: Int, _ set: inout FeatureSet) {
        for (step, bound) in [1, 15, 35, 60].enumerated() where percent >= bound { set.add(.share, number * 4 + step, .headings) }
    }

    private static func addLists(_ article: Article, _ set: inout FeatureSet) {
        let items = article.candidates.indices.filter { article.candidates[$0].group == .item }
        set.add(.items, bucket(items.count), .page)
        guard !items.isEmpty else { return }
        let instructions = items.count { article.candidates[$0].firstConcepts.contains(.instruction) }
        set.add(.instructions, instructions * 4 / items.count, .page)
        set.add(.isOrdered, items.count { article.passage($0).isOrdered } * 3 / items.count, .page)
        set.add(.allLink, items.count { article.passage($0).marks.contains(.allLink) } * 3 / items.count, .page)
    }
}
