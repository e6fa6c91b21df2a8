import Files
import Site
import Theme

extension SiteBuilder {
    /// The old addresses of the site and where they lead, for hosts that answer them themselves.
    package func redirects() async throws(FileError) -> HostRedirects {
        let configuration = try folder.configuration(options).0
        return HostRedirects(try await folder.loader(configuration, options).load().site)
    }
}
