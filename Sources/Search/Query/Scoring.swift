import Platform

/// Scores sections for a query. A section's score is the sum over the query's words of a word's weight times its impact there, multiplied
/// by a factor for the share of the words that the section has (coverage). A word that only another section of the page has counts too,
/// though less.
struct Scoring {
    struct Hit {
        /// The index of the page.
        let page: Int
        /// The section's index on its page; 0 is the top.
        let section: Int
        let score: Double
    }

    /// A word of the query with its impacts, scaled by how well the matching terms stand for it.
    private struct ScoredWord {
        /// The word's inverse document frequency times its weight in the query.
        let weight: Double
        /// The greatest impact by section of the index, and by page.
        var sections: [UInt32: Double] = [:]
        var pages: [Int: Double] = [:]
    }

    private let query: Query
    private let header: IndexHeader
    private let language: String?
    /// Document frequencies are counted in the sections in the reader's language, if some but not all are in it. A word that is common
    /// there may be rare in the whole index.
    private let countsOwnLanguageOnly: Bool
    /// The number of these sections.
    private let sectionCount: Int
    private var words: [ScoredWord] = []
    /// For each word of the query whether the index has it.
    private var isKnown: [Bool] = []
    /// The weight of the words that the index does not have, each as rare as can be.
    private var unknownWeight = 0.0
    /// The scores of adjacent terms by section.
    private var pairScores: [UInt32: Double] = [:]
    /// The impacts of titles that are just what was asked for, by section.
    private var wholeTitles: [UInt32: Double] = [:]

    init(_ query: Query, _ header: IndexHeader, language: String?) {
        self.query = query
        self.header = header
        self.language = language
        let ownLanguage = header.pages.indices.lazy.filter { header.languages[$0] == language }.reduce(0) { $0 + header.pages[$1].sections }
        countsOwnLanguageOnly = ownLanguage > 0 && ownLanguage < header.sectionCount
        sectionCount = countsOwnLanguageOnly ? ownLanguage : header.sectionCount
    }

    /// Adds the match of the query's next word.
    mutating func add(_ match: WordMatch) {
        let word = query.words[isKnown.count]
        isKnown.append(match.documentFrequency > 0)
        guard match.documentFrequency > 0 else {
            let counts = !word.isStopWord && !word.isVariable && word.compound == nil
            if counts { unknownWeight += inverseDocumentFrequency(0) * weight(of: word) }
            return
        }
        let frequency = match.terms.reduce(0.0) { $0 + ($1.countsTowardsFrequency ? self.documentFrequency($1.entry) : 0) }
        let wordIDF = inverseDocumentFrequency(frequency)
        var scored = ScoredWord(weight: wordIDF * weight(of: word))
        for term in match.terms {
            // A common term that stands for a rare word counts as common.
            let factor =
                term.countsTowardsFrequency
                ? term.factor : term.factor * min(1, inverseDocumentFrequency(documentFrequency(term.entry)) / wordIDF)
            for posting in term.entry.postings {
                let value = factor * pow(Double(posting.impact) / 4, header.ranking.impactExponent)
                if value > scored.sections[posting.section] ?? 0 { scored.sections[posting.section] = value }
            }
        }
        for (section, value) in scored.sections {
            let page = header.page(of: section)
            if value > scored.pages[page] ?? 0 { scored.pages[page] = value }
        }
        words.append(scored)
    }

    /// Adds the match of two adjacent terms of the query, which raises scores but doesn't affect coverage.
    mutating func add(pair entry: Shard.Entry) {
        let weight = inverseDocumentFrequency(documentFrequency(entry)) * header.ranking.pair
        for posting in entry.postings { pairScores[posting.section, default: 0] += weight * Double(posting.impact) / 4 }
    }

    /// Adds the title that is the whole query.
    mutating func add(wholeTitle entry: Shard.Entry) {
        for posting in entry.postings { wholeTitles[posting.section] = Double(posting.impact) / 4 }
    }

    /// The number of the `sectionCount` sections that contain a term; an estimate if the entry doesn't have all postings.
    private func documentFrequency(_ entry: Shard.Entry) -> Double {
        guard countsOwnLanguageOnly, !entry.postings.isEmpty else { return Double(entry.documentFrequency) }
        let ownLanguage = entry.postings.count { header.languages[header.page(of: $0.section)] == language }
        return Double(ownLanguage) * Double(entry.documentFrequency) / Double(entry.postings.count)
    }

