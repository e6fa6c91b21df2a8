import Bytes
import Testing

@testable import Search

@Suite struct IndexUpdateTests {
    /// Over the rounds, terms come and go, some pass `maxPostings` in both directions, and pages at both ends of blocks change.
    @Test func givesTheSameFilesAsIndexingAllPages() async throws {
        var bodies = (0..<400).map { body($0, seed: 1) }
        var index = await self.index(bodies)
        for round in 0..<12 {
            var changedPages: [Int: IndexSegment] = [:]
            for id in round == 0 ? [0, 3, 399] : [(round * 37) % 400, (round * 91) % 400] {
                bodies[id] = body(id, seed: UInt64(round + 2))
                changedPages[id] = segment([(testPage("Page \(id)"), bodies[id])])
            }
            let expected = await self.index(bodies)
            let old = index.bytesByPath
            let state = try decoded(encoded(index.updateState))
            let update = try #require(await IndexUpdate(reading: { old[$0] }, state, pages: changedPages, jobs: 2))
            #expect(apply(update, to: old) == expected.bytesByPath)
            #expect(update.changed.allSatisfy { old[$0.path] != $0.bytes })
            #expect(update.state.pageBlockHashes == expected.updateState.pageBlockHashes)
            #expect(update.state.frequentTerms.map(\.postings.bytes) == expected.updateState.frequentTerms.map(\.postings.bytes))
            index = expected
        }
        #expect(!index.updateState.frequentTerms.isEmpty)
    }

    @Test func failsIfAPageHasMoreSectionsThanBefore() async throws {
        let bodies = (0..<5).map { body($0, seed: 1) }
        let index = await self.index(bodies)
        let files = index.bytesByPath
        let longer = segment([(testPage("Page 2"), bodies[2] + "<h2 id=\"more\">More</h2><p>more</p>")])
        #expect(await IndexUpdate(reading: { files[$0] }, index.updateState, pages: [2: longer], jobs: 1) == nil)
    }

    @Test func failsIfTheOldIndexIsMissing() async {
        let index = await self.index([body(0, seed: 1)])
        #expect(await IndexUpdate(reading: { _ in nil }, index.updateState, pages: [:], jobs: 1) == nil)
    }

    @Test(arguments: ["rows/0.json", "terms/0.bin", "terms/1.bin"])
    func failsIfAFileOfTheOldIndexIsTruncated(_ truncated: String) async {
        let index = await self.index((0..<5).map { body($0, seed: 1) })
        let files = index.bytesByPath
        let read = { @Sendable (path: String) in files[path].map { path == truncated ? Array($0.dropLast(3)) : $0 } }
        #expect(await IndexUpdate(reading: read, index.updateState, pages: [:], jobs: 1) == nil)
    }

    @Test func updatesSynonymsInTheHeader() async throws {
        var bodies = (0..<5).map { body($0, seed: 1) }
        var index = await self.index(bodies)
        let template = bodies[3].replacing("ever", with: "other")
        for (word, hasRemove) in [("資料庫 remove", true), ("ever", false)] {
            let old = index.bytesByPath
            bodies[3] = template.replacing("other", with: word)
            let changedPage = segment([(testPage("Page 3"), bodies[3])])
            let update = try #require(await IndexUpdate(reading: { old[$0] }, index.updateState, pages: [3: changedPage], jobs: 1))
            index = await self.index(bodies)
            let updated = apply(update, to: old)
            #expect(updated == index.bytesByPath)
            let header = try #require(IndexHeader(updated["index.json"] ?? []))
            #expect(header.synonyms["delet"] == (hasRemove ? ["remove"] : nil))
        }
    }

    private func index(_ bodies: [String]) async -> SearchIndex {
        await SearchIndex(merging: [segment(bodies.enumerated().map { (testPage("Page \($0)"), $1) })], jobs: 2)
    }

    private func apply(_ update: IndexUpdate, to files: [String: [UInt8]]) -> [String: [UInt8]] {
        var files = files
        for path in update.removed { #expect(files.removeValue(forKey: path) != nil) }
        for file in update.changed { files[file.path] = file.bytes }
        return files
    }

    private func encoded(_ state: SearchIndex.UpdateState) -> [UInt8] {
        var encoder = BinaryEncoder()
        encoder.write(state)
        return encoder.bytes
    }

    private func decoded(_ bytes: [UInt8]) throws -> SearchIndex.UpdateState {
        var decoder = BinaryDecoder(bytes)
        return try decoder.read()
    }

    /// Four sections of random words, some of which are in nearly all sections.
    private func body(_ id: Int, seed: UInt64) -> String {
        var random = Random(seed &* 1_000 &+ UInt64(id))
        var html = ""
        for section in 0..<4 {
            let words = (0..<60).map { _ in
                random.next() % 3 == 0 ? "common\(random.next() % 20)x" : "w\(String(random.next() % 3000, radix: 36))ord"
            }
            html +=
                "<h2 id=\"s\(section)\">Section \(section)</h2><p>\(words.joined(separator: " "))</p><p>common\(random.next() % 3)y ever</p>"
        }
        return html
    }
}
