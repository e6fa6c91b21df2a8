import Testing

@testable import Search

@Suite struct IndexBuilderTests {
    /// The terms of a segment with their postings.
    private func postings(_ segment: IndexSegment) -> [String: [Posting]] {
        Dictionary(
            uniqueKeysWithValues: (0..<segment.termCount).map { index in
                var bytes = segment.postings(index)
                return (String(decoding: segment.term(index), as: UTF8.self), bytes.readPostings())
            })
    }

    @Test func numbersSectionsOverAllPages() {
        let segment = segment([
            (testPage("Alpha"), "<p>common</p><h2 id=\"x\">Beta</h2><p>common</p>"), (testPage("Gamma"), "<p>common</p>"),
        ])
        let postings = postings(segment)
        #expect(segment.sectionCount == 3)
        #expect(postings["alpha"]?.map(\.section) == [0])
        #expect(postings["beta"]?.map(\.section) == [1])
        #expect(postings["common"]?.map(\.section) == [0, 1, 2])
    }

    @Test func weighsTermsByField() throws {
        let postings = postings(segment([(testPage("Title"), "<p>text</p><h2 id=\"x\">Heading two</h2>")]))
        let impacts = try ["titl", "head", "text"].map { try #require(postings[$0]?.first?.impact) }
        #expect(impacts == impacts.sorted(by: >))
        #expect(Set(impacts).count == 3)
    }

    @Test func leavesOutStopWordsOfTheBodyAlone() {
        let postings = postings(segment([(testPage("Where"), "<p>there</p><pre><code>then\n</code></pre>")]))
        #expect(postings["wher"] != nil)
        #expect(postings["ther"] == nil)
        #expect(postings["then"] != nil)
    }

    @Test func stemsEnglishOnly() {
        #expect(postings(segment([(testPage("Connecting"), "")])).keys.sorted() == ["connect", "connecting =5q5rr"])
        #expect(postings(segment([(testPage("Connecting", language: "de"), "")])).keys.sorted() == ["connecting", "connecting =5q5rr"])
    }

    @Test func indexesPairsOfTitlesAndOfLinesWithASignalWord() {
        let code = "<pre><code>error: disk limit\nall is well\n</code></pre>"
        let pairs = postings(segment([(testPage("Free space"), "<p>plain text</p>" + code)])).keys.filter {
            $0.contains(" ") && !$0.contains("=")
        }
        #expect(pairs.sorted() == ["disk limit", "error disk", "fre spac"])
    }

    @Test func indexesTitlesAndHeadingsAsWholes() {
        let body = #"<h2 id="a">What is <em>this</em></h2><p>text</p><h2 id="b">The <code>last</code> word</h2>"#
        let wholes = postings(segment([(testPage("Free space"), body)])).filter { $0.key.contains("=") }
        func term(_ words: String...) -> String {
            var whole = WholeTitle()
            for word in words { whole.add(word.utf8) }
            return whole.term.map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
        #expect(Set(wholes.keys) == [term("free", "space"), term("what", "is", "this"), term("the", "last", "word")])
        #expect(wholes[term("free", "space")]?.first?.section == 0)
        #expect(wholes[term("the", "last", "word")]?.first?.section == 2)
        #expect(WholeTitle().term == nil)
    }

    @Test func theLastWordOfAHeadingCountsAsItsOthers() {
        let postings = postings(segment([(testPage("Page"), "<h2 id=\"a\">Alpha &amp; beta</h2><p>text</p>")]))
        #expect(postings["alpha"]?.first?.impact == postings["beta"]?.first?.impact)
    }

    @Test func quantizesWeightsLogarithmically() {
        let impact = { (weight: Weights.Weight) in Weights.impact(fixed: weight, body: 0, lengthNorm: 1) }
        #expect([0, 1, 3, 7, 15, 100].map { impact($0 * Weights.one) } == [1, 4, 8, 12, 15, 15])
        #expect(Weights.impact(fixed: 0, body: 4 * Weights.one, lengthNorm: 4) == impact(Weights.one))
    }

    @Test func internsEachTermOnce() {
        var table = TermTable()
        let id = { (term: String) in Array(term.utf8).withUnsafeBufferPointer { table.id(of: $0) } }
        let terms = (0..<2000).map { "term\($0)" }
        #expect(terms.map(id) == Array(0..<2000))
        #expect(terms.map(id) == Array(0..<2000))
        #expect(table.sorted().map { String(decoding: table[$0], as: UTF8.self) } == terms.sorted())
    }

    @Test func listsWordsByTheirFirstAndSecondCharacters() {
        var (lists, others) = (WordLists(), WordLists())
        for (term, frequency) in [("42a", 1), ("ab", 9), ("alpha", 1), ("alpha beta", 1), ("alphas", 40), ("beta", 9)] {
            lists.add(Array(term.utf8)[...], documentFrequency: frequency)
        }
        for (term, frequency) in [("slash", 1), ("über", 2), ("資料", 3)] { others.add(Array(term.utf8)[...], documentFrequency: frequency) }
        lists.append(others)
        #expect(lists.files.map(\.path) == ["words/61.txt", "words/62.txt", "words/6c.txt", "words/73.txt", "words/fc.txt"])
        #expect(
            lists.files.map { String(decoding: $0.bytes, as: UTF8.self) } == [
                "0alpha0\n5s5\n", "0beta3\n0über1\n", "0alpha0\n5s5\n0slash0\n", "0slash0\n", "0über1\n",
            ])
        #expect(WordLists.read(Array("0beta3\nx\n9x1\n3so0\n".utf8)).map(\.text) == ["beta", "betso"])
    }
}
