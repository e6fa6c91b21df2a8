import Checks
import Content
import Diagnostics
import Files
import Site

/// A content folder that exists as long as the value.
final class ContentFolder {
    private let path = FileSystem.temporaryFolder

    init(_ files: [String: String]) throws {
        for (name, text) in files {
            let location = path + "/" + name
            try FileSystem.makeFolder(location.locationFolder)
            try FileSystem.write(Array(text.utf8), to: location)
        }
    }

    deinit { try? FileSystem.remove(path) }

    func snapshot() async throws -> SiteSnapshot {
        try await SiteLoader(content: path, configuration: Configuration(), jobs: 2).load()
    }

    /// The diagnostics of a rule, as `path:line: message`.
    func diagnostics(_ rule: Rule) async throws -> [String] {
        try await Checks(snapshot(), jobs: 2).diagnostics().filter { $0.rule == rule }
            .map { "\($0.file.displayPath):\($0.position.line): \($0.message)" }
    }

    /// The files with diagnostics of a rule.
    func files(_ rule: Rule) async throws -> [String] {
        try await Checks(snapshot(), jobs: 2).diagnostics().filter { $0.rule == rule }.map(\.file.displayPath)
    }

    /// The corrected files by path.
    func repairs() async throws -> [String: String] {
        let repairs = try await RepairFinder(snapshot()).repairs
        return Dictionary(uniqueKeysWithValues: repairs.map { ($0.file.displayPath, String(decoding: $0.after, as: UTF8.self)) })
    }
}
