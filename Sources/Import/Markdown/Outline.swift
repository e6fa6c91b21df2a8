import Bytes
import Paths

/// A table of contents in Markdown: headings, lists of links, and links alone.
enum Outline {
    /// - Parameter page: the new page that an address names.
    static func entries(of text: SourceText, page: (String) -> ContentPath?) -> [ImportedSite.Entry] {
        var found: [(depth: Int, entry: ImportedSite.Entry)] = []
        var groups: [(title: String?, range: Range<Int>)] = [(nil, 0..<0)]
        for line in text.lines where !line.isCode {
            if line.text.hasPrefix("#") {
                let title = line.text.drop { $0 == "#" }.trimmedSpace
                // The first one is the title of the table itself.
                if found.isEmpty, groups.count == 1, line.text.hasPrefix("# ") { continue }
                groups.append((String(title), found.count..<found.count))
                continue
            }
            guard let match = line.text.wholeMatch(of: /(\s*)(?:[-*+]\s+)?\[(.*)\]\(<?([^)>]*)>?\)\s*/) else { continue }
            let address = String(match.3)
            let isItem = line.trimmed.first.map { "-*+".contains($0) } ?? false
            let target = page(address.percentDecoded ?? address)
            let entry = ImportedSite.Entry(
                title: String(match.2), page: target, url: target == nil && address.contains("://") ? address : nil)
            found.append((isItem ? match.1.count : 0, entry))
            groups[groups.count - 1].range = groups[groups.count - 1].range.lowerBound..<found.count
        }
        return groups.flatMap { title, range in
            var slice = found[range]
            let nested = nest(&slice, below: -1)
            return title.map { [ImportedSite.Entry(title: $0, children: nested)] } ?? nested
        }.filter { $0.page != nil || $0.url != nil || !$0.children.isEmpty }
    }

    /// Entries with those that are deeper as their children.
    static func nest(_ rest: inout ArraySlice<(depth: Int, entry: ImportedSite.Entry)>, below depth: Int) -> [ImportedSite.Entry] {
        var entries: [ImportedSite.Entry] = []
        while let first = rest.first, first.depth > depth {
            rest.removeFirst()
            var entry = first.entry
            entry.children = nest(&rest, below: first.depth)
            entries.append(entry)
        }
        return entries
    }
}
