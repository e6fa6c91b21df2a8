import Bytes
import Diagnostics
import Guides
import Markdown
import Paths
import Site
import Synchronization

/// The guides of a site's pages, by page id. A table that comes from the build cache knows which pages have a tree and what was found in their
/// guides, and analyses a page when somebody asks for its guide.
package struct GuideTable: Sendable {
    private let entries: [GuideEntry]

    /// Analyses all pages of a site.
    package init(_ site: Site, jobs: Int) async {
        entries = await site.pages.parallelMap(jobs: jobs) { GuideEntry($0) }
    }

    private init(_ entries: [GuideEntry]) {
        self.entries = entries
    }

    /// The guide of a page; nil for a page with neither a tree, nor steps to tick, nor findings.
    subscript(page: Int) -> Guide? { entries[page].guide }

    /// Whether a page has a decision tree. Never analyses the page.
    func hasTree(_ page: Int) -> Bool { entries[page].hasTree }

    /// How many pages have a decision tree.
    package var treeCount: Int { entries.count(where: \.hasTree) }

    package var diagnostics: [Diagnostic] { entries.flatMap(\.diagnostics) }

    /// The table after an edit. Pages whose texts are the same keep their guides.
    /// - Parameter previous: the site that this table was made for.
    package func updated(from previous: Site, to site: Site, _ change: SiteChange, jobs: Int) async -> GuideTable {
        switch change {
        case .nothing: return self
        case .pages(let changed):
            var entries = entries
            for id in changed { entries[id] = GuideEntry(site.pages[id]) }
            return GuideTable(entries)
        case .everything:
            let known = Dictionary(previous.pages.map { ($0.path, $0.id) }) { first, _ in first }
            let entries = await site.pages.parallelMap(jobs: jobs) { [entries] page in
                if let id = known[page.path], previous.pages[id].text === page.text { return entries[id] }
                return GuideEntry(page)
            }
            return GuideTable(entries)
        }
    }

    /// Why the other pages have to be built again, given the table before the edit: they show which pages have a tree. Nil if they do not.
    package func reasonToRebuild(since previous: GuideTable, _ site: Site, pages: [Int]) -> RebuildReason? {
        let changed = pages.first { hasTree($0) != previous.hasTree($0) }
        return changed.map { RebuildReason("“\(site.pages[$0].path)” \(hasTree($0) ? "got a" : "lost its") decision tree") }
    }

    // MARK: Cache

    /// What the build cache keeps of a table.
    package struct Cached: Sendable, BinaryCodable {
        private let trees: [Int]
        private let diagnosed: [Int]
        private let diagnostics: [[Diagnostic]]

        fileprivate init(_ table: GuideTable) {
            trees = table.entries.indices.filter { table.entries[$0].hasTree }
            diagnosed = table.entries.indices.filter { !table.entries[$0].diagnostics.isEmpty }
            diagnostics = diagnosed.map { table.entries[$0].diagnostics }
        }

        package func encode(to encoder: inout BinaryEncoder) {
            encoder.write(trees)
            encoder.write(diagnosed)
            encoder.write(diagnostics)
        }

        package init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
            trees = try decoder.read()
            diagnosed = try decoder.read()
            diagnostics = try decoder.read()
            guard diagnosed.count == diagnostics.count else { throw BinaryDecodingError() }
        }

        /// The table of the site that the cached one was made for.
        package func table(_ site: Site) -> GuideTable {
            let trees = Set(trees)
            let diagnostics = Dictionary(zip(diagnosed, diagnostics)) { first, _ in first }
            let entries = site.pages.map { page in
                GuideEntry(page, hasTree: trees.contains(page.id), diagnostics: diagnostics[page.id] ?? [])
            }
            return GuideTable(entries)
        }
    }

    package var cached: Cached { Cached(self) }
}

/// The guide of one page, analysed at once or when it is first asked for.
private final class GuideEntry: Sendable {
    private final class Analysed: Sendable {
        let guide: Guide?
        init(_ guide: Guide?) { self.guide = guide }
    }

    let hasTree: Bool
    let diagnostics: [Diagnostic]
    private let analysed = AtomicLazyReference<Analysed>()
    private let analyse: @Sendable () -> Guide?

    init(_ page: Page) {
        let guide = GuidePrefilter.guide(of: page.document, shownTitle: page.title)
        hasTree = guide?.hasTree ?? false
        diagnostics = guide?.diagnostics ?? []
        analyse = { guide }
    }

    init(_ page: Page, hasTree: Bool, diagnostics: [Diagnostic]) {
        self.hasTree = hasTree
        self.diagnostics = diagnostics
        analyse = { GuidePrefilter.guide(of: page.document, shownTitle: page.title) }
    }

    var guide: Guide? { (analysed.load() ?? analysed.storeIfNil(Analysed(analyse()))).guide }
}
