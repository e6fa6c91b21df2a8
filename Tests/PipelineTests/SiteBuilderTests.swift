import Foundation
import Synchronization
import Testing

@testable import Pipeline

/// What a build does after an edit, and why, as `--verbose` says it.
@Suite struct SiteBuilderTests {
    private static let files = [
        "SUMMARY.md": "* [Home](README.md)\n* [A](a.md)\n", "README.md": "# Home\n\n[a](a.md)\n", "a.md": "# A\n\nText.\n",
    ]

    private final class Log: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var text: String { lines.withLock { $0.joined(separator: "\n") } }
    }

    /// Builds, and says what was built.
    private func build(_ site: TemporarySite, baseURL: String? = nil, clean: Bool = false) async throws -> String {
        let log = Log()
        let options = BuildOptions(baseURL: baseURL, jobs: 1, clean: clean, log: log.add)
        _ = try await SiteBuilder(try site.folder(), options: options).build()
        return log.text
    }

    @Test func theFirstBuildMakesEverythingAndTheSecondNothing() async throws {
        let site = try TemporarySite(Self.files)
        #expect(try await build(site) == "everything is built: no earlier build is known")
        #expect(try await build(site) == "nothing is built: nothing changed")
    }

    @Test func anEditOfATextMakesThePage() async throws {
        let site = try TemporarySite(Self.files)
        _ = try await build(site)
        try site.write("# A\n\nOther text.\n", to: "Content/a.md")
        #expect(try await build(site) == "1 of 2 pages are built: a.md")
        #expect(try #require(site.text("Output/a/index.html")).contains("Other text."))
        #expect(try #require(site.text("Output/llms-full.txt")).contains("Other text."))
    }

    @Test func whatWasFoundInTemplatesIsSaidOnceAfterEachBuild() async throws {
        let site = try TemporarySite(Self.files)
        try site.write("", to: "Templates/unknown.txt")
        for text in ["# A\n\nOne.\n", "# A\n\nTwo.\n", "# A\n\nTwo.\n"] {
            try site.write(text, to: "Content/a.md")
            let report = try await SiteBuilder(try site.folder(), options: BuildOptions(jobs: 1)).build()
            #expect(report.diagnostics.map(\.rule) == [.templateUnknownFile])
        }
    }

    @Test(arguments: [
        ("Content/a.md", "# New\n\nText.\n", "everything is built: the title or a heading of “a.md” changed"),
        (
            "Content/a.md", "# A\n\n## Cause 1: X\n\n1. Do it.\n\n## Cause 2: Y\n\nCheck.\n",
            "everything is built: the title or a heading of “a.md” changed"
        ),
        (
            "Content/SUMMARY.md", "* [A](a.md)\n* [Home](README.md)\n",
            "everything is built: the table of contents “SUMMARY.md” changed"
        ),
        ("Content/new.md", "# New\n", "everything is built: files were added, removed or renamed"),
        ("kbgen.yml", "title: T\n", "everything is built: the options or the folders of the site changed"),
        ("Templates/custom.css", "a {}\n", "everything is built: the options or the folders of the site changed"),
        ("Output/a/index.html", "mine", "everything is built: the output is not what the last build wrote"),
        (".kbgen/Output.build", "damaged", "everything is built: no earlier build is known"),
    ]) func whateverElseChangesMakesEverything(path: String, text: String, expected: String) async throws {
        let site = try TemporarySite(Self.files)
        _ = try await build(site)
        try site.write(text, to: path)
        #expect(try await build(site) == expected)
        #expect(try await build(site) == "nothing is built: nothing changed")
    }

    @Test func aSettingThatChangesIsNamed() async throws {
        let site = try TemporarySite(Self.files)
        try site.write("title: One\n", to: "kbgen.yml")
        _ = try await build(site)
        try site.write("title: Two\n", to: "kbgen.yml")
        #expect(try await build(site) == "everything is built: “kbgen.yml” changed")
    }

    @Test func anotherBaseURLOrACleanBuildMakesEverything() async throws {
        let site = try TemporarySite(Self.files)
        _ = try await build(site)
        let other = try await build(site, baseURL: "https://kb.example/")
        #expect(other == "everything is built: the options or the folders of the site changed")
        #expect(try await build(site, clean: true) == "everything is built: a clean build was asked for")
    }

    @Test func aPageThatBecomesAGuideMakesEverythingSinceOthersLinkIt() async throws {
        var files = Self.files
        files["a.md"] = "# It does not start\n\n## Cause 1: A\n\nText.\n\n## Cause 2: B\n\nText.\n"
        let site = try TemporarySite(files)
        _ = try await build(site)
        try site.write(files["a.md"].map { "---\nguide: false\n---\n\n" + $0 } ?? "", to: "Content/a.md")
        #expect(try await build(site) == "everything is built: the front matter of “a.md” changed")
    }

    @Test func aCancelledBuildLeavesTheOldSite() async throws {
        let site = try TemporarySite(Self.files)
        _ = try await build(site)
        let before = site.text("Output/a/index.html")
        try site.write("# Other\n", to: "Content/a.md")
        let builder = SiteBuilder(try site.folder(), options: BuildOptions(jobs: 1))
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await builder.build()
        }
        task.cancel()
        await #expect(throws: (any Error).self) { try await task.value }
        #expect(site.text("Output/a/index.html") == before)
        #expect(!FileManager.default.fileExists(atPath: site.location + "/.Output.kbgen"), "nothing is left beside it")
    }
}
