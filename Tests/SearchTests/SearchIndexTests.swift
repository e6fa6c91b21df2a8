import Testing

@testable import Search

@Suite struct SearchIndexTests {
    @Test func filesDoNotDependOnSegmentsAndWorkers() async {
        let pages = (0..<60).map { page($0) }
        var indexes: [[String: [UInt8]]] = []
        for (pagesPerSegment, jobs) in [(60, 1), (7, 2), (1, 3)] {
            let segments = stride(from: 0, to: pages.count, by: pagesPerSegment).map { start in
                segment(Array(pages[start..<min(start + pagesPerSegment, pages.count)]))
            }
            indexes.append(await SearchIndex(merging: segments, jobs: jobs).bytesByPath)
        }
        #expect(indexes[0] == indexes[1])
        #expect(indexes[0] == indexes[2])
        #expect(indexes[0].keys.contains("index.json"))
    }

    @Test func directoryLeadsToTheShardOfEachTerm() async throws {
        let pages = (0..<60).map { number in
            let (page, body) = page(number)
            return (page, body + rareWords(number))
        }
        let files = await SearchIndex(merging: [segment(pages)], jobs: 1).bytesByPath
        var index = try #require(IndexReader { files[$0] })
        let allSeparators = index.allSeparators()
        let separators = try #require(allSeparators)
        #expect(separators.count > TermDirectory.shardsPerFile)
        for number in separators.indices {
            let entries = Shard(try #require(files["terms/\(number).bin"]), sectionCount: 1000).entries
            #expect(!entries.isEmpty)
            for entry in entries { #expect(index.shardNumber(of: entry.term) == number) }
        }
    }

    @Test func decodesTheNumbersOfSections() {
        let pages = [1, 15, 16, 31, 500, 40_000].flatMap { [($0, false), ($0, true)] }
        let decoded = PageCounts.decode(PageCounts.encode(pages.map { (sections: $0.0, hasGuide: $0.1) }))
        #expect(decoded.map(\.sections) == pages.map(\.0))
        #expect(decoded.map(\.hasGuide) == pages.map(\.1))
    }

    @Test func findsThePageOfASection() async throws {
        let pages = ["", "<h2 id=\"a\">A</h2><h2 id=\"b\">B</h2>", "<h2 id=\"c\">C</h2>"].map { (testPage("Page"), $0) }
        let header = try #require(IndexHeader(await SearchIndex(merging: [segment(pages)], jobs: 1).header.bytes))
        #expect(header.sectionStarts == [0, 1, 4, 6])
        #expect((0..<6).map { header.page(of: $0) } == [0, 1, 1, 1, 2, 2])
    }

    @Test func leavesOutAnchorsThatFollowFromTitles() {
        let sections = [
            SearchSection(anchor: ""), SearchSection(anchor: "set-up", title: "Set up!"), SearchSection(anchor: "x", title: "Y"),
        ]
        let record = PageRecord(testPage("Home"), sections)
        #expect(String(decoding: record.json, as: UTF8.self) == #"["Home","a/",[],"reference",["Set up!",["Y","x"]],""]"#)
    }

    private func rareWords(_ number: Int) -> String {
        var random = Random(UInt64(1000 + number))
        return "<p>\((0..<400).map { _ in "r\(String(random.next() % 60_000_000, radix: 36))re" }.joined(separator: " "))</p>"
    }

    private func page(_ number: Int) -> (page: SearchPage, body: String) {
        var random = Random(UInt64(number + 1))
        let words = (0..<120).map { _ in "w\(String(random.next() % 4000, radix: 36))ord" }
        let body = "<p>\(words.joined(separator: " "))</p>\n<h2 id=\"s\">Part \(number)</h2>\n<pre><code>error: \(words[3])\n</code></pre>"
        return (testPage("Page \(words[0])", url: "p\(number)/", language: number % 5 == 0 ? "de" : "en"), body)
    }
}
