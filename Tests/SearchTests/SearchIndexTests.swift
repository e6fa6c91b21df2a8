import Bytes
import Testing

@testable import Search

@Suite struct SearchIndexTests {
    @Test func postingsComeBackFromTheirBits() {
        var random = Random(7)
        for _ in 0..<300 {
            var postings: [Posting] = []
            var section: UInt32 = UInt32(random.next() % 3) * UInt32(random.next() % 100_000)
            for _ in 0..<(1 + random.next() % 200) {
                postings.append(Posting(section: section, level: UInt8(1 + random.next() % 15)))
                section += UInt32(1 + random.next() % (1 << (random.next() % 16)))
            }
            var bytes: [UInt8] = []
            PackedPostings.write(postings, to: &bytes)
            #expect(PackedPostings.read(bytes[...], count: postings.count) == postings)
            // What is cut short is read as far as it goes.
            _ = PackedPostings.read(bytes.prefix(bytes.count / 2), count: postings.count)
        }
    }

    @Test func manyPostingsKeepTheStrongest() {
        let postings: [Posting] = (0..<5000).map { number in
            let level = number % 100 == 0 ? 15 : 1 + number % 3
            return Posting(section: UInt32(number), level: UInt8(level))
        }
        let kept = ShardWriter.strongest(postings)
        #expect(kept.count == SearchIndex.maxPostings)
        #expect(kept.count { $0.level == 15 } == 50)
        #expect(kept.map(\.section) == kept.map(\.section).sorted())
    }

