import Testing

@testable import Markdown

@Suite struct FootnoteTests {
    @Test func areNumberedInTheOrderOfTheirReferences() {
        #expect(document("x[^b] y[^a]\n\n[^a]: A\n[^b]: B\n").footnotes == ["b", "a"])
    }

    @Test func areRenderedAtTheEndWithALinkBack() {
        #expect(
            html("x[^a]\n\n[^a]: Note\n\ny\n") == """
                <p>x<sup class="footnote-ref"><a href="#fn-a" id="fnref-a">1</a></sup></p>
                <p>y</p>
                <section class="footnotes">
                <ol>
                <li id="fn-a">
                <p>Note <a href="#fnref-a" class="footnote-backref">↩</a></p>
                </li>
                </ol>
                </section>

                """)
    }

    @Test func everyReferenceHasAnIDOfItsOwn() {
        let html = html("x[^a] y[^A]\n\n[^a]: Note\n")
        #expect(html.contains("id=\"fnref-a\">1<"))
        #expect(html.contains("id=\"fnref-a-2\">1<"))
    }

    @Test(arguments: ["[^a]: one\n    two\n", "[^a]: one\ntwo\n", "[^a]: one\n\ttwo\n"])
    func continueOnIndentedAndOnLazyLines(definition: String) {
        #expect(html("x[^a]\n\n\(definition)").contains("<p>one\ntwo "))
    }

    @Test func mayConsistOfSeveralBlocks() {
        #expect(html("x[^a]\n\n[^a]: one\n\n    - two\n\nthree\n").contains("<p>one</p>\n<ul>\n<li>two</li>\n</ul>\n"))
    }

    @Test(arguments: ["# Head", "- item", "> quote", "```", "{% hint %}"])
    func endBeforeAnotherBlock(line: String) {
        #expect(!html("x[^a]\n\n[^a]: one\n\(line)\n").contains("<p>one\n"))
    }

    @Test func aReferenceWithoutDefinitionIsText() {
        #expect(html("x[^a]\n") == "<p>x[^a]</p>\n")
    }

    @Test func aDefinitionWithoutReferenceIsNotRendered() {
        #expect(html("x\n\n[^a]: Note\n") == "<p>x</p>\n")
    }

    @Test func positionsOfLinksStayTrue() {
        let page = document("x[^a]\n\n[^a]: see\n    [b](b.md)\n\n[c](c.md)\n")
        #expect(page.links.indices.map { page.position(ofLink: $0).line }.sorted() == [4, 6])
    }

    @Test func annotationsOfGitBooksExportAreFootnotes() {
        let page = document("x[^1]\n\n[^1]: Note\n")
        #expect(page.footnoteID(ofAnnotation: "user-content-fn-1") == "fn-1")
        #expect(page.footnoteID(ofAnnotation: "user-content-fn-2") == nil)
        #expect(page.footnoteID(ofAnnotation: "other") == nil)
    }
}
