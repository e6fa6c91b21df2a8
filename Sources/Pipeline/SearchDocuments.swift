import Bytes
import Files
import Search
import Site
import Theme

extension Pipeline {
    /// The sections of all pages that the site's search knows, in the order of the pages.
    public func searchDocuments() async throws(FileError) -> [SearchDocument] {
        let (site, theme, _) = try await read()
        let renderer = SiteRenderer(theme, site, await guides(of: site))
        let documents = await site.pages.parallelMap(jobs: options.jobs) { page -> [SearchDocument] in
            let rendered = renderer.render(page)
            return rendered.search.map { SearchDocument.documents(of: $0, body: rendered.body) } ?? []
        }
        return documents.flatMap(\.self)
    }
}