    /// The inverse document frequency of BM25 (https://en.wikipedia.org/wiki/Okapi_BM25).
    private func inverseDocumentFrequency(_ frequency: Double) -> Double {
        log(1 + (max(Double(sectionCount) - frequency, 0) + 0.5) / (min(frequency, Double(sectionCount)) + 0.5))
    }

    private func weight(of word: Query.Word) -> Double {
        var weight = 1.0
        if word.isStopWord, query.words.contains(where: { !$0.isStopWord }) { weight *= header.ranking.stopWord }
        if word.isParticle { weight *= header.ranking.particle }
        if word.isVariable { weight *= header.ranking.variable }
        if let compound = word.compound, isKnown[compound] { weight *= header.ranking.component }
        return weight
    }

    /// How much of what was asked the best section has, from 0 to 1: the share of the query's words by their weights.
    func closeness(of hit: Hit) -> Double {
        let section = UInt32(hit.section + header.sectionStarts[hit.page])
        if wholeTitles[section] != nil { return 1 }
        let totalWeight = words.reduce(unknownWeight) { $0 + $1.weight }
        return totalWeight > 0 ? covered(section) / totalWeight : 0
    }

    /// The best sections, best first, three of a page at most.
    func hits(limit: Int) -> [Hit] {
        var sections = Set<UInt32>()
        for word in words { sections.formUnion(word.sections.keys) }
        sections.formUnion(wholeTitles.keys)
        let totalWeight = words.reduce(0) { $0 + $1.weight }
        guard totalWeight > 0 else { return [] }
        var scores = sections.map { (section: $0, score: score(of: $0, totalWeight: totalWeight)) }
        scores.sort { $0.score == $1.score ? $0.section < $1.section : $0.score > $1.score }
        // For each page the indices of its sections in `scores`.
        var pageIndices: [Int: [Int]] = [:]
        for (index, scored) in scores.enumerated() { pageIndices[header.page(of: scored.section), default: []].append(index) }
        var hits: [Hit] = []
        for (index, (section, score)) in scores.enumerated() {
            let page = header.page(of: section)
            guard let indices = pageIndices[page], let rank = indices.firstIndex(of: index), rank < 3 else { continue }
            var adjusted = score
            if rank == 0, indices.count > 1 { adjusted += header.ranking.secondSection * scores[indices[1]].score }
            for _ in 0..<rank { adjusted *= header.ranking.furtherSection }
            hits.append(Hit(page: page, section: Int(section) - header.sectionStarts[page], score: adjusted))
        }
        // Comparing the indices makes the sort stable.
        let order = hits.indices.sorted { hits[$0].score == hits[$1].score ? $0 < $1 : hits[$0].score > hits[$1].score }
        return order.prefix(limit).map { hits[$0] }
    }

    /// The share of a word's best score on a page that its other sections get.
    private func share(onPage page: Int) -> Double {
        header.ranking.pageShare / (1 + header.ranking.pageLengthPenalty * log2(Double(header.pages[page].sections)))
    }

    /// The weights of the words that a section has, each less if it hardly has it.
    private func covered(_ section: UInt32) -> Double {
        let page = header.page(of: section)
        let share = share(onPage: page)
        return words.reduce(0) { sum, word in
            let inSection = word.sections[section] ?? 0
            let most = inSection > 0 ? inSection : word.pages[page] ?? 0
            return sum + word.weight * min(1, most * header.ranking.coverageScale) * (inSection > 0 ? 1 : share)
        }
    }

    private func score(of section: UInt32, totalWeight: Double) -> Double {
        let ranking = header.ranking
        let page = header.page(of: section)
        let share = share(onPage: page)
        var sum = pairScores[section] ?? 0
        for word in words { sum += word.weight * max(word.sections[section] ?? 0, (word.pages[page] ?? 0) * share) }
        let coverage = covered(section) / totalWeight
        var score = sum * (ranking.coverageFloor + (1 - ranking.coverageFloor) * pow(coverage, ranking.coverageExponent))
        if let whole = wholeTitles[section] { score += totalWeight * whole * ranking.wholeTitle }
        if query.asksForHelp, header.pages[page].hasGuide { score *= ranking.guide }
        if let language, header.languages[page] == language { score *= ranking.language }
        return score
    }
}
