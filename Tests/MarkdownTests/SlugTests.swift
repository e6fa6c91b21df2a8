import Testing

@testable import Markdown

@Suite struct SlugTests {
    @Test(arguments: [
        ("Simple words", "simple-words"), ("R&D", "randd"), ("a < b", "a-less-than-b"), ("Cost: $5", "cost-usd5"),
        ("The player's", "the-players"),
        ("site’s", "sites"), ("Über café", "uber-cafe"), ("2. Sign and pass…", "id-2.-sign-and-pass..."), ("destination.", "destination."),
        ("a/b (c) – d", "a-b-c-d"), ("snake_case+x", "snake_case+x"), ("🚀 Launch", "launch"), ("❤️ Love", "love"), ("引用與歸屬", "引用與歸屬"),
        ("Привет, мир", "привет-мир"), ("  - x -  ", "x"), ("🚀", ""), ("straße Øre", "strasse-ore"),
    ]) func gitBook(text: String, slug: String) { #expect(Slug.gitBook(text) == slug) }

    @Test func gitHubAndLegacy() {
        #expect(Slug.gitHub("R & D: v1.2 (x)") == "r--d-v12-x")
        #expect(Slug.legacy("2. HTML v1.2") == "2-html-v1-2")
        #expect(Slug.tolerantKey("id-2.-HTML_v1") == Slug.tolerantKey("2-html-v1"))
    }

    private func anchors(_ text: String) -> [String] { document(text).headings.map(\.anchor) }

    @Test func repeatsGetCounters() {
        #expect(anchors("# A\n\n## A\n\n## A\n\n## a-1") == ["a", "a-1", "a-2", "a-1-1"])
    }

    @Test func explicitAnchorsWin() {
        #expect(
            anchors("## Two <a href=\"#x\" id=\"x\"></a>\n\n## Three <a name=\"y\"></a>\n\n## Four {#z}\n\n## Five {x}") == [
                "x", "y", "z", "five-x",
            ])
        #expect(html("## Two <a href=\"#x\" id=\"x\"></a>") == "<h2 id=\"x\">Two </h2>\n")
    }

    @Test func picturesAndShortcodesHaveNoName() {
        #expect(anchors("## ![alt](x.png) See `code` :tada: **bold** [link](y)") == ["see-code-bold-link"])
        #expect(anchors("##\n\n## 🚀") == ["section", "section-1"])
    }

    @Test func everyIdIsUnique() {
        let page = document("<a id=\"x\"></a>\n\n## X\n\ntext <span id=\"x\">y</span>\n")
        let ids = page.headings.map(\.anchor) + page.anchors.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(ids.sorted() == ["x", "x-1", "x-2"])
    }
}
