import Bytes

/// The index of a row of pages: made by one worker, while the pages themselves are made, and later joined with the others.
package struct IndexBuilder: Sendable {
    private var records: [PageRecord] = []
    private var terms = TermTable()
    /// How many sections the pages before have in all.
    private var sectionCount = 0
    private var words = TermTable()
    /// What each of `words` is to the index: the number of a term; less where it is a word too common for texts.
    private var meanings: [Meaning] = []
    private var isEnglish = false
    private var stem: [UInt8] = []
    private var pair: [UInt8] = []
    private var entries: [Entry] = []
    /// The last entry of each term.
    private var lastEntries: [Int32] = []
    /// The entries of the line of code that is being read.
    private var unit: [Int] = []
    private var unitHasSignal = false
    /// The terms of the line of code, or of the title, that is being read, in their order, without words too common to be looked for.
    private var row: [Int32] = []
    private var sections: [SearchSection] = []
    /// How many words each section of the page that is being read has.
    private var lengths: [Int] = []

    private struct Meaning {
        let term: Int32
        let isStopWord: Bool
        let isSignal: Bool
    }

    /// That a term stands in a section.
    private struct Entry {
        let term: UInt32
        let section: UInt32
        /// Weights that count as they are, such as a title's.
        var fixed: Weights.Weight = 0
        /// Weights that count less in a longer text.
        var body: Weights.Weight = 0
        /// Once the section's length is known, its level takes the place of both.
        var level: UInt8 {
            get { UInt8(truncatingIfNeeded: fixed) }
            set { (fixed, body) = (Weights.Weight(newValue), 0) }
        }
    }

    package init() { resetWords() }

    /// Adds a page behind the others.
    /// - Parameter body: the HTML of its text, as kbgen's renderer writes it.
    package mutating func add(_ page: SearchPage, body: [UInt8]) {
        // Stems are English; words of other languages stay as they are.
        let isEnglish = page.language.hasPrefix("en")
        if isEnglish != self.isEnglish {
            self.isEnglish = isEnglish
            resetWords()
        }
        let firstEntry = entries.count
        sections = [SearchSection(anchor: "")]
        lengths = [0]
        var tokenizer = Tokenizer()
        addHead(page, &tokenizer)
        HTMLTextReader.read(body, parts: page.parts) { read($0, &tokenizer) }
        settle(from: firstEntry)
        records.append(PageRecord(page, sections))
        sectionCount += sections.count
    }

    private mutating func addHead(_ page: SearchPage, _ tokenizer: inout Tokenizer) {
        let title = Weights.title(Tokenizer.terms(of: page.title).count { $0.role != .part })
        add(page.title, title, &tokenizer)
        addPairs(title)
        add(page.description, Weights.description, &tokenizer)
        for crumb in page.crumbs { add(crumb, Weights.crumb, &tokenizer) }
        for tag in page.tags { add(tag, Weights.tag, &tokenizer) }
        row.removeAll(keepingCapacity: true)
    }

    private mutating func add(_ text: String, _ weight: Weights.Weight, _ tokenizer: inout Tokenizer) {
        var text = text
        text.withUTF8 { bytes in
            tokenizer.read(bytes) { addFixed($0, $1, weight) }
        }
        tokenizer.end { addFixed($0, $1, weight) }
    }

    /// What stands side by side in a title or in an error is found best by that.
    private mutating func addPairs(_ weight: Weights.Weight) {
        for (one, other) in zip(row, row.dropFirst()) {
            pair.removeAll(keepingCapacity: true)
            pair.append(contentsOf: terms[Int(one)])
            pair.append(0x20)
            pair.append(contentsOf: terms[Int(other)])
            let term = pair.withUnsafeBufferPointer { terms.id(of: $0) }
            if term == lastEntries.count { lastEntries.append(-1) }
            let entry = entry(Int32(term))
            entries[entry].fixed = entries[entry].fixed.saturatingAdd(weight)
        }
        row.removeAll(keepingCapacity: true)
    }

    private mutating func read(_ event: HTMLTextReader.Event, _ tokenizer: inout Tokenizer) {
        switch event {
        case .section(let anchor):
            endUnit(&tokenizer)
            row.removeAll(keepingCapacity: true)
            sections.append(SearchSection(anchor: anchor))
            lengths.append(0)
        case .title(let title):
            tokenizer.end { addFixed($0, $1, Weights.heading) }
            sections[sections.count - 1].title = title
        case .boundary, .reference: tokenizer.end { addWord($0, $1, Weights.one) }
        case .unit: endUnit(&tokenizer)
        case .text(let bytes, .heading): tokenizer.read(bytes) { addFixed($0, $1, Weights.heading) }
        case .text(let bytes, let field):
            let weight = Weights.of(field)
            let isCode = field == .code || field == .codeBlock
            tokenizer.read(bytes) { isCode ? addCode($0, $1, weight) : addWord($0, $1, weight) }
        }
    }

    private mutating func endUnit(_ tokenizer: inout Tokenizer) {
        tokenizer.end { addCode($0, $1, Weights.one) }
        if unitHasSignal {
            for entry in unit { entries[entry].body = entries[entry].body.saturatingAdd(Weights.error) }
            addPairs(Weights.errorPair)
        }
        row.removeAll(keepingCapacity: true)
        unit.removeAll(keepingCapacity: true)
        unitHasSignal = false
    }

    // MARK: Terms

    private mutating func addFixed(_ word: UnsafeBufferPointer<UInt8>, _ role: Tokenizer.Role, _ weight: Weights.Weight) {
        let meaning = meaning(of: word, role)
        if role != .part, !meaning.isStopWord { row.append(meaning.term) }
        let entry = entry(meaning.term)
        entries[entry].fixed = entries[entry].fixed.saturatingAdd(role == .part ? Weights.part(weight) : weight)
    }

    private mutating func addWord(_ word: UnsafeBufferPointer<UInt8>, _ role: Tokenizer.Role, _ weight: Weights.Weight) {
        let meaning = meaning(of: word, role)
        lengths[lengths.count - 1] += 1
        if meaning.isStopWord { return }
        let entry = entry(meaning.term)
        entries[entry].body = entries[entry].body.saturatingAdd(role == .part ? Weights.part(weight) : weight)
    }

    private mutating func addCode(_ word: UnsafeBufferPointer<UInt8>, _ role: Tokenizer.Role, _ weight: Weights.Weight) {
        let meaning = meaning(of: word, role)
        lengths[lengths.count - 1] += 1
        unitHasSignal = unitHasSignal || meaning.isSignal
        if role != .part, !meaning.isStopWord { row.append(meaning.term) }
        let entry = entry(meaning.term)
        entries[entry].body = entries[entry].body.saturatingAdd(role == .part ? Weights.part(weight) : weight)
        unit.append(entry)
    }

    /// The entry of a term in the present section.
    private mutating func entry(_ term: Int32) -> Int {
        let section = UInt32(sectionCount + sections.count - 1)
        let last = Int(lastEntries[Int(term)])
        if last >= 0, entries[last].section == section { return last }
        entries.append(Entry(term: UInt32(term), section: section))
        lastEntries[Int(term)] = Int32(entries.count - 1)
        return entries.count - 1
    }

    /// Each word is looked up once as it is written; what it means to the index is known from then on.
    private mutating func meaning(of word: UnsafeBufferPointer<UInt8>, _ role: Tokenizer.Role) -> Meaning {
        let id = words.id(of: word)
        if id < meanings.count { return meanings[id] }
        return learn(word, role, isStopWord: false, isSignal: false)
    }

    private mutating func learn(_ word: UnsafeBufferPointer<UInt8>, _ role: Tokenizer.Role, isStopWord: Bool, isSignal: Bool) -> Meaning {
        stem.removeAll(keepingCapacity: true)
        stem.append(contentsOf: word)
        if isEnglish, role != .gram { Stemmer.stem(&stem) }
        let term = stem.withUnsafeBufferPointer { terms.id(of: $0) }
        if term == lastEntries.count { lastEntries.append(-1) }
        let meaning = Meaning(term: Int32(term), isStopWord: isStopWord, isSignal: isSignal)
        meanings.append(meaning)
        return meaning
    }

    /// Begins with the words that mean more than others.
    private mutating func resetWords() {
        words = TermTable()
        meanings = []
        for word in isEnglish ? Weights.stopWordSet.sorted() : [] { learn(word, isStopWord: true) }
        for word in Weights.signals.sorted() { learn(word, isStopWord: false) }
    }

    private mutating func learn(_ word: String, isStopWord: Bool) {
        var word = word
        word.withUTF8 { bytes in
            if words.id(of: bytes) == meanings.count { _ = learn(bytes, .word, isStopWord: isStopWord, isSignal: !isStopWord) }
        }
    }

    // MARK: Levels

    /// Gives the entries of the last page their levels, now that the lengths of its sections are known.
    private mutating func settle(from first: Int) {
        let norms = lengths.map { Weights.norm(length: $0) }
        for index in first..<entries.count {
            let entry = entries[index]
            entries[index].level = Weights.level(fixed: entry.fixed, body: entry.body, norm: norms[Int(entry.section) - sectionCount])
        }
    }

    /// What is left once all pages are added, in as little memory as it takes.
    package func finished() -> IndexSegment {
        var starts = [Int](repeating: 0, count: terms.count + 1)
        for entry in entries { starts[Int(entry.term) + 1] += 1 }
        for term in 0..<terms.count { starts[term + 1] += starts[term] }
        var places = starts
        var ordered = [Posting](repeating: Posting(section: 0, level: 0), count: entries.count)
        for entry in entries {
            ordered[places[Int(entry.term)]] = Posting(section: entry.section, level: entry.level)
            places[Int(entry.term)] += 1
        }
        var part = IndexSegment(records: records, sectionCount: sectionCount)
        for term in terms.sorted() where starts[term] < starts[term + 1] { part.add(terms[term], ordered[starts[term]..<starts[term + 1]]) }
        return part
    }
}

extension Weights.Weight {
    func saturatingAdd(_ other: Self) -> Self {
        let (sum, isOver) = addingReportingOverflow(other)
        return isOver ? .max : sum
    }
}
