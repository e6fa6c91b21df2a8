import Bytes
import Content
import Diagnostics
import Foundation
import Paths
import Testing

@testable import Site

/// An edit makes the next snapshot, and says in what it differs.
@Suite struct SiteSnapshotTests {
    private static let files = [
        "SUMMARY.md": "* [Home](README.md)\n* [A](a.md)\n* [B](b.md)\n",
        "README.md": "# Home\n\nText.\n",
        "a.md": "---\ndescription: About A.\n---\n\n# A\n\n## Part\n\n[to b](b.md)\n",
        "b.md": "# B\n\n[to a](a.md#part)\n",
        ".gitbook/includes/part.md": "Included.\n",
    ]

    /// What happened to the site after an edit of its files.
    private func change(_ edit: (ContentFolder) throws -> Void) async throws -> SiteChange {
        let content = try ContentFolder(Self.files)
        let before = try await content.loader().load()
        try edit(content)
        return try await content.loader().update(before).1
    }

    private func reason(_ edit: (ContentFolder) throws -> Void) async throws -> String {
        guard case .everything(let reason) = try await change(edit) else { return "" }
        return reason.description
    }

    @Test func nothingChangesWithoutAnEdit() async throws {
        guard case .nothing = try await change({ _ in }) else {
            Issue.record("something changed")
            return
        }
    }

    @Test func anEditOfATextConcernsThePageAlone() async throws {
        guard case .pages([0]) = try await change({ try $0.write("# Home\n\nOther text.\n", to: "README.md") }) else {
            Issue.record("more than the page changed")
            return
        }
    }

    @Test(arguments: [
        ("a.md", "---\ndescription: Other.\n---\n\n# A\n\n## Part\n\n[to b](b.md)\n", "the front matter of “a.md” changed"),
        ("a.md", "---\ndescription: About A.\n---\n\n# New\n\n## Part\n\n[to b](b.md)\n", "the title or a heading of “a.md” changed"),
        ("a.md", "---\ndescription: About A.\n---\n\n# A\n\n## Part\n\n[to b](b.md) ![](c.png)\n", ""),
        ("b.md", "# B\n\n[to a](a.md#part) <a id=\"x\"></a>\n", "an anchor or a footnote of “b.md” changed"),
        (
            "b.md", "# B\n\n{% include \".gitbook/includes/part.md\" %}\n",
            "an inclusion, or a link to a file or an unlisted page of “b.md” changed"
        ),
        ("SUMMARY.md", "* [Home](README.md)\n* [B](b.md)\n* [A](a.md)\n", "the table of contents “SUMMARY.md” changed"),
    ]) func whatOthersSeeOfAPageConcernsEverything(file: String, text: String, expected: String) async throws {
        #expect(try await reason { try $0.write(text, to: file) } == expected)
    }

    @Test func filesThatComeOrGoConcernEverything() async throws {
        #expect(try await reason { try $0.write("# New\n", to: "new.md") } == "files were added, removed or renamed")
        #expect(try await reason { try $0.remove("b.md") } == "files were added, removed or renamed")
    }

    /// The configuration is a hidden file, which the tree does not hold.
    @Test func aFaultInTheGitBookConfigurationIsSeenEvenIfItsSettingsStayTheSame() async throws {
        #expect(try await reason { try $0.write("title: [x]\n", to: ".gitbook.yaml") } == "GitBook's configuration changed")
    }

    @Test func findingsOfLinksInAnIncludedFileNameThatFile() async throws {
        let content = try ContentFolder([
            "README.md": "# Home\n\n{% include \"part.md\" %}\n", "part.md": "One.\n\n[two](b.md#nowhere)\n", "b.md": "# B\n",
        ])
        let finding = try #require(try await content.loader().load().site.diagnostics.first { $0.rule == .linkFragment })
        #expect(finding.file == .content(ContentPath("part.md")))
        #expect(finding.position == SourcePosition(line: 3, column: 1))
    }

