import Files
import Site
import Theme

extension SiteBuilder {
    /// The `guide.json` of some pages of the site, if they get one.
    /// - Parameter files: the pages' files, as absolute locations without symbolic links.
    /// - Returns: JSON by these locations.
    package func publishedGuides(of files: Set<String>) async throws(FileError) -> [String: [UInt8]] {
        let (artifacts, _) = try await load()
        var found: [String: [UInt8]] = [:]
        for page in artifacts.site.pages {
            let location = artifacts.site.space(of: page).tree.location(page.path)
            guard let file = FileSystem.canonicalPath(location), files.contains(file) else { continue }
            found[file] = artifacts.renderer.guideJSON(of: page)
        }
        return found
    }
}
