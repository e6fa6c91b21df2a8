/// What is seen of a candidate and of those near it.
struct CandidateFeatures {
    private let article: Article
    private let index: Int
    private let candidate: Candidate
    private let passage: Passage
    private var set = FeatureSet()

    static func features(of index: Int, in article: Article) -> FeatureSet {
        var features = CandidateFeatures(article, index)
        features.addOwn()
        features.addPlace()
        if features.candidate.group == .heading { features.addTitle() } else { features.addText() }
        return features.set
    }

    private init(_ article: Article, _ index: Int) {
        self.article = article
        self.index = index
        candidate = article.candidates[index]
        passage = article.passage(index)
    }

    // MARK: The text itself

    private mutating func addOwn() {
        set.add(candidate.words, .own, isUnitWord: candidate.group == .heading)
        set.add(shape: candidate.shape, .own)
        set.add(grammarOf: candidate.words, .own)
        let pure = candidate.words.pureConcepts
        set.add(concepts: pure, .pure, .own)
        if pure == 0 { set.add(.pureOther, bucket(candidate.words.tokens.count, [1, 2, 4])) }
        if let rest = candidate.rest { set.add(rest, .rest, words: 8, hasPairs: false) }
        for (mark, sign) in [
            (Passage.Marks.code, Sign.code), (.allCode, .allCode), (.bold, .bold), (.link, .link), (.allLink, .allLink), (.image, .image),
        ] where passage.marks.contains(mark) { set.add(sign) }
    }

    private mutating func addPlace() {
        let count = article.candidates.count
        set.add(.source, candidate.source.number)
        if let level = passage.headingLevel {
            set.add(.level, level)
            set.add(.relativeLevel, level - article.topLevel)
        }
        set.add(.position, min(9, 10 * index / max(1, count)))
        if index == 0 { set.add(.isFirst) }
        if !passage.disclosures.isEmpty { set.add(.inDisclosure) }
        if passage.isInHint { set.add(.inHint) }
        if passage.isInTab { set.add(.inTab) }
        if passage.isInStepper { set.add(.inStepper) }
        if passage.item != nil { set.add(.inItem) }
        if !passage.isFirst { set.add(.continues) }
        let next = article.passages[(candidate.passage + 1)...].first { $0.kind != .comment }
        set.add(.followedBy, next.map { followerNumber($0) } ?? 99)
        set.add(.after, index > 0 ? article.candidates[index - 1].source.number : 99)
    }

    private func followerNumber(_ next: Passage) -> Int {
        switch next.kind {
        case .heading(let level): passage.headingLevel.map { level > $0 ? 1 : level == $0 ? 2 : 3 } ?? 4
        case .summary: 5
        case .paragraph: 6
        case .item: next.isOrdered ? 7 : 8
        case .row: 9
        case .code: 10
        case .image: 11
        case .rule: 12
        case .tab: 13
        case .hint: 14
        case .comment: 15
        }
    }

    // MARK: Titles

    private mutating func addTitle() {
        guard let section = article.sections[index] else { return }
        set.add(.paragraphs, bucket(section.paragraphs))
        set.add(.orderedItems, bucket(section.orderedItems))
        set.add(.items, bucket(section.items))
        set.add(.words, bucket(section.words, [0, 10, 30, 60, 120, 250, 500]))
        set.add(.codes, min(section.codes, 3))
        set.add(.instructions, min(section.instructions, 4))
        if section.rows > 0 { set.add(.hasRows) }
        if section.tabs > 0 { set.add(.hasTabs) }
        if section.hints > 0 { set.add(.hasHints) }
        if section.isEmpty { set.add(.isEmpty) }
        let links = article.links[index]
        let siblings = article.siblings(index)
        set.add(.subtitles, bucket(links.children.count))
        set.add(.siblings, bucket(siblings.count))
        set.add(.index, min(links.position, 4))
        if links.position == siblings.count - 1 { set.add(.isLast) }
        var depth = 0
        var above = links.parent
        while let title = above, depth < 4 { (depth, above) = (depth + 1, article.links[title].parent) }
        set.add(.nesting, depth)
        set.add(.nesting, 10 + depth * 4 + min(2, links.children.count))
        addFollowing(section)
        article.group(below: index).addShares(without: nil, article, to: &set, .children)
        article.group(below: links.parent).addShares(without: links.isGrouped ? index : nil, article, to: &set, .siblings)
        addNeighbour(links.parent, .parent)
        addNeighbour(links.previous, .previous)
        addNeighbour(links.next, .next)
        if let grandparent = links.parent.flatMap({ article.links[$0].parent }) {
            set.add(concepts: article.candidates[grandparent].concepts, .concept, .grandparent)
        }
    }