    @Test func theNextSnapshotIsThatOfAFreshReading() async throws {
        let content = try ContentFolder(Self.files)
        let before = try await content.loader().load()
        try content.write("# Home\n\nA [dead](nowhere.md) link, and [one](b.md).\n", to: "README.md")
        let (after, _) = try await content.loader().update(before)
        let fresh = try await content.loader().load()
        #expect(after.site.diagnostics == fresh.site.diagnostics)
        #expect(after.site.pages[0].targets == fresh.site.pages[0].targets)
        #expect(after.site.pages[0].description == fresh.site.pages[0].description)
        #expect(before.site.diagnostics.isEmpty, "the snapshot before stays what it was")
    }

    @Test func textsThatDidNotChangeAreNotReadAgain() async throws {
        let content = try ContentFolder(Self.files)
        let before = try await content.loader().load()
        try content.write("* [Home](README.md)\n* [B](b.md)\n* [A](a.md)\n", to: "SUMMARY.md")
        let (after, _) = try await content.loader().update(before)
        for page in after.site.pages {
            let old = try #require(before.site.pages.first { $0.path == page.path })
            #expect(page.text === old.text)
        }
    }

    @Test func onlyTouchedFilesAreLookedAt() async throws {
        let content = try ContentFolder(Self.files)
        let before = try await content.loader().load()
        try content.write("# Home\n\nOther text.\n", to: "README.md")
        try content.write("# B\n\nOther text.\n", to: "b.md")
        guard case (_, .pages([0])) = try await content.loader().update(before, touched: [content.folder + "/README.md"]) else {
            Issue.record("more than the touched file was read")
            return
        }
    }

    // MARK: Cache

    /// The snapshot as another run of the program gets it.
    private func reread(_ snapshot: SiteSnapshot) throws -> CachedSnapshot {
        var encoder = BinaryEncoder()
        encoder.write(snapshot.cached)
        var decoder = BinaryDecoder(encoder.bytes)
        return try CachedSnapshot(from: &decoder)
    }

    @Test func aCachedSnapshotIsUpdatedAsOneInMemory() async throws {
        let content = try ContentFolder(Self.files)
        let cached = try reread(try await content.loader().load())
        try content.write("# B\n\n[to a](a.md#part) and [home](README.md).\n", to: "b.md")
        let (loader, inputs) = (content.loader(), try await content.loader().manifest())
        let (snapshot, change) = try loader.resume(cached, inputs, changed: ["b.md"])
        guard case .pages([2]) = change else {
            Issue.record("\(change)")
            return
        }
        let fresh = try await loader.load()
        #expect(snapshot.site.pages.map(\.title) == fresh.site.pages.map(\.title))
        #expect(snapshot.site.pages.map(\.address) == fresh.site.pages.map(\.address))
        #expect(snapshot.site.pages.map(\.targets) == fresh.site.pages.map(\.targets), "also of pages that were not read")
        #expect(snapshot.site.diagnostics == fresh.site.diagnostics)
    }

    @Test func aCachedSnapshotRefusesWhatConcernsMoreThanAPage() async throws {
        let content = try ContentFolder(Self.files)
        let cached = try reread(try await content.loader().load())
        try content.write("# Another title\n", to: "b.md")
        let (loader, inputs) = (content.loader(), try await content.loader().manifest())
        #expect(throws: RebuildReason("the title or a heading of “b.md” changed")) { try loader.resume(cached, inputs, changed: ["b.md"]) }
    }

    @Test func aDamagedCacheIsNotBelieved() async throws {
        let content = try ContentFolder(Self.files)
        var encoder = BinaryEncoder()
        encoder.write(try await content.loader().load().cached)
        for length in stride(from: 0, to: encoder.bytes.count, by: 7) {
            var decoder = BinaryDecoder(Array(encoder.bytes[..<length]))
            #expect(throws: BinaryDecodingError.self) { try CachedSnapshot(from: &decoder) }
        }
    }
}
