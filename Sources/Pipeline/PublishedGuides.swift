import Files
import Theme

extension Pipeline {
    /// The `guide.json` of those of the site's pages that get one.
    /// - Parameter files: the pages' files, as absolute paths without symbolic links.
    /// - Returns: JSON by these paths.
    public func publishedGuides(of files: Set<String>) async throws(FileError) -> [String: [UInt8]] {
        let (site, theme, _) = try await read()
        let renderer = SiteRenderer(theme, site, await guides(of: site))
        var found: [String: [UInt8]] = [:]
        for page in site.pages {
            guard let file = FileSystem.canonicalPath(site.tree.location(page.path)), files.contains(file) else { continue }
            found[file] = renderer.guideJSON(of: page)
        }
        return found
    }
}
