import Files
import Foundation
import Paths
import Testing

@testable import Publish

@Suite struct IncrementalPublicationTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "kbgen-\(UUID().uuidString)").path()
    private var output: String { folder + "/Output" }

    private func publish(_ files: [String: String]) throws {
        let publication = try Publication(output: OutputFolder(output), clean: false)
        for (path, text) in files { try publication.write(Array(text.utf8), to: OutputPath(path)) }
        try publication.replace()
    }

    private func amend(_ files: [String: String], removing removed: [String] = [], after buffer: BackBuffer?) async throws -> BackBuffer {
        let publication = try #require(try IncrementalPublication(output: OutputFolder(output), before: await state(), backBuffer: buffer))
        for (path, text) in files { try publication.write(Array(text.utf8), to: OutputPath(path)) }
        for path in removed { try publication.remove(OutputPath(path)) }
        let buffer = try #require(try publication.replace())
        #expect(try await #require(publication.manifest(jobs: 2)).digest == state().digest)
        return buffer
    }

    private func state() async -> OutputManifest { await OutputManifest(of: output, jobs: 1) }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: output + "/" + path, encoding: .utf8) }
    private func inode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: output + "/" + path)[.systemFileNumber] as? Int
    }

    @Test func aFewFilesChangeAndTheOthersStay() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1", "b/c.html": "2", "d.html": "3"])
        let (stays, folderBefore) = (try inode("b/c.html"), try inode("b"))
        let first = try await amend(["a.html": "one"], removing: ["d.html"], after: nil)
        #expect(first.differing == ["a.html", "d.html"])
        #expect(text("a.html") == "one" && text("b/c.html") == "2" && text("d.html") == nil)
        // The site before comes back, and has what changed in between.
        let second = try await amend(["d.html": "three", "a.html": "one"], after: first)
        #expect(second.differing == ["d.html"])
        #expect(text("a.html") == "one" && text("b/c.html") == "2" && text("d.html") == "three")
        #expect(try inode("b/c.html") == stays && inode("b") == folderBefore)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [".kbgen", "Output"])
    }

    @Test func whatIsGivenUpLeavesTheSiteAsItIs() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1"])
        let buffer = try await amend(["a.html": "2"], after: nil)
        let publication = try #require(try IncrementalPublication(output: OutputFolder(output), before: await state(), backBuffer: buffer))
        try publication.write(Array("3".utf8), to: "a.html")
        #expect(text("a.html") == "2")
        publication.discard()
        #expect(text("a.html") == "2")
        _ = try await amend(["b.html": "4"], after: buffer)
        #expect(text("a.html") == "2" && text("b.html") == "4")
    }

    @Test func aBackBufferThatIsNotWhatItWasIsMadeAnew() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1", "b/c.html": "2"])
        let buffer = try await amend(["a.html": "2"], after: nil)
        try FileManager.default.removeItem(atPath: folder + "/.kbgen/Output.twin/b/c.html")
        _ = try await amend(["a.html": "3"], after: buffer)
        #expect(text("a.html") == "3" && text("b/c.html") == "2")
    }

    @Test func twoAtOnceAreRefused() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1"])
        let buffer = try await amend(["a.html": "2"], after: nil)
        let first = try IncrementalPublication(output: OutputFolder(output), before: await state(), backBuffer: buffer)
        let state = await state()
        #expect(throws: PublishError.self) { try IncrementalPublication(output: OutputFolder(output), before: state, backBuffer: nil) }
        #expect(throws: PublishError.self) { try Publication(output: OutputFolder(output), clean: false) }
        first?.discard()
    }

    /// What somebody does to a site, by hand or with another program.
    enum Harm: CaseIterable {
        case change, replacement, addition, removal

        func happen(to path: String) throws {
            switch self {
            case .change:
                let file = try #require(FileHandle(forWritingAtPath: path))
                try file.write(contentsOf: Data("x".utf8))
                try file.close()
            case .replacement: try "x".write(toFile: path, atomically: true, encoding: .utf8)
            case .addition: try "x".write(toFile: path + ".new", atomically: true, encoding: .utf8)
            case .removal: try FileManager.default.removeItem(atPath: path)
            }
        }
    }

    /// Otherwise the next build would take the output to be what this one has made.
    @Test(arguments: Harm.allCases, [false, true])
    func whatAnotherDoesAfterTheReplacementIsNotInTheManifest(harm: Harm, hasBackBuffer: Bool) async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for path in ["a.html", "b/c.html"] {
            try publish(["a.html": "1", "b/c.html": "2"])
            let buffer = hasBackBuffer ? try await amend(["a.html": "3"], after: nil) : nil
            let publication = try #require(
                try IncrementalPublication(output: OutputFolder(output), before: await state(), backBuffer: buffer))
            try publication.write(Array("4".utf8), to: "a.html")
            _ = try publication.replace()
            try harm.happen(to: output + "/" + path)
            #expect(await publication.manifest(jobs: 2)?.digest != state().digest)
        }
    }

    /// Files that stay are the old site's own.
    @Test func whatAnotherChangesBeforeTheReplacementIsNotInTheManifest() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1", "b/c.html": "2"])
        var buffer: BackBuffer?
        for text in ["2", "3"] {
            let publication = try #require(
                try IncrementalPublication(output: OutputFolder(output), before: await state(), backBuffer: buffer))
            try publication.write(Array(text.utf8), to: "a.html")
            try Harm.change.happen(to: output + "/b/c.html")
            buffer = try publication.replace()
            #expect(await publication.manifest(jobs: 2)?.digest != state().digest)
        }
    }

    /// Otherwise it would be published with the site after the next.
    @Test func whatAnotherPutsIntoTheOldSiteIsNotTakenForPartOfIt() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1", "b/c.html": "2"])
        let first = try await amend(["a.html": "2"], after: nil)
        let publication = try #require(try IncrementalPublication(output: OutputFolder(output), before: await state(), backBuffer: first))
        try publication.write(Array("3".utf8), to: "a.html")
        try Harm.replacement.happen(to: output + "/b/c.html")
        let second = try publication.replace()
        _ = try await amend(["a.html": "4"], after: second)
        #expect(text("b/c.html") == "2")
    }

    @Test func aWholeNewSiteHasNoBackBuffer() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1"])
        _ = try await amend(["a.html": "2"], after: nil)
        try publish(["a.html": "3"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/.kbgen").isEmpty)
    }
}
