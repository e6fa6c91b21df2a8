import Testing

@testable import DocumentHTML
@testable import Markdown

/// The context of a page's body, which is below its title.
private struct BodyContext: RenderingContext {
    let highestLevel = 2
    func url(ofLink index: Int) -> LinkURL? { nil }
    func aliases(of heading: NodeID) -> [String] { [] }
}

@Suite struct HTMLTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", ""), ("<p onclick=\"x()\" style=\"color:red\">a</p>", "<p>a</p>\n"),
        ("a <b onmouseover=x>b</b>", "<p>a <b>b</b></p>\n"), ("<style>p{}</style>", ""),
        ("<svg><script>x</script></svg>after", "<p>after</p>\n"), ("<form><input><button>Go</button></form>", "<p>Go</p>\n"),
        ("<iframe src=\"https://a.b/c\"></iframe>", "<p><a href=\"https://a.b/c\">https://a.b/c</a></p>\n"),
        (
            "<img src=x onerror=alert(1)>",
            "<p><a class=\"kb-zoom\" href=\"x\" aria-label=\"Enlarge the picture\"><img src=\"x\" alt=\"\" loading=\"lazy\" decoding=\"async\" /></a></p>\n"
        ),
        ("<td>cell</td>", "<p>cell</p>\n"), ("<b>\n\nblock\n\n</b>", "<p><b></b></p>\n<p>block</p>\n"),
    ]) func rawHTMLIsReducedToASafeSubset(text: String, expected: String) { #expect(html(text) == expected) }

    @Test(arguments: [
        ("<div><b>x</div>", "<div><b>x</b></div>\n"), ("a <b>b", "<p>a <b>b</b></p>\n"), ("</div>", ""),
        ("<ul><li>a<li>b</ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "<table>\n<tr><td>a</td><td>b</td></tr>\n<tr><td>c</td></tr>\n</table>\n"),
        (
            "<details>\n<summary>S</summary>\n\n*x*\n\n</details>\n\nafter",
            "<details>\n<summary>S</summary>\n<p><em>x</em></p>\n</details>\n<p>after</p>\n"
        ),
        ("- <div>a\n- b</div>", "<ul>\n<li>\n<div>a</div>\n</li>\n<li>b</li>\n</ul>\n"),
        ("<p align=\"center\">\n\ntext\n\n</p>", "<div class=\"kb-align-center\">\n<p>text</p>\n</div>\n"),
        ("text <div>block</div> more", "<div>text \n<div>block</div>\n more</div>\n"),
        ("<a href=\"x\">a <a href=\"y\">b</a></a>", "<p><a href=\"x\">a </a><a href=\"y\">b</a></p>\n"),
        ("[a <a href=\"y\">b</a>](x)", "<p><a href=\"x\">a b</a></p>\n"),
    ]) func tagsAreBalanced(text: String, expected: String) { #expect(html(text) == expected) }

    @Test(arguments: [
        ("a <Project Name> b", "<p>a &lt;Project Name&gt; b</p>\n"), ("List<String>", "<p>List&lt;String&gt;</p>\n"),
        ("<your-domain>\n*x*", "<p>&lt;your-domain&gt;\n<em>x</em></p>\n"), ("`<Foo>`", "<p><code>&lt;Foo&gt;</code></p>\n"),
        ("\\<NA>", "<p>&lt;NA&gt;</p>\n"), ("[x](<a Foo b>)", "<p><a href=\"a%20Foo%20b\">x</a></p>\n"),
        ("<https://a.b/>", "<p><a href=\"https://a.b/\">https://a.b/</a></p>\n"), ("1 < 2 > 0", "<p>1 &lt; 2 &gt; 0</p>\n"),
        ("<a@b.c>", "<p><a href=\"mailto:a@b.c\">a@b.c</a></p>\n"),
    ]) func textThatOnlyLooksLikeATagIsText(text: String, expected: String) { #expect(html(text) == expected) }

    @Test func characterReferencesInHTMLAreDecodedOnce() {
        #expect(
            html("<div title=\"a &amp; &quot;b&quot;\">&lt;x&gt; &nbsp;&eacute; &nope; &</div>")
                == "<div title=\"a &amp; &quot;b&quot;\">&lt;x&gt; \u{A0}é &amp;nope; &amp;</div>\n")
    }

    @Test func aPageHasOneH1() {
        let page = document("# One\n\n# Two\n\n<h1>Three</h1>\n")
        let body = HTMLRenderer.html(page, context: BodyContext(), omitting: page.title?.node ?? .none)
        #expect(String(decoding: body, as: UTF8.self) == "<h2 id=\"two\">Two</h2>\n<h2>Three</h2>\n")
    }

    @Test func everyDiagnosticHasAPosition() throws {
        let diagnostics = document("# T\n\ntext\n\n<div>\n<b>x</i>\n</div>\n").diagnostics
        #expect(diagnostics.map(\.position.line) == [6, 6])
        #expect(diagnostics.map(\.rule) == [.htmlUnbalanced, .htmlUnbalanced])
    }
}
