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
        return pages.flatMap(\.self) + orphans.map(\.diagnostic) + duplicateTitles + UnusedFileCheck(snapshot, orphans: orphans).diagnostics
    }

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
