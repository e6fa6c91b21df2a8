import Checks
import Files
import Site

extension SiteBuilder {
    /// The files of the content with links that can be corrected, because there is only one thing that they can mean.
    package func repairs() async throws(FileError) -> [Repair] {
        let configuration = try folder.configuration(options).0
        return RepairFinder(try await folder.loader(configuration, options).load()).repairs
    }
}
