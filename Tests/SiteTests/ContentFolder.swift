import Content
import Diagnostics
import Foundation
import Paths

@testable import Site

/// A content folder that exists as long as the value.
final class ContentFolder {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kbgen-\(UUID().uuidString)").path()

    /// - Parameter files: texts by path.
    init(_ files: [String: String]) throws {
        for (path, text) in files { try write(text, to: path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ text: String, to path: String) throws {
        let file = URL(filePath: folder).appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: folder + "/" + path) }

    func loader(_ configuration: Configuration = Configuration()) -> SiteLoader {
        SiteLoader(content: folder, configuration: configuration, jobs: 2)
    }

    func site(_ configuration: Configuration = Configuration()) async throws -> Site { try await loader(configuration).load().site }

    /// The table of contents, or what takes its place.
    func plan(summaryPath: ContentPath? = nil) throws -> NavigationPlan {
        if let summaryPath { try write("structure:\n  summary: \(summaryPath)\n", to: ".gitbook.yaml") }
        var diagnostics: [Diagnostic] = []
        let tree = try SourceTree(reading: folder)
        let gitBook = GitBookConfiguration.read(in: folder, diagnostics: &diagnostics)
        let resolver = LinkResolver(
            tree: tree, firstPages: [:], spaceFolders: [.root], redirects: [:], gitBookSpaces: [:], schemes: [], published: [])
        return NavigationPlan(
            SpaceContext(SpaceSettings(), tree: tree, gitBook: gitBook, Configuration(), &diagnostics), resolver)
    }
}