    private mutating func addFollowing(_ section: SectionSummary) {
        let range = section.range
        for (place, following) in zip([Place.following, .second], range.prefix(2)) {
            set.add(article.candidates[following].words, place, words: 8, hasPairs: false)
        }
        if let first = range.first { set.add(shape: article.candidates[first].shape, .following) }
        if range.count > 2, let last = range.last { set.add(article.candidates[last].words, .last, hasWords: false) }
        var all: Lexicon.Concepts = 0
        for following in range { all |= article.candidates[following].concepts }
        set.add(concepts: all, .concept, .allBelow)
    }

    private mutating func addNeighbour(_ neighbour: Int?, _ place: Place) {
        guard let neighbour else { return set.add(.nothing, 0, place) }
        let other = article.candidates[neighbour]
        set.add(concepts: other.concepts, .concept, place)
        set.add(concepts: other.words.pureConcepts, .pure, place)
        addForm(of: other, place)
        set.add(.titleSource, other.source.number * 8 + (article.passage(neighbour).headingLevel ?? 0), place)
        for token in other.words.tokens.prefix(place == .parent ? 8 : 1) { set.add(word: token.hash, .word, place) }
    }

    private mutating func addForm(of other: Candidate, _ place: Place) {
        for sign in [Sign.quote, .errorName, .question, .numbered, .numberWord] where other.shape.has(sign) { set.add(sign, 0, place) }
        if (1...3).contains(other.shape.ending) { set.add(.ending, Int(other.shape.ending), place) }
    }

    // MARK: Texts

    private mutating func addText() {
        addHeading()
        switch candidate.group {
        case .item: addItem()
        case .row: addRow()
        case .paragraph, .heading: addParagraph()
        }
        for (place, neighbour) in [(Place.previous, index - 1), (.next, index + 1)] where article.candidates.indices.contains(neighbour) {
            let other = article.candidates[neighbour]
            set.add(concepts: other.concepts, .concept, place)
            set.add(concepts: other.firstConcepts, .firstConcept, place)
            addForm(of: other, place)
            for token in other.words.tokens.prefix(2) { set.add(word: token.hash, .word, place) }
        }
    }

    /// What the title of its section is.
    private mutating func addHeading() {
        guard let heading = article.links[index].heading else { return set.add(.nothing, 0, .head) }
        let other = article.candidates[heading]
        set.add(concepts: other.concepts, .concept, .head)
        set.add(concepts: other.words.pureConcepts, .pure, .head)
        for token in other.words.tokens.prefix(8) { set.add(word: token.hash, .word, .head) }
        addForm(of: other, .head)
        set.add(.subtitles, bucket(article.links[heading].children.count), .head)
        if let parent = article.links[heading].parent { set.add(concepts: article.candidates[parent].concepts, .concept, .headParent) }
        set.add(.distance, min(6, index - heading), .head)
    }

    private mutating func addItem() {
        set.add(.isOrdered, passage.isOrdered ? 1 : 0)
        set.add(.depth, min(passage.depth, 4))
        if candidate.rest != nil { set.add(.boldLead) }
        let list = article.lists[passage.list] ?? [index]
        set.add(.listSize, bucket(list.count))
        set.add(.index, min(article.links[index].position, 4), .list)
        if list.last == index { set.add(.isLast, 0, .list) }
        let inside = (article.inItem[candidate.passage] ?? []).map { article.passages[$0] }
        if let item = inside.first(where: { $0.kind == .item }) { set.add(.childItems, item.isOrdered ? 1 : 0) }
        if inside.contains(where: { $0.kind == .paragraph }) { set.add(.childParagraph) }
        if inside.contains(where: { $0.kind == .code }) { set.add(.childCode) }
        if passage.text.unicodeScalars.count > 180 { set.add(.isLong) }
        article.listGroups[passage.list]?.add(to: &set)
        if let intro = article.intros[passage.list] { addIntro(intro) }
        addItemAround()
    }

