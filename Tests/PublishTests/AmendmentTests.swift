import Files
import Foundation
import Testing

@testable import Publish

@Suite struct AmendmentTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "kbgen-\(UUID().uuidString)").path()
    private var output: String { folder + "/Output" }

    private func publish(_ files: [String: String]) throws {
        let publication = try Publication(output: output, clean: false)
        for (path, text) in files { try publication.write(Array(text.utf8), to: path) }
        try publication.replace()
    }

    private func amend(_ files: [String: String], removing removed: [String] = [], after twin: Twin?) async throws -> Twin {
        let amendment = try #require(try Amendment(output: output, before: await state(), twin: twin))
        for (path, text) in files { try amendment.write(Array(text.utf8), to: path) }
        for path in removed { try amendment.remove(path) }
        let twin = try #require(try amendment.replace())
        #expect(try await #require(amendment.published(jobs: 2)).name == state().name)
        return twin
    }

    private func state() async -> PublishedState { await PublishedState(of: output, jobs: 1) }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: output + "/" + path, encoding: .utf8) }
    private func inode(_ path: String) throws -> Int? { try FileManager.default.attributesOfItem(atPath: output + "/" + path)[.systemFileNumber] as? Int }

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
        let twin = try await amend(["a.html": "2"], after: nil)
        let amendment = try #require(try Amendment(output: output, before: await state(), twin: twin))
        try amendment.write(Array("3".utf8), to: "a.html")
        #expect(text("a.html") == "2")
        amendment.discard()
        #expect(text("a.html") == "2")
        _ = try await amend(["b.html": "4"], after: twin)
        #expect(text("a.html") == "2" && text("b.html") == "4")
    }

    @Test func aTwinThatIsNotWhatItWasIsMadeAnew() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1", "b/c.html": "2"])
        let twin = try await amend(["a.html": "2"], after: nil)
        try FileManager.default.removeItem(atPath: folder + "/.kbgen/Output.twin/b/c.html")
        _ = try await amend(["a.html": "3"], after: twin)
        #expect(text("a.html") == "3" && text("b/c.html") == "2")
    }

    @Test func twoAtOnceAreRefused() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1"])
        let twin = try await amend(["a.html": "2"], after: nil)
        let first = try Amendment(output: output, before: await state(), twin: twin)
        let state = await state()
        #expect(throws: PublishError.self) { try Amendment(output: output, before: state, twin: nil) }
        #expect(throws: PublishError.self) { try Publication(output: output, clean: false) }
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
    func whatAnotherDoesAfterTheReplacementIsNotInTheState(harm: Harm, hasTwin: Bool) async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for path in ["a.html", "b/c.html"] {
            try publish(["a.html": "1", "b/c.html": "2"])
            let twin = hasTwin ? try await amend(["a.html": "3"], after: nil) : nil
            let amendment = try #require(try Amendment(output: output, before: await state(), twin: twin))
            try amendment.write(Array("4".utf8), to: "a.html")
            _ = try amendment.replace()
            try harm.happen(to: output + "/" + path)
            #expect(await amendment.published(jobs: 2)?.name != state().name)
        }
    }

    /// Files that stay are the old site's own.
    @Test func whatAnotherChangesBeforeTheReplacementIsNotInTheState() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1", "b/c.html": "2"])
        var twin: Twin?
        for text in ["2", "3"] {
            let amendment = try #require(try Amendment(output: output, before: await state(), twin: twin))
            try amendment.write(Array(text.utf8), to: "a.html")
            try Harm.change.happen(to: output + "/b/c.html")
            twin = try amendment.replace()
            #expect(await amendment.published(jobs: 2)?.name != state().name)
        }
    }

    /// Otherwise it would be published with the site after the next.
    @Test func whatAnotherPutsIntoTheOldSiteIsNotTakenForItsTwin() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1", "b/c.html": "2"])
        let first = try await amend(["a.html": "2"], after: nil)
        let amendment = try #require(try Amendment(output: output, before: await state(), twin: first))
        try amendment.write(Array("3".utf8), to: "a.html")
        try Harm.replacement.happen(to: output + "/b/c.html")
        let second = try amendment.replace()
        _ = try await amend(["a.html": "4"], after: second)
        #expect(text("b/c.html") == "2")
    }

    @Test func aWholeNewSiteHasNoTwin() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try publish(["a.html": "1"])
        _ = try await amend(["a.html": "2"], after: nil)
        try publish(["a.html": "3"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/.kbgen").isEmpty)
    }
}
