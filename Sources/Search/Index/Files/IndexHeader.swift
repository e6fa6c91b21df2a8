import YAML

/// The header of an index, `index.json`, decoded.
struct IndexHeader: Sendable {
    let pages: [(sections: Int, hasGuide: Bool)]
    /// For each page the number of its first section in the index; the last element is the number of all sections.
    let sectionStarts: [Int]
    /// The language tag of each page.
    let languages: [String]
    /// Whether all pages are in English, so that every word is indexed by its stem alone.
    let isEnglish: Bool
    let pagesPerBlock: Int
    /// The first separator of each file of the term directory, and the number of shards that such a file covers.
    let firstSeparators: [String]
    let shardsPerDirectoryFile: Int
    /// The names of the word lists.
    let wordLists: Set<String>
    let ranking: Ranking
    /// By the stem of a query word, the words of the site that may stand for it (`Synonyms.table`).
    let synonyms: [String: [String]]

    var sectionCount: Int { sectionStarts.last ?? 0 }

    /// Fails if the bytes are not a header of this format.
    init?(_ bytes: [UInt8]) {
        // JSON is a subset of YAML, and libyaml limits nesting.
        guard let node = try? YAMLNode(parsing: bytes), node["format"]?.integer == 2,
            let pages = node["pages"]?.string.map(PageCounts.decode)
        else { return nil }
        let validLengths = 1...0xFFFF
        guard let pagesPerBlock = node["pagesPerBlock"]?.integer, validLengths.contains(pagesPerBlock),
            let shardsPerDirectoryFile = node["rowLength"]?.integer, validLengths.contains(shardsPerDirectoryFile)
        else { return nil }
        self.pages = pages
        self.pagesPerBlock = pagesPerBlock
        self.shardsPerDirectoryFile = shardsPerDirectoryFile
        var sectionStarts = [0]
        for page in pages { sectionStarts.append((sectionStarts.last ?? 0) + page.sections) }
        guard pages.reduce(0, { $0 + $1.sections }) <= UInt32.max else { return nil }
        self.sectionStarts = sectionStarts
        languages = Self.languages(node["languages"]?.elements ?? [], pageCount: pages.count)
        isEnglish = languages.allSatisfy { $0.hasPrefix("en") }
        firstSeparators = (node["rows"]?.elements ?? []).map { $0.string ?? "" }
        wordLists = Set((node["words"]?.elements ?? []).compactMap(\.string))
        var ranking = Ranking.standard
        for (name, path) in Ranking.weights {
            if let value = node["ranking"]?[name]?.string.flatMap(Double.init) { ranking[keyPath: path] = value }
        }
        self.ranking = ranking
        synonyms = Synonyms.table((node["ranking"]?["synonyms"]?.elements ?? []).compactMap(\.string))
    }

    /// The language tag of each page; empty for pages that the runs don't cover.
    /// - Parameter runs: `[tag, number of pages]` for each run of pages in one language.
    private static func languages(_ runs: [YAMLNode], pageCount: Int) -> [String] {
        var languages: [String] = []
        for run in runs {
            guard let pair = run.elements, pair.count == 2, let tag = pair[0].string, let count = pair[1].integer, count > 0 else {
                continue
            }
            languages += Array(repeating: tag, count: min(count, pageCount - languages.count))
        }
        return languages + Array(repeating: "", count: pageCount - languages.count)
    }

    /// The index of the page that has a section. O(log n) for n pages.
    func page(of section: UInt32) -> Int { pages.indices.partitioningIndex { sectionStarts[$0 + 1] > Int(section) } }
}

extension YAMLNode {
    fileprivate subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }
}
