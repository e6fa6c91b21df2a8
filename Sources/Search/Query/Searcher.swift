/// Answers queries from the files of an index, reading only those that a query needs. `search-index.js` does the same in browsers; tests
/// compare the results of both.
package struct Searcher {
    /// A section that matches the query.
    package struct Result: Sendable {
        package let title: String
        /// The section's title; empty for the page's top.
        package let section: String
        /// Relative to the site's root, percent-encoded, with the section's anchor as the fragment.
        package let url: String
        /// The titles of the page's ancestors in the navigation, topmost first.
        package let crumbs: [String]
        /// What kind of page it is, such as `faq`.
        package let kind: String
        package let hasGuide: Bool
        /// Comparable between the results of one query only.
        package let score: Double
    }

    /// What is found for a query.
    package struct Answer: Sendable {
        /// The best sections, best first.
        package let results: [Result]
        /// Whether the best of them has enough of what was asked to be shown as an answer.
        package let isClose: Bool
    }

    private var index: IndexReader
    /// Whether the query's language has no stemmer, so that other forms of a word are matched by their beginnings.
    private var matchesInflections = false

    /// Fails if there is no index, or one of another format.
    /// - Parameter load: returns the bytes of a file by its path in the index's folder; nil if there is no such file.
    package init?(load: @escaping (String) -> [UInt8]?) {
        guard let index = IndexReader(load: load) else { return nil }
        self.index = index
    }

    private var header: IndexHeader { index.header }

    /// The best sections, best first. Further sections of a page are ranked down.
    /// - Parameters:
    ///   - language: the reader's language tag. Pages in it are ranked up.
    ///   - page: returns the HTML of a page by its URL, to look for quoted phrases; nil if it isn't available, which drops the page.
    package mutating func find(
        _ text: String, language: String? = nil, limit: Int = 10, page: (String) -> [UInt8]? = { _ in nil }
    ) -> Answer {
        let query = Query(text)
        matchesInflections = !(language ?? header.languages.first ?? "en").hasPrefix("en")
        var scoring = Scoring(query, header, language: language)
        for match in matches(query) { scoring.add(match) }
        for pair in query.pairs {
            if let entry = index.entry(pair) { scoring.add(pair: entry) }
        }
        if let title = query.wholeTitle, let entry = index.entry(title) { scoring.add(wholeTitle: entry) }
        var hits = scoring.hits(limit: query.phrases.isEmpty ? max(limit, Self.maxRunCandidates) : max(limit, Self.maxPhraseCandidates))
        if !query.phrases.isEmpty {
            hits = hits.filter { hit in
                guard let url = index.page(hit.page)?.url, let html = page(url) else { return false }
                let terms = PageTerms(of: html)
                return query.phrases.allSatisfy(terms.contains)
            }
        }
        let runs = query.runs
        if !runs.isEmpty { hits = preferring(runs, hits, scoring, page) }
        let isClose = hits.first.map { scoring.closeness(of: $0) >= header.ranking.close } ?? false
        return Answer(results: hits.prefix(limit).compactMap(result), isClose: isClose)
    }

    /// Puts those of the best sections before the others on whose pages words of the query follow one another as they do in the query.
    private mutating func preferring(
        _ runs: [ArraySlice<String>], _ hits: [Scoring.Hit], _ scoring: Scoring, _ page: (String) -> [UInt8]?
    ) -> [Scoring.Hit] {
        var shares: [Int: Double] = [:]
        for hit in hits.prefix(Self.maxRunCandidates) where shares[hit.page] == nil {
            guard shares.count < Self.maxRunPages, scoring.closeness(of: hit) >= header.ranking.runCloseness else { continue }
            shares[hit.page] = index.page(hit.page).flatMap { page($0.url) }.map { PageTerms(of: $0).share(of: runs) } ?? 0
        }
        let scored = hits.enumerated().map { index, hit in
            let share = index < Self.maxRunCandidates ? shares[hit.page] ?? 0 : 0
            return Scoring.Hit(page: hit.page, section: hit.section, score: hit.score * (1 + header.ranking.run * share))
        }
        let order = scored.indices.sorted { scored[$0].score == scored[$1].score ? $0 < $1 : scored[$0].score > scored[$1].score }
        return order.map { scored[$0] }
    }

    /// Of how many of the best sections pages are searched for runs of words, and how many pages at most.
    private static let maxRunCandidates = 10
    private static let maxRunPages = 6

    /// The number of sections whose pages are searched for phrases.
    private static let maxPhraseCandidates = 60

    private func result(_ hit: Scoring.Hit) -> Result? {
        guard let page = index.page(hit.page) else { return nil }
        let section = hit.section == 0 ? nil : page.sections.indices.contains(hit.section - 1) ? page.sections[hit.section - 1] : nil
        return Result(
            title: page.title, section: section?.title ?? "", url: page.url + (section.map { "#" + $0.anchor.fragmentEncoded } ?? ""),
            crumbs: page.crumbs,
            kind: page.kind, hasGuide: header.pages[hit.page].hasGuide, score: hit.score)
    }

    // MARK: Matching

    /// A match for each word of the query.
    private mutating func matches(_ query: Query) -> [WordMatch] {
        var matches: [WordMatch] = []
        for word in query.words { matches.append(match(word, isNaturalLanguage: query.isNaturalLanguage)) }
        correctSpelling(query, &matches)
        // “web hook” matches “webhook”.
        guard query.words.count <= Query.maxShortLength else { return matches }
        for index in query.words.indices.dropLast() where query.words[index].canJoin && query.words[index + 1].canJoin {
            for entry in entries(query.words[index].term + query.words[index + 1].term) {
                for half in [index, index + 1] {
                    matches[half].add(entry, 1, countsTowardsFrequency: matches[half].documentFrequency == 0)
                }
            }
        }
        return matches
    }

    private mutating func match(_ word: Query.Word, isNaturalLanguage: Bool) -> WordMatch {
        var match = WordMatch()
        for entry in entries(word.term) { match.add(entry, 1) }
        let isFound = match.documentFrequency > 0
        let isCommon = Double(match.documentFrequency) > header.ranking.synonymCutoff * Double(header.sectionCount)
        if word.mayContinue || (word.isNgram && word.term.unicodeScalars.count == 1) {
            let factor = isFound ? header.ranking.completion : header.ranking.onlyCompletion
            for entry in completions(word.term, isFound: isFound) where !match.contains(entry) {
                match.add(entry, factor, countsTowardsFrequency: !isFound)
            }
        }
        if matchesInflections, !word.isNgram {
            for entry in inflections(word.term) where !match.contains(entry) {
                match.add(entry, header.ranking.inflection, countsTowardsFrequency: !isFound)
            }
        }
        if isNaturalLanguage, !word.isStopWord, !isCommon {
            for synonym in header.synonyms[Stemmer.stem(word.term)] ?? [] {
                for entry in entries(synonym) where !match.contains(entry) {
                    match.add(entry, header.ranking.synonym, countsTowardsFrequency: !isFound)
                }
            }
        }
        return match
    }

    /// The entries of a word: as it is written, and by its stem.
    private mutating func entries(_ word: String) -> [Shard.Entry] {
        let stem = Stemmer.stem(word)
        if stem == word || header.isEnglish { return [index.entry(stem)].compactMap { $0 } }
        return [index.entry(word), index.entry(stem)].compactMap { $0 }
    }

    // MARK: Completion

    /// The most frequent terms that begin with a prefix.
    /// - Parameter isFound: whether the prefix is a word itself. Then only its own shard is searched, which is loaded already.
    private mutating func completions(_ prefix: String, isFound: Bool) -> [Shard.Entry] {
        guard prefix.utf8.count > 1, let first = index.shardNumber(of: prefix) else { return [] }
        var last = first
        while !isFound, last - first < 2, index.separator(ofShard: last + 1)?.beginsWithBytes(of: prefix) ?? false { last += 1 }
        if last - first < 2 {
            var entries: [Shard.Entry] = []
            for number in first...last {
                entries += index.shard(number)?.entries.filter { $0.term.beginsWithBytes(of: prefix) && !$0.isPair } ?? []
            }
            entries.sort {
                $0.documentFrequency == $1.documentFrequency
                    ? $0.term.precedesInBytes($1.term) : $0.documentFrequency > $1.documentFrequency
            }
            return Array(entries.prefix(Self.maxCompletions))
        }
        // The completions are spread over many shards; the word list says which are the most frequent.
        let words = index.words(at: prefix.unicodeScalars.first).filter { $0.text.beginsWithBytes(of: prefix) }
        let mostFrequent = words.sorted {
            $0.magnitude == $1.magnitude ? $0.text.precedesInBytes($1.text) : $0.magnitude > $1.magnitude
        }
        return mostFrequent.prefix(Self.maxListedCompletions).compactMap { index.entry($0.text) }
    }

    private static let maxCompletions = 8
    /// The limit for completions from a word list, each of which may need a shard of its own.
    private static let maxListedCompletions = 4

    /// The longest term of the index that is a proper prefix of a word, which finds the stem of a word that is still being typed:
    /// “configur” for “configura”. The term has four characters at least and lacks five at most.
    private mutating func longestIndexedPrefix(_ word: String) -> Shard.Entry? {
        let scalars = Array(word.unicodeScalars)
        for length in stride(from: scalars.count - 1, through: max(4, scalars.count - 5), by: -1) {
            if let entry = index.entry(String(String.UnicodeScalarView(scalars[..<length]))) { return entry }
        }
        return nil
    }

    /// Terms that are probably other forms of a word: they share the first 70 % of its characters, and are three characters longer at most.
    private mutating func inflections(_ word: String) -> [Shard.Entry] {
        let length = word.unicodeScalars.count
        guard length >= 5, !word.utf8.contains(where: \.isASCIIDigit) else { return [] }
        let prefix = String(String.UnicodeScalarView(word.unicodeScalars.prefix(max(4, (length * 7 + 9) / 10))))
        guard let first = index.shardNumber(of: prefix) else { return [] }
        var entries: [Shard.Entry] = []
        for number in first...first + 1
        where number == first || index.separator(ofShard: number)?.beginsWithBytes(of: prefix) ?? false {
            entries +=
                index.shard(number)?.entries.filter {
                    $0.term.beginsWithBytes(of: prefix) && !$0.isPair && $0.term.unicodeScalars.count <= length + 3
                } ?? []
        }
        return entries
    }

    // MARK: Spelling correction

    /// Matches words that the index doesn't have with the nearest ones that it has, or with what they begin with. Beside several known words,
    /// corrections add little, and word lists are long, so nothing is corrected then.
    private mutating func correctSpelling(_ query: Query, _ matches: inout [WordMatch]) {
        let knownWords = query.words.indices.count { !query.words[$0].isStopWord && matches[$0].documentFrequency > 0 }
        for (index, word) in query.words.enumerated() where matches[index].documentFrequency == 0 && !word.isNgram && !word.isStopWord {
            let corrections = knownWords < Self.enoughKnownWords ? corrections(word.term) : []
            // What is being typed is rather a beginning than wrong in two places.
            if word.mayContinue, corrections.first?.1 != 1, let entry = longestIndexedPrefix(word.term) {
                matches[index].add(entry, header.ranking.onlyCompletion)
                continue
            }
            for (entry, distance) in corrections {
                matches[index].add(entry, distance == 1 ? header.ranking.oneTypo : header.ranking.twoTypos)
            }
        }
    }

    /// A query with this many known words is searched without correcting the others.
    private static let enoughKnownWords = 4

    /// The most frequent of the words with the least edit distance to a word's stem, with that distance. Their first or second character has
    /// to be the first or second one of the stem.
    private mutating func corrections(_ word: String) -> [(Shard.Entry, Int)] {
        let stem = Array(Stemmer.stem(word).unicodeScalars)
        guard EditDistance.maxDistance(length: stem.count) > 0, !word.utf8.contains(where: \.isASCIIDigit) else { return [] }
        var limit = EditDistance.maxDistance(length: stem.count)
        var candidates: [(word: WordLists.Word, distance: Int)] = []
        let firstCharacters = stem[1] == stem[0] ? [stem[0]] : [stem[0], stem[1]]
        for first in firstCharacters {
            for word in index.words(at: first) where !candidates.contains(where: { $0.word.text.hasBytes(of: word.text) }) {
                guard let distance = EditDistance.distance(stem, Array(word.text.unicodeScalars), limit: limit) else { continue }
                limit = min(limit, distance)
                candidates.append((word, distance))
            }
        }
        let nearest = candidates.filter { $0.distance == limit }
            .sorted {
                $0.word.magnitude == $1.word.magnitude ? $0.word.text.precedesInBytes($1.word.text) : $0.word.magnitude > $1.word.magnitude
            }
        return nearest.prefix(3).flatMap { candidate in entries(candidate.word.text).map { ($0, candidate.distance) } }
    }
}
