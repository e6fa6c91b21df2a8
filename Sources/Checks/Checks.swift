import Bytes
import Diagnostics
import Markdown
import Paths
import Site

/// Checks of the content that `kbgen check` makes in addition to those of a build. Their diagnostics never prevent publication.
package struct Checks: Sendable {
    private let snapshot: SiteSnapshot
    private let jobs: Int

    package init(_ snapshot: SiteSnapshot, jobs: Int) {
        self.snapshot = snapshot
        self.jobs = jobs
    }

    private var site: Site { snapshot.site }

    /// All diagnostics: those of the pages in their order, then those about the content as a whole.
    package func diagnostics() async -> [Diagnostic] {
        let pages = await site.pages.parallelMap(jobs: jobs) { PageChecks($0).diagnostics }
        let orphans = OrphanCheck(site).orphans
        return pages.flatMap(\.self) + orphans.map(\.diagnostic) + missingTitle + duplicateTitles
            + UnusedFileCheck(snapshot, orphans: orphans).diagnostics
    }

    /// Reports a site without a name that is called after its first page, if that is what many first pages are called.
    private var missingTitle: [Diagnostic] {
        guard site.configuration.title.isEmpty, let page = site.pages.first(where: { $0.title == site.title }) else { return [] }
        let words = page.title.lowercased().split { !$0.isLetter }
        guard words.first == "welcome" || Self.namesOfFirstPages.contains(words.joined(separator: " ")) else { return [] }
        return [
            Diagnostic(
                .titleMissing, in: page.document.source.file,
                at: page.titleHeading.map { page.document.position(of: $0.node) } ?? .start,
                "the site has no name, and is called “\(page.title)” after its first page",
                help: "write “title: …” into kbgen.yml")
        ]
    }

    private static let namesOfFirstPages: Set<String> = [
        "about", "docs", "documentation", "getting started", "hello", "index", "intro", "introduction", "overview", "quick start",
        "quickstart",
        "readme", "start", "start here", "untitled",
    ]

    /// Reports pages of the same language with equal titles, which search results and bookmarks do not distinguish.
    private var duplicateTitles: [Diagnostic] {
        var firstPages: [String: Page] = [:]
        var diagnostics: [Diagnostic] = []
        for page in site.pages where !page.isHidden && !page.title.isEmpty {
            let key = page.language + "\n" + page.title.lowercased()
            guard let other = firstPages[key] else {
                firstPages[key] = page
                continue
            }
            diagnostics.append(
                Diagnostic(
                    .titleDuplicate, in: page.document.source.file,
                    at: page.titleHeading.map { page.document.position(of: $0.node) } ?? .start,
                    "the title “\(page.title)” is also that of “\(other.document.source.file)”",
                    help: "say in each title what the page is about"))
        }
        return diagnostics
    }
}
