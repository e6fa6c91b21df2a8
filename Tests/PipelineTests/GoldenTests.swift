import Foundation
import Testing

@testable import Pipeline

/// Small sites with what is expected of them: `Tests/Golden/NAME/Content` in, `Tests/Golden/NAME/Expected` out, and the findings in
/// `Tests/Golden/NAME/diagnostics.txt`. The pages are made with the bare templates of `Tests/Golden/Templates`, so that the built-in
/// theme can change alone. `KBGEN_BLESS=1 swift test` writes what came out as what is expected: review it with `git diff`.
@Suite struct GoldenTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Golden").standardizedFileURL

    static var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root.path())) ?? []).filter { $0 != "Templates" && !$0.hasPrefix(".") }
            .sorted()
    }

    @Test func thereAreSites() { #expect(Self.names.count >= 6) }

    @Test(arguments: names) func comesOutAsExpected(name: String) async throws {
        let site = Self.root.appending(path: name)
        let output = FileManager.default.temporaryDirectory.appending(path: "kbgen-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        let folder = try SiteFolder(
            site.path(), overrides: .init(templates: Self.root.appending(path: "Templates").path(), output: output.path()))
        let report = try await SiteBuilder(folder, options: BuildOptions(jobs: 2)).build()
        let findings = report.diagnostics.map { $0.formatted() + "\n" }.joined()
        if ProcessInfo.processInfo.environment["KBGEN_BLESS"] != nil {
            try bless(site, output, findings)
        }
        let expected = (try? String(contentsOf: site.appending(path: "diagnostics.txt"), encoding: .utf8)) ?? ""
        #expect(findings == expected)
        try compare(output, with: site.appending(path: "Expected"))
    }

    private func files(_ folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter { path in
            let values = try? folder.appending(path: path).resourceValues(forKeys: [.isDirectoryKey])
            return values?.isDirectory != true && !path.hasPrefix("_kb/") && path != ".nojekyll"
        }.sorted()
    }

    /// The text of a file; a guide with a line for each member, so that a difference can be reviewed.
    private func readable(_ file: URL) throws -> String {
        guard file.lastPathComponent == "guide.json" else { return try String(contentsOf: file, encoding: .utf8) }
        let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        return String(
            decoding: try JSONSerialization.data(withJSONObject: value, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]),
            as: UTF8.self) + "\n"
    }

    private func compare(_ output: URL, with expected: URL) throws {
        #expect(try files(output) == files(expected))
        for path in try files(expected) {
            let came = try? readable(output.appending(path: path))
            #expect(came == (try String(contentsOf: expected.appending(path: path), encoding: .utf8)), "\(path)")
        }
    }

    private func bless(_ site: URL, _ output: URL, _ findings: String) throws {
        let expected = site.appending(path: "Expected")
        try? FileManager.default.removeItem(at: expected)
        for path in try files(output) {
            let target = expected.appending(path: path)
            try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try readable(output.appending(path: path)).write(to: target, atomically: true, encoding: .utf8)
        }
        try findings.write(to: site.appending(path: "diagnostics.txt"), atomically: true, encoding: .utf8)
    }
}
