import Bytes
import Diagnostics
import Markdown
import Site

/// What a writer may want to know besides what a build says: nothing of it keeps a site from being as it is written.
public struct Checks: Sendable {
    private let reading: Reading
    private let jobs: Int

    public init(_ reading: Reading, jobs: Int) {
        self.reading = reading
        self.jobs = jobs
    }

    private var site: Site { reading.site }

    /// The findings, in the order of the pages.
    public func findings() async -> [Diagnostic] {
        let pages = await site.pages.parallelMap(jobs: jobs) { PageChecks($0).findings }
        return pages.flatMap(\.self) + site.orphans + duplicateTitles + reading.unusedFiles
    }

    /// Pages of one language that are called the same: neither search results nor bookmarks tell them apart.
    private var duplicateTitles: [Diagnostic] {
        var first: [String: Page] = [:]
        var findings: [Diagnostic] = []
        for page in site.pages where !page.isHidden && !page.title.isEmpty {
            let key = page.language + "\n" + page.title.lowercased()
            guard let other = first[key] else {
                first[key] = page
                continue
            }
            findings.append(Diagnostic(
                .titleDuplicate, path: page.document.source.path, at: page.titleHeading.map { page.document.position(of: $0.node) } ?? .start,
                "the title “\(page.title)” is also that of “\(other.document.source.path)”", help: "say in each title what the page is about"))
        }
        return findings
    }
}
