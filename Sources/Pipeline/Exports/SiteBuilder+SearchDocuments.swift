import Bytes
import Files
import Search
import Site
import Theme

extension SiteBuilder {
    /// The sections of all pages that the site's search knows, in the order of the pages.
    package func searchDocuments() async throws(FileError) -> [SearchDocument] {
        let (artifacts, _) = try await load()
        let renderer = artifacts.renderer
        let documents = await artifacts.site.pages.parallelMap(jobs: options.jobs) { page -> [SearchDocument] in
            let rendered = renderer.render(page)
            return rendered.search.map { SearchDocument.documents(of: $0, body: rendered.body) } ?? []
        }
        return documents.flatMap(\.self)
    }
}
