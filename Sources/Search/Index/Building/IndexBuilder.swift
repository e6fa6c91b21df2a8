import Bytes

/// Indexes a batch of consecutive pages. Each worker has its own builder and feeds it the pages that it renders; `SearchIndex` merges the
/// resulting segments.
package struct IndexBuilder: Sendable {
    private var records: [PageRecord] = []
    /// The number of sections of the pages before the current one.
    private var sectionCount = 0
    private var terms = TermTable()
    /// All words as the tokenizer emits them, with what the index makes of each, so that each distinct word is stemmed once.
    private var words = TermTable()
    private var wordInfos: [WordInfo] = []
    private var isEnglish = false
    /// The postings of all terms in the order of first occurrence, and the last one of each term, or -1.
    private var postings: [PendingPosting] = []
    private var lastPostings: [Int32] = []
    /// The titles and anchors of the current page's sections, and the numbers of their words.
    private var sections: [SearchSection] = []
    private var wordCounts: [Int] = []
    /// The postings of the current line of code, and whether it has a signal word.
    private var linePostings: [Int] = []
    private var lineHasSignalWord = false
    /// The terms of the current line of code or title in their order, without stop words and components of compounds.
    private var adjacentTerms: [Int32] = []
    /// The current title or heading as one term.
    private var whole = WholeTitle()
    /// Whether a heading has begun, the last word of which may not have ended.
    private var isInHeading = false
    /// Scratch buffers.
    private var stem: [UInt8] = []
    private var pair: [UInt8] = []

    private struct WordInfo {
        /// The id of the word's term in `terms`.
        let term: Int32
        let isStopWord: Bool
        let isSignalWord: Bool
    }

    /// A posting whose weights are still being summed up.
    private struct PendingPosting {
        let term: UInt32
        let section: UInt32
        /// The sum of weights that don't depend on the section's length, such as a title's.
        var fixedWeight: Weights.Weight = 0
        /// The sum of weights that count less in a longer section.
        var bodyWeight: Weights.Weight = 0
        /// Replaces both weights once the section's length is known; it is stored in their place to save memory.
        var impact: UInt8 {
            get { UInt8(truncatingIfNeeded: fixedWeight) }
            set { (fixedWeight, bodyWeight) = (Weights.Weight(newValue), 0) }
        }
    }

    package init() { resetWords() }

    /// Indexes the next page.
    /// - Parameter body: the page's body in HTML, as kbgen's renderer writes it.
    package mutating func add(_ page: SearchPage, body: [UInt8]) {
        // The stemmer and the stop words are English; words of other languages are indexed as they are.
        let isEnglish = page.language.hasPrefix("en")
        if isEnglish != self.isEnglish {
            self.isEnglish = isEnglish
            resetWords()
        }
        let firstPosting = postings.count
        sections = [SearchSection(anchor: "")]
        wordCounts = [0]
        var tokenizer = Tokenizer()
        addMetadata(page, &tokenizer)
        HTMLTextReader.read(body, sectionTitles: page.sectionTitles) { handle($0, &tokenizer) }
        assignImpacts(from: firstPosting)
        records.append(PageRecord(page, sections))
        sectionCount += sections.count
    }

    /// The segment of all pages that were added.
    package func segment() -> IndexSegment {
        let (sorted, starts) = sortedPostings()
        var segment = IndexSegment(records: records, sectionCount: sectionCount)
        for term in terms.sorted() where starts[term] < starts[term + 1] {
            segment.add(terms[term], sorted[starts[term]..<starts[term + 1]])
        }
        return segment
    }

    /// All postings by term, and where those of each term begin. A counting sort, which keeps the sections of each term in their order; through
    /// buffers, since an array asks at every change whether it is shared.
    private func sortedPostings() -> (postings: [Posting], starts: [Int]) {
        var starts = [Int](repeating: 0, count: terms.count + 1)
        starts.withUnsafeMutableBufferPointer { starts in
            for posting in postings { starts[Int(posting.term) + 1] += 1 }
            for term in 0..<terms.count { starts[term + 1] += starts[term] }
        }
        var next = starts
        let sorted = [Posting](unsafeUninitializedCapacity: postings.count) { sorted, count in
            next.withUnsafeMutableBufferPointer { next in
                for posting in postings {
                    let index = next[Int(posting.term)]
                    sorted.initializeElement(at: index, to: Posting(section: posting.section, impact: posting.impact))
                    next[Int(posting.term)] = index + 1
                }
            }
            count = postings.count
        }
        return (sorted, starts)
    }

    // MARK: Fields

    private mutating func addMetadata(_ page: SearchPage, _ tokenizer: inout Tokenizer) {
        let titleWeight = Weights.title(termCount: Tokenizer.terms(of: page.title).count { $0.role != .component })
        whole = WholeTitle()
        addText(page.title, titleWeight, &tokenizer)
        addPairs(titleWeight)
        addWhole(Weights.wholeTitle)
        addText(page.description, Weights.description, &tokenizer)
        for crumb in page.crumbs { addText(crumb, Weights.crumb, &tokenizer) }
        for tag in page.tags { addText(tag, Weights.tag, &tokenizer) }
        adjacentTerms.removeAll(keepingCapacity: true)
    }

    private mutating func addText(_ text: String, _ weight: Weights.Weight, _ tokenizer: inout Tokenizer) {
        var text = text
        text.withUTF8 { bytes in
            tokenizer.read(bytes) { addFixed($0, $1, weight) }
        }
        tokenizer.end { addFixed($0, $1, weight) }
    }

    /// Indexes each pair of adjacent terms of a title or an error message as a term of its own: both stems with a space between them.
    private mutating func addPairs(_ weight: Weights.Weight) {
        for (first, second) in zip(adjacentTerms, adjacentTerms.dropFirst()) {
            pair.removeAll(keepingCapacity: true)
            pair.append(contentsOf: terms[Int(first)])
            pair.append(0x20)
            pair.append(contentsOf: terms[Int(second)])
            let term = pair.withUnsafeBufferPointer { terms.id(of: $0) }
            if term == lastPostings.count { lastPostings.append(-1) }
            let posting = posting(of: Int32(term))
            postings[posting].fixedWeight = postings[posting].fixedWeight.saturatingAdd(weight)
        }
        adjacentTerms.removeAll(keepingCapacity: true)
    }

    /// Indexes a title or heading as a term of its own, so that whoever asks for just that finds it first.
    private mutating func addWhole(_ weight: Weights.Weight) {
        if let name = whole.term {
            let term = name.withUnsafeBufferPointer { terms.id(of: $0) }
            if term == lastPostings.count { lastPostings.append(-1) }
            let posting = posting(of: Int32(term))
            postings[posting].fixedWeight = postings[posting].fixedWeight.saturatingAdd(weight)
        }
        whole = WholeTitle()
    }

    private mutating func handle(_ event: HTMLTextReader.Event, _ tokenizer: inout Tokenizer) {
        switch event {
        case .section(let anchor):
            endCodeLine(&tokenizer)
            adjacentTerms.removeAll(keepingCapacity: true)
            whole = WholeTitle()
            sections.append(SearchSection(anchor: anchor))
            wordCounts.append(0)
        case .title(let title):
            tokenizer.end { addFixed($0, $1, Weights.heading) }
            addWhole(Weights.wholeHeading)
            isInHeading = false
            sections[sections.count - 1].title = title
        case .boundary where isInHeading, .reference where isInHeading: tokenizer.end { addFixed($0, $1, Weights.heading) }
        case .boundary, .reference: tokenizer.end { addWord($0, $1, Weights.one) }
        case .codeEnd: endCodeLine(&tokenizer)
        case .text(let bytes, .heading):
            isInHeading = true
            tokenizer.read(bytes) { addFixed($0, $1, Weights.heading) }
        case .text(let bytes, let field):
            let weight = Weights.field(field)
            let isCode = field == .code || field == .codeBlock
            tokenizer.read(bytes) { isCode ? addCode($0, $1, weight) : addWord($0, $1, weight) }
        }
    }

    private mutating func endCodeLine(_ tokenizer: inout Tokenizer) {
        tokenizer.end { addCode($0, $1, Weights.one) }
        if lineHasSignalWord {
            for posting in linePostings { postings[posting].bodyWeight = postings[posting].bodyWeight.saturatingAdd(Weights.signalLine) }
            addPairs(Weights.signalLinePair)
        }
        adjacentTerms.removeAll(keepingCapacity: true)
        linePostings.removeAll(keepingCapacity: true)
        lineHasSignalWord = false
    }

    // MARK: Terms

    private mutating func addFixed(_ word: UnsafeBufferPointer<UInt8>, _ role: Tokenizer.Role, _ weight: Weights.Weight) {
        let info = info(of: word, role)
        if role != .component {
            whole.add(word)
            if !info.isStopWord { adjacentTerms.append(info.term) }
        }
        let posting = posting(of: info.term)
        postings[posting].fixedWeight = postings[posting].fixedWeight.saturatingAdd(role == .component ? Weights.component(weight) : weight)
    }

    private mutating func addWord(_ word: UnsafeBufferPointer<UInt8>, _ role: Tokenizer.Role, _ weight: Weights.Weight) {
        let info = info(of: word, role)
        wordCounts[wordCounts.count - 1] += 1
        if info.isStopWord { return }
        let posting = posting(of: info.term)
        postings[posting].bodyWeight = postings[posting].bodyWeight.saturatingAdd(role == .component ? Weights.component(weight) : weight)
    }

    private mutating func addCode(_ word: UnsafeBufferPointer<UInt8>, _ role: Tokenizer.Role, _ weight: Weights.Weight) {
        let info = info(of: word, role)
        wordCounts[wordCounts.count - 1] += 1
        lineHasSignalWord = lineHasSignalWord || info.isSignalWord
        if role != .component, !info.isStopWord { adjacentTerms.append(info.term) }
        let posting = posting(of: info.term)
        postings[posting].bodyWeight = postings[posting].bodyWeight.saturatingAdd(role == .component ? Weights.component(weight) : weight)
        linePostings.append(posting)
    }

    /// The index of a term's posting for the current section, which is created if there is none.
    private mutating func posting(of term: Int32) -> Int {
        let section = UInt32(sectionCount + sections.count - 1)
        let last = Int(lastPostings[Int(term)])
        if last >= 0, postings[last].section == section { return last }
        postings.append(PendingPosting(term: UInt32(term), section: section))
        lastPostings[Int(term)] = Int32(postings.count - 1)
        return postings.count - 1
    }

    private mutating func info(of word: UnsafeBufferPointer<UInt8>, _ role: Tokenizer.Role) -> WordInfo {
        let id = words.id(of: word)
        if id < wordInfos.count { return wordInfos[id] }
        return register(word, role, isStopWord: false, isSignalWord: false)
    }

    private mutating func register(
        _ word: UnsafeBufferPointer<UInt8>, _ role: Tokenizer.Role, isStopWord: Bool, isSignalWord: Bool
    ) -> WordInfo {
        stem.removeAll(keepingCapacity: true)
        stem.append(contentsOf: word)
        if isEnglish, role != .ngram { Stemmer.stem(&stem) }
        let term = stem.withUnsafeBufferPointer { terms.id(of: $0) }
        if term == lastPostings.count { lastPostings.append(-1) }
        let info = WordInfo(term: Int32(term), isStopWord: isStopWord, isSignalWord: isSignalWord)
        wordInfos.append(info)
        return info
    }

    /// Forgets all words and registers the stop words and signal words.
    private mutating func resetWords() {
        words = TermTable()
        wordInfos = []
        for word in isEnglish ? Weights.stopWordSet.sorted() : [] { register(word, isStopWord: true) }
        for word in Weights.signalWords.sorted() { register(word, isStopWord: false) }
    }

    private mutating func register(_ word: String, isStopWord: Bool) {
        var word = word
        word.withUTF8 { bytes in
            if words.id(of: bytes) == wordInfos.count { _ = register(bytes, .word, isStopWord: isStopWord, isSignalWord: !isStopWord) }
        }
    }

    /// Computes the impacts of the current page's postings, now that the lengths of its sections are known.
    private mutating func assignImpacts(from firstPosting: Int) {
        let lengthNorms = wordCounts.map { Weights.lengthNorm(wordCount: $0) }
        for index in firstPosting..<postings.count {
            let posting = postings[index]
            postings[index].impact = Weights.impact(
                fixed: posting.fixedWeight, body: posting.bodyWeight, lengthNorm: lengthNorms[Int(posting.section) - sectionCount])
        }
    }
}
