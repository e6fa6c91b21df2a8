/// Answers queries from the files of an index, of which it reads only those that a query needs. `search-index.js` is the same for browsers; tests hold the two to
/// the same results.
package struct Searcher {
    /// A section of a page that has what was asked for.
    package struct Result: Sendable {
        package let title: String
        /// The heading of the section; empty for the page's top.
        package let section: String
        /// Relative to the site's root, with the section's id.
        package let url: String
        /// The titles above the page.
        package let crumbs: [String]
        /// What kind of page it is.
        package let kind: String
        package let hasGuide: Bool
        package let score: Double
    }

    private var files: IndexFiles
    /// The query is in a language whose stems are not known.
    private var isInflected = false

    /// - Parameter load: gives the bytes of a file of the index by its path; nil for one that is not there.
    /// - Returns: nil where there is no index, or one of another format.
    package init?(load: @escaping (String) -> [UInt8]?) {
        guard let files = IndexFiles(load: load) else { return nil }
        self.files = files
    }

    private var head: IndexHeader { files.head }

    /// The best sections, the best first: of a page the best, and others only behind what other pages have.
    /// - Parameters:
    ///   - language: the reader's language tag; pages in it come first.
    ///   - text: gives the HTML of the page of an address, for phrases in quotes; nil where it is not there.
    package mutating func find(
        _ text: String, language: String? = nil, limit: Int = 10, page: (String) -> [UInt8]? = { _ in nil }
    ) -> [Result] {
        let query = Query(text)
        isInflected = !(language ?? head.languages.first ?? "en").hasPrefix("en")
        var scoring = Scoring(query, head, language: language)
        for match in matches(query) { scoring.add(match) }
        for pair in query.pairs {
            if let entry = entry(pair) { scoring.add(pair: entry) }
        }
        var hits = scoring.hits(limit: query.phrases.isEmpty ? limit : max(limit, 60))
        if !query.phrases.isEmpty {
            hits = hits.filter { hit in
                guard let url = files.page(hit.page)?.url, let html = page(url) else { return false }
                return PhraseSearch.contains(query.phrases, in: html)
            }
        }
        return hits.prefix(limit).compactMap(result)
    }

    // MARK: Terms

    /// What each of the words finds, in their order.
    private mutating func matches(_ query: Query) -> [WordMatch] {
        var found: [WordMatch] = []
        for word in query.words { found.append(match(word, isSpoken: query.isSpoken)) }
        mend(query, &found)
        // “web hook” finds webhook.
        guard query.words.count <= Query.shortLength else { return found }
        for index in query.words.indices.dropLast() where query.words[index].canJoin && query.words[index + 1].canJoin {
            for entry in entries(query.words[index].term + query.words[index + 1].term) {
                for place in [index, index + 1] {
                    found[place].add(entry, 1, counts: found[place].count == 0)
                }
            }
        }
        return found
    }

    private mutating func match(_ word: Query.Word, isSpoken: Bool) -> WordMatch {
        var match = WordMatch()
        for entry in entries(word.term) { match.add(entry, 1) }
        let isFound = match.count > 0
        let isCommon = Double(match.count) > head.ranking.common * Double(head.sectionCount)
        if word.isOpen || (word.isGram && word.term.unicodeScalars.count == 1) {
            let factor = isFound ? head.ranking.completion : head.ranking.onlyCompletion
            for entry in completions(word.term, isFound: isFound)
            where !match.terms.contains(where: { $0.entry.term.hasBytes(of: entry.term) }) {
                match.add(entry, factor, counts: !isFound)
            }
            if match.count == 0, let entry = beginning(word.term) { match.add(entry, factor) }
        }
        if isInflected, !word.isGram {
            for entry in inflections(of: word.term) where !match.terms.contains(where: { $0.entry.term.hasBytes(of: entry.term) }) {
                match.add(entry, head.ranking.inflection, counts: !isFound)
            }
        }
        if isSpoken, !word.isStopWord, !isCommon {
            for synonym in synonyms(of: word.term) {
                for entry in entries(synonym) where !match.terms.contains(where: { $0.entry.term.hasBytes(of: entry.term) }) {
                    match.add(entry, head.ranking.synonym, counts: !isFound)
                }
            }
        }
        return match
    }

    /// Finds the nearest words to those that are nowhere. Beside several that are known they say little, and the lists of words are long.
    private mutating func mend(_ query: Query, _ found: inout [WordMatch]) {
        guard query.words.indices.count(where: { !query.words[$0].isStopWord && found[$0].count > 0 }) < Self.enoughWords else { return }
        for (index, word) in query.words.enumerated() where found[index].count == 0 && !word.isGram && !word.isStopWord {
            for (entry, distance) in mended(word.term) {
                found[index].add(entry, distance == 1 ? head.ranking.oneTypo : head.ranking.twoTypos)
            }
        }
    }

    /// So many words of a query that others need not be mended.
    private static let enoughWords = 4

    /// The entries of a word: as it is written, and by its stem.
    private mutating func entries(_ word: String) -> [TermFile.Entry] {
        let stem = Stemmer.stem(word)
        if stem == word || head.isEnglish { return [entry(stem)].compactMap { $0 } }
        return [entry(word), entry(stem)].compactMap { $0 }
    }

    private mutating func entry(_ term: String) -> TermFile.Entry? { files.entry(term) }

    /// Words that may stand for another.
    private func synonyms(of word: String) -> [String] { head.synonyms[Stemmer.stem(word)] ?? [] }

    /// The most frequent words that begin with a text.
    /// - Parameter isFound: the text is a word as it is: then only what stands beside it counts, for which nothing more has to be loaded.
    private mutating func completions(_ prefix: String, isFound: Bool) -> [TermFile.Entry] {
        guard prefix.utf8.count > 1, let first = files.number(of: prefix) else { return [] }
        var last = first
        while !isFound, last - first < 2, files.bound(last + 1)?.beginsWithBytes(of: prefix) ?? false { last += 1 }
        if last - first < 2 {
            var found: [TermFile.Entry] = []
            for file in first...last {
                found += files.entries(file)?.entries.filter { $0.term.beginsWithBytes(of: prefix) && !$0.isPair } ?? []
            }
            return Array(
                found.sorted { $0.count == $1.count ? $0.term.precedesInBytes($1.term) : $0.count > $1.count }.prefix(Self.maxCompletions))
        }
        let words = files.words(prefix.unicodeScalars.first).filter { $0.text.beginsWithBytes(of: prefix) }
        let best = words.sorted { $0.magnitude == $1.magnitude ? $0.text.precedesInBytes($1.text) : $0.magnitude > $1.magnitude }.prefix(
            Self.maxFiles)
        return best.compactMap { entry($0.text) }
    }

    private static let maxCompletions = 8
    /// Where each needs a file of its own.
    private static let maxFiles = 4

    /// The stem that a word which is still being typed begins with: “configura” with “configur”.
    private mutating func beginning(_ word: String) -> TermFile.Entry? {
        let scalars = Array(word.unicodeScalars)
        for length in stride(from: scalars.count - 1, through: max(4, scalars.count - 5), by: -1) {
            if let entry = entry(String(String.UnicodeScalarView(scalars[..<length]))) { return entry }
        }
        return nil
    }

    /// Words that differ from another in their endings alone, as far as can be seen: those with most of its letters, and few more.
    private mutating func inflections(of word: String) -> [TermFile.Entry] {
        let letters = word.unicodeScalars.count
        guard letters >= 5, !word.utf8.contains(where: \.isASCIIDigit) else { return [] }
        let prefix = String(String.UnicodeScalarView(word.unicodeScalars.prefix(max(4, (letters * 7 + 9) / 10))))
        guard let first = files.number(of: prefix) else { return [] }
        var found: [TermFile.Entry] = []
        for file in first...first + 1 where file == first || files.bound(file)?.beginsWithBytes(of: prefix) ?? false {
            found +=
                files.entries(file)?.entries.filter {
                    $0.term.beginsWithBytes(of: prefix) && !$0.isPair && $0.term.unicodeScalars.count <= letters + 3
                } ?? []
        }
        return found
    }

    /// The words that a misspelt one is nearest to.
    private mutating func mended(_ word: String) -> [(TermFile.Entry, Int)] {
        let stem = Array(Stemmer.stem(word).unicodeScalars)
        guard Typos.allowed(stem.count) > 0, !word.utf8.contains(where: \.isASCIIDigit) else { return [] }
        var limit = Typos.allowed(stem.count)
        var found: [(word: WordLists.Word, distance: Int)] = []
        let firsts = stem[1] == stem[0] ? [stem[0]] : [stem[0], stem[1]]
        for first in firsts {
            for word in files.words(first) {
                guard let distance = Typos.distance(stem, Array(word.text.unicodeScalars), limit: limit) else { continue }
                limit = min(limit, distance)
                found.append((word, distance))
            }
        }
        let best = found.filter { $0.distance == limit }
            .sorted {
                $0.word.magnitude == $1.word.magnitude ? $0.word.text.precedesInBytes($1.word.text) : $0.word.magnitude > $1.word.magnitude
            }
        // Of a word that other languages have too, the English stem is meant as well.
        return best.prefix(3).flatMap { candidate in entries(candidate.word.text).map { ($0, candidate.distance) } }
    }

    private func result(_ hit: Scoring.Hit) -> Result? {
        guard let page = files.page(hit.page) else { return nil }
        let section = hit.section == 0 ? nil : page.sections.indices.contains(hit.section - 1) ? page.sections[hit.section - 1] : nil
        return Result(
            title: page.title, section: section?.title ?? "", url: page.url + (section.map { "#" + $0.anchor.fragmentEncoded } ?? ""),
            crumbs: page.crumbs,
            kind: page.kind, hasGuide: head.pages[hit.page].hasGuide, score: hit.score)
    }
}

extension Query.Word {
    /// A word of letters that may be the half of another.
    var canJoin: Bool { !isGram && compound == nil && !isStopWord && term.utf8.count > 1 }
}

/// What one word finds.
struct WordMatch {
    /// The terms, how much each is the word, and whether it says how rare the word is.
    private(set) var terms: [(entry: TermFile.Entry, factor: Double, counts: Bool)] = []

    /// In how many sections it stands; 0 where it is not known.
    var count: Int { terms.reduce(0) { $0 + ($1.counts ? $1.entry.count : 0) } }

    mutating func add(_ entry: TermFile.Entry, _ factor: Double, counts: Bool = true) { terms.append((entry, factor, counts)) }
}