    private mutating func addIntro(_ intro: Int) {
        let other = article.passage(intro)
        set.add(.source, article.candidates[intro].source.number, .intro)
        let text = other.headingLevel == nil ? String(other.text.suffix(90)) : other.text
        let reading = TextReading(text)
        set.add(reading, .intro, words: 16, hasPairs: false, isUnitWord: true)
        if text.hasSuffix(":") || text.hasSuffix("：") { set.add(.endsInColon, 0, .intro) }
        if let last = reading.tokens.last {
            let before = reading.tokens.dropLast().last?.hash ?? 0
            set.add(word: FeatureSet.mix(before, last.hash), .lastPair, .intro, isUnitWord: true)
        }
    }

    /// The item that it stands in.
    private mutating func addItemAround() {
        guard let item = passage.item, let outer = article.candidateOfPassage[item] else { return }
        set.add(concepts: article.candidates[outer].concepts, .concept, .item)
        set.add(.isOrdered, article.passages[item].isOrdered ? 1 : 0, .item)
        for token in article.candidates[outer].words.tokens.prefix(5) { set.add(word: token.hash, .word, .item) }
    }

    private mutating func addRow() {
        for (column, header) in passage.headers.prefix(4).enumerated() {
            let reading = TextReading(header, limit: 60)
            var rest = reading.concepts()
            while rest != 0 {
                set.add(.concept, min(column, 2) * 32 + rest.trailingZeroBitCount, .column)
                rest &= rest - 1
            }
            for token in reading.tokens.prefix(4) { set.add(word: token.hash, .word, .column, isUnitWord: true) }
        }
        let rows = article.lists[passage.list] ?? [index]
        set.add(.columns, passage.cells.count)
        set.add(.rowCount, bucket(rows.count))
        if let last = passage.cells.last {
            let text = last.firstSentence
            let reading = TextReading(text, limit: 100)
            set.add(reading, .lastCell, words: 6, hasPairs: false)
            set.add(shape: TextShape(text, reading), .lastCell)
        }
        article.listGroups[passage.list]?.add(to: &set)
    }

    private mutating func addParagraph() {
        set.add(.characters, bucket(passage.text.unicodeScalars.count, [20, 50, 90, 150, 250, 400]))
        let sentences = passage.text.sentences
        let later = sentences.dropFirst().prefix(4).count { TextReading(String($0.prefix(24))).firstConcepts.contains(.instruction) }
        set.add(.laterInstructions, min(later, 2))
        set.add(.sentences, min(sentences.count, 5))
        let body = TextReading(passage.text, limit: 1_000)
        set.add(concepts: body.concepts(), .concept, .body)
        let tokens = body.tokens.prefix(40).map(\.hash)
        for token in Set(tokens) { set.add(word: token, .word, .body, isUnitWord: true) }
        for pair in Set(zip(tokens, tokens.dropFirst()).map { FeatureSet.mix($0, $1) }) {
            set.add(word: pair, .pair, .body, isUnitWord: true)
        }
        if sentences.count > 1, let last = sentences.last {
            let reading = TextReading(String(last))
            for token in reading.tokens.prefix(4) { set.add(word: token.hash, .word, .bodyEnd) }
            set.add(concepts: reading.firstConcepts, .firstConcept, .bodyEnd)
            if passage.endsInColon { set.add(.endsInColon, reading.firstConcepts.contains(.instruction) ? 1 : 0, .bodyEnd) }
        }
        // A way through menus and nothing else, as in `Settings → Users`.
        if candidate.shape.has(.path), passage.marks.contains(.bold), sentences.count == 1 {
            set.add(.path, 1 + min(2, body.tokens.count / 8), .body)
        }
        addItemAround()
    }
}
