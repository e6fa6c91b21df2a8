import Diagnostics
import Files
import Site

/// A file with its safe repairs.
public struct RepairedFile: Sendable {
    /// By its path in the content, as findings show it.
    public let path: String
    /// Where it is on disk.
    public let location: String
    public let before: [UInt8]
    public let after: [UInt8]
    /// How many addresses are mended.
    public let count: Int
}

extension Pipeline {
    /// The files of the content in which something can be repaired that has one safe answer, with what becomes of them.
    public func repairs() async throws(FileError) -> [RepairedFile] {
        var diagnostics: [Diagnostic] = []
        let reading = try await reader(configuration(&diagnostics)).read()
        let byFile = Dictionary(grouping: reading.repairs, by: \.path)
        var files: [RepairedFile] = []
        for (path, repairs) in byFile.sorted(by: { $0.key < $1.key }) {
            let location = folder.location(of: path)
            guard let before = try FileSystem.read(location, atMost: Site.largestFile) else { continue }
            var after = before
            for repair in repairs.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) where repair.range.upperBound <= after.count {
                after.replaceSubrange(repair.range, with: repair.replacement)
            }
            files.append(RepairedFile(path: path, location: location, before: before, after: after, count: repairs.count))
        }
        return files
    }
}
