import Files
import Site
import Theme

extension SiteBuilder {
    /// The `guide.json` of some pages of the site, if they get one.
    /// - Parameter files: the pages' files, as absolute locations without symbolic links.
    /// - Returns: JSON by these locations.
    package func publishedGuides(of files: Set<String>) async throws(FileError) -> [String: [UInt8]] {
        let (artifacts, _) = try await load()
        return Self.pages(of: files, artifacts.site).compactMapValues { artifacts.renderer.guideJSON(of: $0) }
    }

    /// The titles that readers of some pages see.
    /// - Parameter files: as for `publishedGuides`.
    package func shownTitles(of files: Set<String>) async throws(FileError) -> [String: String] {
        let (artifacts, _) = try await load()
        return Self.pages(of: files, artifacts.site).mapValues(\.title)
    }

    /// The pages of files, by their locations.
    private static func pages(of files: Set<String>, _ site: Site) -> [String: Page] {
        var found: [String: Page] = [:]
        for page in site.pages {
            let location = site.space(of: page).tree.location(page.path)
            if let file = FileSystem.canonicalPath(location), files.contains(file) { found[file] = page }
        }
        return found
    }
}
