import Diagnostics
import Testing

@testable import Markdown

@Suite struct DocumentMergerTests {
    /// A page with another document as the content of its first include.
    private func page(_ text: String, including included: String) -> Document {
        let page = document(text)
        let link = page.links.firstIndex { $0.role == .include }
        return page.including([link ?? 0: document(included, file: "included.md")])
    }

    private let include = "{% include \"included.md\" %}\n"

    @Test func showsTheIncludedBlocksInPlaceOfTheInclude() {
        let page = page("before\n\n\(include)\nafter\n", including: "one *two*\n\n- three\n")
        #expect(html(page) == "<p>before</p>\n<p>one <em>two</em></p>\n<ul>\n<li>three</li>\n</ul>\n<p>after</p>\n")
    }

    @Test func withoutDocumentsNothingChanges() {
        let page = document("before\n\n\(include)")
        #expect(html(page.including([:])) == html(page))
    }

    @Test func headingsAreInDocumentOrderWithUniqueIDs() {
        let page = page("# A\n\n\(include)\n## B\n", including: "## B\n\n## A\n")
        #expect(page.headings.map(\.anchor) == ["a", "b", "a-1", "b-1"])
    }

    @Test func knowsOfCommentsInAnyOfItsFiles() {
        #expect(page("one\n\n\(include)", including: "<!-- two -->\n").hasComments)
        #expect(page("<!-- one -->\n\n\(include)", including: "two\n").hasComments)
        #expect(!page("one\n\n\(include)", including: "two\n").hasComments)
    }

    @Test func linksKnowTheirOwnFile() throws {
        let page = page("[a](a.md)\n\n\(include)", including: "\n[b](b.md)\n")
        let link = try #require(page.links.firstIndex { $0.destination == "b.md" })
        #expect(page.links[link].origin?.file.description == "included.md")
        #expect(page.position(ofLink: link) == SourcePosition(line: 2, column: 1))
        #expect(page.links.first { $0.destination == "a.md" }?.origin == nil)
    }

    @Test func linksElementsAndBlocksKeepTheirMeaning() {
        let page = page(
            "[a](a.md) <b>x</b>\n\n{% hint %}\nh\n{% endhint %}\n\n\(include)",
            including: "[c](c.md) <i>y</i>\n\n{% hint style=\"danger\" %}\nd\n{% endhint %}\n\n`` code ``\n")
        let text = html(page)
        #expect(text.contains("<p><a href=\"a.md\">a</a> <b>x</b></p>"))
        #expect(text.contains("<p><a href=\"c.md\">c</a> <i>y</i></p>"))
        #expect(text.contains("kb-hint-info"))
        #expect(text.contains("kb-hint-danger"))
        #expect(text.contains("<code>code</code>"))
    }

    @Test func footnotesAreAtTheEndOfThePage() {
        let page = page("x[^a]\n\n[^a]: A\n\n\(include)\nlast\n", including: "y[^b]\n\n[^b]: B\n")
        #expect(page.footnotes == ["a", "b"])
        let text = html(page)
        #expect(text.contains("<p>last</p>\n<section class=\"footnotes\">"))
        #expect(text.contains("<a href=\"#fn-b\" id=\"fnref-b\">2</a>"))
        #expect(text.contains("<li id=\"fn-b\">\n<p>B "))
    }
}
