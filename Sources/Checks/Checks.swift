import Bytes
import Diagnostics
import Markdown
import Paths
import Site

/// What a writer may want to know beyond what a build reports. None of it keeps the site from being published as it was written.
package struct Checks: Sendable {
    private let snapshot: SiteSnapshot
    private let jobs: Int

    package init(_ snapshot: SiteSnapshot, jobs: Int) {
        self.snapshot = snapshot
        self.jobs = jobs
    }

    private var site: Site { snapshot.site }

    /// The findings: those of the pages in their order, then those about the whole content.
    package func diagnostics() async -> [Diagnostic] {
        let pages = await site.pages.parallelMap(jobs: jobs) { PageChecks($0).diagnostics }
        let orphans = OrphanCheck(site).orphans
        return pages.flatMap(\.self) + orphans.map(\.diagnostic) + duplicateTitles + UnusedFileCheck(snapshot, orphans: orphans).diagnostics
    }

    /// Pages of one language with the same title: neither search results nor bookmarks tell them apart.
    private var duplicateTitles: [Diagnostic] {
        var first: [String: Page] = [:]
        var diagnostics: [Diagnostic] = []
        for page in site.pages where !page.isHidden && !page.title.isEmpty {
            let key = page.language + "\n" + page.title.lowercased()
            guard let other = first[key] else {
                first[key] = page
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
