import Diagnostics
import Files
import Site

extension Pipeline {
    /// The files of the content in which something can be repaired that has one safe answer, with what becomes of them.
    public func repairs() async throws(FileError) -> [Repair] {
        var diagnostics: [Diagnostic] = []
        return try await reader(configuration(&diagnostics)).read().repairs
    }
}
