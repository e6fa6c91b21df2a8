import Diagnostics
import Foundation
import Paths
import Testing

@testable import Content

@Suite struct SourceTreeTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "kbgen-\(UUID().uuidString)").path()

    private func write(_ paths: String...) throws {
        for path in paths {
            let file = URL(filePath: folder).appending(path: path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: file)
        }
    }

    private func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder + "/" + path, withDestinationPath: target)
    }

    private func tree(excluding: Set<String> = []) throws -> SourceTree { try SourceTree(reading: folder, excluding: excluding) }

    @Test func listsFilesInTheOrderOfTheirBytes() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("b.md", "a/z.md", "a.md", "Z.md")
        #expect(try tree().files == ["Z.md", "a.md", "a/z.md", "b.md"])
    }

    @Test func leavesOutWhatIsHiddenExceptGitBooksFolder() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("a.md", ".hidden.md", ".git/config", ".gitbook/assets/a.png", "node_modules/x.md")
        #expect(try tree().files == [".gitbook/assets/a.png", "a.md"])
    }

    @Test func leavesOutTheOutputWhereverItIs() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("a.md", "public/index.html", "built/_kb/.kbgen", "built/index.html")
        #expect(try tree(excluding: [folder + "/public"]).files == ["a.md"])
    }

    @Test func findsFilesByPathNameAndInAnyCase() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("Guide/Set-Up.md", "other/set-up.MD")
        let tree = try tree()
        #expect(tree.contains("Guide/Set-Up.md"))
        #expect(!tree.contains("guide/set-up.md"))
        #expect(tree.file(ignoringCase: "guide/set-up.md") == "Guide/Set-Up.md")
        #expect(tree.containsFolder("Guide"))
        #expect(tree.folder(ignoringCase: "GUIDE") == "Guide")
        #expect(tree.files(named: "SET-UP.md") == ["Guide/Set-Up.md", "other/set-up.MD"])
    }

    @Test func followsSymbolicLinksWithinTheContentOnly() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("a/x.md")
        try link("inside.md", to: "a/x.md")
        try link("outside.md", to: "/etc/hostname")
        try link("a/up", to: "..")
        try link("dangling", to: "nowhere")
        let tree = try tree()
        #expect(tree.files == ["a/x.md", "inside.md"])
        #expect(tree.hasSymlinks)
        #expect(tree.diagnostics.sorted().map(\.rule) == [.symlinkLoop, .symlinkLoop, .symlinkOutside])
    }

    @Test func namesFilesForFindingsByTheContentFolder() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("docs/a.md")
        let tree = try SourceTree(reading: folder + "/docs", base: "docs")
        #expect(tree.sourceFile("a.md") == .content("docs/a.md"))
        #expect(tree.path(of: .content("docs/a.md")) == "a.md")
        #expect(tree.path(of: .content("a.md")) == nil, "outside of the tree")
        #expect(tree.path(of: .template("a.md")) == nil)
        #expect(tree.path(at: folder + "/docs/a.md") == "a.md")
    }
}

@Suite struct InputManifestTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "kbgen-\(UUID().uuidString)").path()

    private func write(_ text: String, to path: String) throws {
        let file = URL(filePath: folder).appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func manifest() async throws -> InputManifest { try await InputManifest(folder, excluding: [], jobs: 1) }

    @Test func tellsWhichFilesChangedEvenWithinOneTickOfTheClock() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("one", to: "a.md")
        try write("two", to: "b.md")
        let before = try await manifest()
        try write("uno", to: "a.md")
        #expect(try await manifest().changes(since: before, jobs: 1) == ["a.md"])
    }

    @Test func readsBelowTheRootThatGitBookNames() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("root: ./docs/\nstructure:\n  readme: start.md\n", to: ".gitbook.yaml")
        try write("x", to: "docs/start.md")
        try write("x", to: "other.md")
        let manifest = try await manifest()
        #expect(manifest.tree.files == ["start.md"])
        #expect(manifest.gitBook.readme == "start.md")
        #expect(manifest.files.map(\.location).contains(folder + "/.gitbook.yaml"))
    }

    @Test(arguments: ["../elsewhere", "missing"]) func aRootThatIsNoFolderOfTheContentIsReported(root: String) async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write("root: \(root)\n", to: ".gitbook.yaml")
        try write("x", to: "a.md")
        let manifest = try await manifest()
        #expect(manifest.tree.files == ["a.md"])
        // A path that climbs out stays at the root.
        #expect(manifest.diagnostics.map(\.rule) == [.settingType])
    }
}
