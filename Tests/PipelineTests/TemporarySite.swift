import Foundation

@testable import Pipeline

/// A site in a temporary folder that exists as long as the value.
final class TemporarySite: Sendable {
    let location = FileManager.default.temporaryDirectory.appending(path: "kbgen-\(UUID().uuidString)").path()

    /// - Parameter files: texts by path below `Content`.
    init(_ files: [String: String]) throws {
        for (path, text) in files { try write(text, to: "Content/" + path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: location) }

    func write(_ text: String, to path: String) throws {
        let file = URL(filePath: location).appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: location + "/" + path) }

    func text(_ path: String) -> String? { try? String(contentsOfFile: location + "/" + path, encoding: .utf8) }

    func folder() throws(SiteFolder.Missing) -> SiteFolder { try SiteFolder(location) }
}