    @Test func theFilesAreTheSameHoweverThePagesAreParted() async {
        let pages = (0..<60).map { page($0) }
        var indexes: [[String: [UInt8]]] = []
        for (length, jobs) in [(60, 1), (7, 2), (1, 3)] {
            var parts: [IndexSegment] = []
            for start in stride(from: 0, to: pages.count, by: length) {
                var part = IndexBuilder()
                for (page, body) in pages[start..<min(start + length, pages.count)] { part.add(page, body: Array(body.utf8)) }
                parts.append(part.finished())
            }
            let files = await SearchIndex(joining: parts, jobs: jobs).files
            indexes.append(Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }))
        }
        #expect(indexes[0] == indexes[1])
        #expect(indexes[0] == indexes[2])
        #expect(indexes[0].keys.contains("index.json"))
    }

    @Test func everyTermIsFoundInTheFileThatIsSaidToHaveIt() async throws {
        var part = IndexBuilder()
        for number in 0..<60 {
            let (page, body) = page(number)
            part.add(page, body: Array((body + rareWords(number)).utf8))
        }
        let files = await SearchIndex(joining: [part.finished()], jobs: 1).files
        var index = try #require(IndexFiles { path in files.first { $0.path == path }?.bytes })
        let all = index.allBounds()
        let bounds = try #require(all)
        #expect(bounds.count > TermDirectory.length)
        for number in bounds.indices {
            let entries = TermFile(try #require(files.first { $0.path == "terms/\(number).bin" }).bytes, sectionCount: 1000).entries
            #expect(!entries.isEmpty)
            for entry in entries { #expect(index.number(of: entry.term) == number) }
        }
    }

    @Test func countsOfSectionsComeBack() {
        let pages = [1, 15, 16, 31, 500, 40_000].flatMap { [($0, false), ($0, true)] }
        let read = PageCounts.decode(PageCounts.encode(pages.map { (sections: $0.0, hasGuide: $0.1) }))
        #expect(read.map(\.sections) == pages.map(\.0))
        #expect(read.map(\.hasGuide) == pages.map(\.1))
    }

    /// Terms come and go, common ones pass the bound of what files keep in both directions, and pages at the ends of blocks change.
    @Test func anIndexWithOtherTextsIsThatOfAllPagesAnew() async throws {
        var bodies = (0..<400).map { body($0, of: 1) }
        var index = await self.index(bodies)
        for round in 0..<12 {
            var changed: [Int: IndexSegment] = [:]
            for id in round == 0 ? [0, 3, 399] : [(round * 37) % 400, (round * 91) % 400] {
                bodies[id] = body(id, of: UInt64(round + 2))
                var part = IndexBuilder()
                part.add(testPage("Page \(id)"), body: bodies[id])
                changed[id] = part.finished()
            }
            let whole = await self.index(bodies)
            var files = Dictionary(uniqueKeysWithValues: index.files.map { ($0.path, $0.bytes) })
            let old = files
            let revision = try #require(await IndexUpdate(of: { old[$0] }, try reread(index.updateState), pages: changed, jobs: 2))
            for path in revision.removed { #expect(files.removeValue(forKey: path) != nil) }
            for file in revision.changed {
                #expect(old[file.path] != file.bytes)
                files[file.path] = file.bytes
            }
            #expect(files == Dictionary(uniqueKeysWithValues: whole.files.map { ($0.path, $0.bytes) }))
            #expect(revision.state.blockHashes == whole.updateState.blockHashes)
            #expect(revision.state.frequent.map(\.postings.bytes) == whole.updateState.frequent.map(\.postings.bytes))
            index = whole
        }
        #expect(!index.updateState.frequent.isEmpty)
    }

    @Test func anIndexIsMadeAnewWhereSectionsComeOrGo() async throws {
        let bodies = (0..<5).map { body($0, of: 1) }
        let index = await self.index(bodies)
        let files = Dictionary(uniqueKeysWithValues: index.files.map { ($0.path, $0.bytes) })
        var part = IndexBuilder()
        part.add(testPage("Page 2"), body: bodies[2] + Array("<h2 id=\"more\">More</h2><p>more</p>".utf8))
        #expect(await IndexUpdate(of: { files[$0] }, index.updateState, pages: [2: part.finished()], jobs: 1) == nil)
        #expect(await IndexUpdate(of: { _ in nil }, index.updateState, pages: [:], jobs: 1) == nil)
        // Nor is anything made of an index that is not whole.
        for harmed in ["rows/0.json", "terms/0.bin", "terms/1.bin"] {
            let cut = { @Sendable (path: String) in files[path].map { path == harmed ? Array($0.dropLast(3)) : $0 } }
            #expect(await IndexUpdate(of: cut, index.updateState, pages: [:], jobs: 1) == nil, "\(harmed)")
        }
    }

    /// What is said of all terms changes with a word of a page: which words have others that may stand for them.
    @Test func aRevisionKnowsWhatComesAndGoesWithAWord() async throws {
        var bodies = (0..<5).map { body($0, of: 1) }
        var index = await self.index(bodies)
        let plain = Array(String(decoding: bodies[3], as: UTF8.self).replacing("ever", with: "other").utf8)
        for (text, hasRemove) in [("資料庫 remove", true), ("ever", false)] {
            let files = Dictionary(uniqueKeysWithValues: index.files.map { ($0.path, $0.bytes) })
            bodies[3] = Array(String(decoding: plain, as: UTF8.self).replacing("other", with: text).utf8)
            var part = IndexBuilder()
            part.add(testPage("Page 3"), body: bodies[3])
            let revision = try #require(await IndexUpdate(of: { files[$0] }, index.updateState, pages: [3: part.finished()], jobs: 1))
            index = await self.index(bodies)
            var revised = files.filter { !revision.removed.contains($0.key) }
            for file in revision.changed { revised[file.path] = file.bytes }
            #expect(revised == Dictionary(uniqueKeysWithValues: index.files.map { ($0.path, $0.bytes) }))
            let head = try #require(IndexHeader(revised["index.json"] ?? []))
            #expect(head.synonyms["delet"] == (hasRemove ? ["remove"] : nil))
        }
    }

    private func index(_ bodies: [[UInt8]]) async -> SearchIndex {
        var part = IndexBuilder()
        for (id, body) in bodies.enumerated() { part.add(testPage("Page \(id)"), body: body) }
        return await SearchIndex(joining: [part.finished()], jobs: 2)
    }

    private func reread(_ remainder: SearchIndex.UpdateState) throws -> SearchIndex.UpdateState {
        var encoder = BinaryEncoder()
        encoder.write(remainder)
        var decoder = BinaryDecoder(encoder.bytes)
        return try decoder.read()
    }

    /// Four sections of random words, of which some are in nearly all.
    private func body(_ id: Int, of seed: UInt64) -> [UInt8] {
        var random = Random(seed &* 1_000 &+ UInt64(id))
        var html = ""
        for section in 0..<4 {
            let words = (0..<60).map { _ in
                random.next() % 3 == 0 ? "common\(random.next() % 20)x" : "w\(String(random.next() % 3000, radix: 36))ord"
            }
            html +=
                "<h2 id=\"s\(section)\">Section \(section)</h2><p>\(words.joined(separator: " "))</p><p>common\(random.next() % 3)y ever</p>"
        }
        return Array(html.utf8)
    }

    private func rareWords(_ number: Int) -> String {
        var random = Random(UInt64(1000 + number))
        return "<p>\((0..<400).map { _ in "r\(String(random.next() % 60_000_000, radix: 36))re" }.joined(separator: " "))</p>"
    }

    private func page(_ number: Int) -> (SearchPage, String) {
        var random = Random(UInt64(number + 1))
        let words = (0..<120).map { _ in "w\(String(random.next() % 4000, radix: 36))ord" }
        let body = "<p>\(words.joined(separator: " "))</p>\n<h2 id=\"s\">Part \(number)</h2>\n<pre><code>error: \(words[3])\n</code></pre>"
        return (testPage("Page \(words[0])", url: "p\(number)/", language: number % 5 == 0 ? "de" : "en"), body)
    }
}

/// Numbers that are the same in every run (xorshift).
struct Random {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state >> 11
    }
}

func testPage(_ title: String, url: String = "a/", hasGuide: Bool = false, language: String = "en", description: String = "") -> SearchPage
{
    SearchPage(
        title: title, url: url, crumbs: [], description: description, lead: "", tags: [], kind: "reference", hasGuide: hasGuide,
        language: language, parts: [:])
}
