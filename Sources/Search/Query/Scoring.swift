import Platform

/// The score of each section for a query: for every word how rare it is times how much it counts there, and less for a section that has few of the words. What
/// stands elsewhere on a page counts for all its sections, though less.
struct Scoring {
    /// A section among the results.
    struct Hit {
        let page: Int
        /// From 0, the page's top.
        let section: Int
        let score: Double
    }

    /// The best matches of one word.
    private struct Scored {
        let weight: Double
        var sections: [UInt32: Double] = [:]
        var pages: [Int: Double] = [:]
    }

    private let query: Query
    private let head: IndexHeader
    private let language: String?
    /// In how many sections a word could stand: those in the reader's language, of whose words others' pages know little.
    private let sectionCount: Int
    private let isPart: Bool
    private var words: [Scored] = []
    private var isKnown: [Bool] = []
    private var pairs: [UInt32: Double] = [:]

    init(_ query: Query, _ head: IndexHeader, language: String?) {
        self.query = query
        self.head = head
        self.language = language
        let own = head.pages.indices.lazy.filter { head.languages[$0] == language }.reduce(0) { $0 + head.pages[$1].sections }
        isPart = own > 0 && own < head.sectionCount
        sectionCount = isPart ? own : head.sectionCount
    }

    /// Adds what the next of the query's words finds.
    mutating func add(_ match: WordMatch) {
        let word = query.words[isKnown.count]
        isKnown.append(match.count > 0)
        guard match.count > 0 else { return }
        let count = match.terms.reduce(0.0) { $0 + ($1.counts ? self.count($1.entry) : 0) }
        let own = rarity(count)
        var scored = Scored(weight: own * weight(of: word))
        for (entry, factor, counts) in match.terms {
            // A common word that stands for a rare one is no rarer for that.
            let factor = counts ? factor : factor * min(1, rarity(self.count(entry)) / own)
            for posting in entry.postings {
                let value = factor * pow(Double(posting.level) / 4, head.ranking.power)
                if value > scored.sections[posting.section] ?? 0 { scored.sections[posting.section] = value }
            }
        }
        for (section, value) in scored.sections {
            let page = head.page(of: section)
            if value > scored.pages[page] ?? 0 { scored.pages[page] = value }
        }
        words.append(scored)
    }

    /// Adds what two of the words that stand side by side find: more of a score, and no more words that are covered.
    mutating func add(pair entry: TermFile.Entry) {
        let weight = rarity(count(entry)) * head.ranking.pair
        for posting in entry.postings { pairs[posting.section, default: 0] += weight * Double(posting.level) / 4 }
    }

    /// In how many of these sections a term stands; of one that is only known where it counts most, about how many.
    private func count(_ entry: TermFile.Entry) -> Double {
        guard isPart, !entry.postings.isEmpty else { return Double(entry.count) }
        let own = entry.postings.count { head.languages[head.page(of: $0.section)] == language }
        return Double(own) * Double(entry.count) / Double(entry.postings.count)
    }

    private func rarity(_ count: Double) -> Double {
        log(1 + (max(Double(sectionCount) - count, 0) + 0.5) / (min(count, Double(sectionCount)) + 0.5))
    }

    private func weight(of word: Query.Word) -> Double {
        var weight = 1.0
        if word.isStopWord, query.words.contains(where: { !$0.isStopWord }) { weight *= head.ranking.stopWord }
        if word.isParticle { weight *= head.ranking.particle }
        if word.isVariable { weight *= head.ranking.variable }
        if let compound = word.compound, isKnown[compound] { weight *= head.ranking.part }
        return weight
    }

    /// The best sections, the best first.
    func hits(limit: Int) -> [Hit] {
        var sections = Set<UInt32>()
        for word in words { sections.formUnion(word.sections.keys) }
        let total = words.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return [] }
        var scores = sections.map { (section: $0, score: score(of: $0, total: total)) }
        scores.sort { $0.score == $1.score ? $0.section < $1.section : $0.score > $1.score }
        var places: [Int: [Int]] = [:]
        for (place, scored) in scores.enumerated() { places[head.page(of: scored.section), default: []].append(place) }
        var hits: [Hit] = []
        for (place, (section, score)) in scores.enumerated() {
            let page = head.page(of: section)
            guard let own = places[page], let others = own.firstIndex(of: place), others < 3 else { continue }
            var total = score
            if others == 0, own.count > 1 { total += head.ranking.second * scores[own[1]].score }
            for _ in 0..<others { total *= head.ranking.furtherSection }
            hits.append(Hit(page: page, section: Int(section) - head.starts[page], score: total))
        }
        // Sections of one score keep the order that they have.
        let order = hits.indices.sorted { hits[$0].score == hits[$1].score ? $0 < $1 : hits[$0].score > hits[$1].score }
        return order.prefix(limit).map { hits[$0] }
    }

    private func score(of section: UInt32, total: Double) -> Double {
        let page = head.page(of: section)
        let share = head.ranking.page / (1 + head.ranking.pageLength * log2(Double(head.pages[page].sections)))
        var (sum, covered) = (pairs[section] ?? 0, 0.0)
        for word in words {
            let own = word.sections[section] ?? 0
            let best = word.pages[page] ?? 0
            sum += word.weight * max(own, best * share)
            covered += word.weight * min(1, (own > 0 ? own : best) * head.ranking.covering) * (own > 0 ? 1 : share)
        }
        let coverage = covered / total
        var score = sum * (head.ranking.floor + (1 - head.ranking.floor) * pow(coverage, head.ranking.coverage))
        if query.asksForHelp, head.pages[page].hasGuide { score *= head.ranking.guide }
        if let language, head.languages[page] == language { score *= head.ranking.language }
        return score
    }
}
