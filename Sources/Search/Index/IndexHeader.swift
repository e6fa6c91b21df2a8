import YAML

/// `index.json`, read.
struct IndexHeader: Sendable {
    let pages: [(sections: Int, hasGuide: Bool)]
    /// The first section of each page, and the number of all sections.
    let starts: [Int]
    /// The language tag of each page.
    let languages: [String]
    /// Whether all pages are English, so that no word is there but by its stem.
    let isEnglish: Bool
    let pagesPerBlock: Int
    /// What each row of files of terms begins with, and how many files it has.
    let rows: [String]
    let rowLength: Int
    /// The names of the lists of words.
    let words: Set<String>
    let ranking: Ranking
    /// For each stem the words that may stand for it.
    let synonyms: [String: [String]]

    var sectionCount: Int { starts.last ?? 0 }

    /// Nil for what is no index of this format.
    init?(_ bytes: [UInt8]) {
        // JSON is YAML, and libyaml bounds what it reads.
        guard let node = try? YAMLNode(parsing: bytes), node["format"]?.integer == 2,
            let pages = node["pages"]?.string.map(PageCounts.decode)
        else { return nil }
        let lengths = 1...0xFFFF
        guard let pagesPerBlock = node["pagesPerBlock"]?.integer, lengths.contains(pagesPerBlock),
            let rowLength = node["rowLength"]?.integer, lengths.contains(rowLength)
        else { return nil }
        self.pages = pages
        self.pagesPerBlock = pagesPerBlock
        self.rowLength = rowLength
        var starts = [0]
        for page in pages { starts.append((starts.last ?? 0) + page.sections) }
        guard pages.reduce(0, { $0 + $1.sections }) <= UInt32.max else { return nil }
        self.starts = starts
        var languages: [String] = []
        for run in node["languages"]?.elements ?? [] {
            guard let parts = run.elements, parts.count == 2, let tag = parts[0].string, let count = parts[1].integer, count > 0 else {
                continue
            }
            languages += Array(repeating: tag, count: min(count, pages.count - languages.count))
        }
        self.languages = languages + Array(repeating: "", count: pages.count - languages.count)
        isEnglish = self.languages.allSatisfy { $0.hasPrefix("en") }
        rows = (node["rows"]?.elements ?? []).map { $0.string ?? "" }
        words = Set((node["words"]?.elements ?? []).compactMap(\.string))
        var ranking = Ranking.standard
        for (name, path) in Ranking.weights {
            if let value = node["ranking"]?[name]?.string.flatMap(Double.init) { ranking[keyPath: path] = value }
        }
        self.ranking = ranking
        synonyms = Synonyms.table((node["ranking"]?["synonyms"]?.elements ?? []).compactMap(\.string))
    }

    /// The page that one of the sections is of.
    func page(of section: UInt32) -> Int {
        var (low, high) = (0, pages.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle + 1] <= Int(section) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// What results show of a page.
struct PageEntry {
    let title: String
    let url: String
    let crumbs: [String]
    let kind: String
    let sections: [(title: String, anchor: String)]

    init?(_ node: YAMLNode) {
        guard let parts = node.elements, parts.count == 6 else { return nil }
        title = parts[0].text
        url = parts[1].text
        crumbs = (parts[2].elements ?? []).map(\.text)
        kind = parts[3].text
        sections = (parts[4].elements ?? []).map { section in
            guard let parts = section.elements else { return (section.text, PageRecord.plainAnchor(section.text)) }
            return (parts.first?.text ?? "", parts.last?.text ?? "")
        }
    }
}

extension YAMLNode {
    fileprivate subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }

    /// A scalar's text, empty for all else.
    fileprivate var text: String {
        if case .scalar(let text, _) = content { return text }
        return ""
    }
}
