import Checks
import Files
import Site

extension SiteBuilder {
    /// The files of the content with links that can be corrected, because there is only one thing that they can mean.
    package func repairs() async throws(FileError) -> [Repair] {
        let configuration = try folder.configuration(options).0
        let snapshot = try await folder.loader(configuration, options).load()
        return RepairFinder(snapshot).repairs + [try settingsRepair(snapshot.site)].compactMap(\.self)
    }

    /// The settings with redirects from the addresses that pages had in the last build.
    private func settingsRepair(_ site: Site) throws(FileError) -> Repair? {
        let gone = goneAddresses(site)
        guard let location = folder.configuration, let before = try FileSystem.read(location),
            let after = gone.settings(String(decoding: before, as: UTF8.self))
        else { return nil }
        return Repair(file: site.configuration.file, location: location, before: before, after: Array(after.utf8), count: gone.count)
    }
}
