import Testing

@testable import Markdown

@Suite struct HeadingPassTests {
    private func anchors(_ text: String) -> [String] { document(text).headings.map(\.anchor) }

    @Test func theTitleIsTheFirstH1() {
        #expect(document("## Two\n\n# One\n\n# Other\n").title?.text == "One")
        #expect(document("> # Quoted\n").title == nil)
    }

    @Test func textHasNoMarkup() {
        #expect(document("# A *b* `c` [d](e) ![f](g)\n").title?.text == "A b c d")
    }

    @Test(arguments: [
        "> ## X", "- ## X", "{% hint %}\n## X\n{% endhint %}", "<details>\n\n## X\n\n</details>",
        "{% tabs %}\n{% tab title=\"t\" %}\n## X\n",
    ])
    func headingsInsideTheseBlocksAreNotInTheOutline(text: String) {
        #expect(document(text).headings.map(\.isInOutline) == [false])
    }

    @Test(arguments: ["## X", "{% stepper %}\n{% step %}\n## X\n", "{% columns %}\n{% column %}\n## X\n", "<div>\n\n## X\n\n</div>"])
    func headingsHereAreInTheOutline(text: String) {
        #expect(document(text).headings.map(\.isInOutline) == [true])
    }

    @Test func repeatedHeadingsGetCounters() {
        #expect(anchors("# A\n\n## A\n\n## A\n\n## a-1") == ["a", "a-1", "a-2", "a-1-1"])
    }

    @Test func explicitIDsWin() {
        #expect(
            anchors("## Two <a href=\"#x\" id=\"x\"></a>\n\n## Three <a name=\"y\"></a>\n\n## Four {#z}\n\n## Five {x}") == [
                "x", "y", "z", "five-x",
            ])
        #expect(html("## Two <a href=\"#x\" id=\"x\"></a>") == "<h2 id=\"x\">Two </h2>\n")
        #expect(html("## Four {#z}") == "<h2 id=\"z\">Four</h2>\n")
    }

    @Test func furtherIDsOfAHeadingAreAnchors() {
        let page = document("## One <a id=\"x\"></a><a id=\"y\"></a>\n")
        #expect(page.headings.map(\.anchor) == ["x"])
        #expect(page.anchors.map(\.id) == ["y"])
    }

    @Test func whiteSpaceInIDsBecomesHyphens() {
        #expect(document("<a id=\"a b\"></a>\n").anchors.map(\.id) == ["a-b"])
    }

    @Test func imagesAndShortcodesAreNotInIDs() {
        #expect(anchors("## ![alt](x.png) See `code` :tada: **bold** [link](y)") == ["see-code-bold-link"])
        #expect(anchors("##\n\n## 🚀") == ["section", "section-1"])
    }

    @Test func everyIDIsUnique() {
        let page = document("<a id=\"x\"></a>\n\n## X\n\ntext <span id=\"x\">y</span>\n")
        let ids = page.headings.map(\.anchor) + page.anchors.map(\.id)
        #expect(ids.sorted() == ["x", "x-1", "x-2"])
    }
}
