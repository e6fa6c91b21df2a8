import Files
import Foundation
import Paths
import Testing

@testable import Publish

@Suite struct PublicationTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "kbgen-\(UUID().uuidString)").path()

    private func names(_ path: String) -> [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: path).filter { !$0.hasPrefix("_kb") }.sorted()) ?? []
    }

    private func publish(_ files: [String: String], clean: Bool = false) throws {
        let publication = try Publication(output: OutputFolder(folder + "/Output"), clean: clean)
        for (path, text) in files { try publication.write(Array(text.utf8), to: OutputPath(path)) }
        try publication.replace()
    }

    @Test func replacesTheWholeSite() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a/index.html": "1", "b.html": "2"])
        #expect(names(folder + "/Output") == ["a", "a/index.html", "b.html"])
        try publish(["a/index.html": "1", "c/d/e.html": "3"])
        #expect(names(folder + "/Output") == ["a", "a/index.html", "c", "c/d", "c/d/e.html"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["Output"], "nothing is left beside it")
    }

    @Test func theOldSiteStandsUntilTheNewOneIsWhole() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "old"])
        let publication = try Publication(output: OutputFolder(folder + "/Output"), clean: false)
        try publication.write(Array("new".utf8), to: "a.html")
        #expect(try String(contentsOfFile: folder + "/Output/a.html", encoding: .utf8) == "old")
        publication.discard()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["Output"])
    }

    @Test func whatDidNotChangeIsNotWrittenAgain() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func inode() throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: folder + "/Output/a.html")[.systemFileNumber] as? Int
        }
        try publish(["a.html": "same"])
        let before = try inode()
        try publish(["a.html": "same", "b.html": "x"])
        #expect(try inode() == before)
        try publish(["a.html": "other"])
        #expect(try inode() != before)
    }

    /// Otherwise the next build would take it for its own.
    @Test(arguments: [false, true], IncrementalPublicationTests.Harm.allCases)
    func whatAnotherDoesDuringABuildIsNotInTheManifest(isReplaced: Bool, harm: IncrementalPublicationTests.Harm) async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let output = folder + "/Output"
        try publish(["a.html": "1", "b/c.html": "2"])
        let publication = try Publication(output: OutputFolder(output), clean: false)
        for (path, text) in ["a.html": "3", "b/c.html": "2"] { try publication.write(Array(text.utf8), to: OutputPath(path)) }
        if !isReplaced { try harm.happen(to: output + "/b/c.html") }
        try publication.replace()
        if isReplaced { try harm.happen(to: output + "/b/c.html") }
        let manifest = await publication.manifest(jobs: 2)
        // What was done to names of the old site has gone with it.
        let isUndone = !isReplaced && harm != .change
        #expect(manifest?.digest == (isUndone ? await OutputManifest(of: output, jobs: 1).digest : nil))
    }

    @Test func aFolderThatKbgenDidNotMakeIsRefused() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/Output", withIntermediateDirectories: true)
        try "mine".write(toFile: folder + "/Output/notes.txt", atomically: true, encoding: .utf8)
        #expect(throws: PublishError.self) { try publish(["a.html": "1"]) }
        #expect(names(folder + "/Output") == ["notes.txt"])
        try publish(["a.html": "1"], clean: true)
        #expect(names(folder + "/Output") == ["a.html"])
    }

    @Test func whatKeepsTheFolderInARepositoryStays() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/Output", withIntermediateDirectories: true)
        try "".write(toFile: folder + "/Output/.gitkeep", atomically: true, encoding: .utf8)
        try publish(["a.html": "1"])
        #expect(names(folder + "/Output") == [".gitkeep", "a.html"])
    }
}
