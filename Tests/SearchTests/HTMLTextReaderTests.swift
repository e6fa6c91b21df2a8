import Testing

@testable import Search

@Suite struct HTMLTextReaderTests {
    /// The events as text: one per line, text as `field:text`.
    private func events(_ html: String, sectionTitles: [String: String] = [:]) -> [String] {
        var events: [String] = []
        HTMLTextReader.read(Array(html.utf8), sectionTitles: sectionTitles) { event in
            switch event {
            case .section(let anchor): events.append("#\(anchor)")
            case .title(let title): events.append("=\(title)")
            case .text(let bytes, let field): events.append("\(field):\(String(decoding: bytes, as: UTF8.self))")
            case .reference(let character, let field): events.append("\(field):\(character)")
            case .boundary: break
            case .codeEnd: events.append("end")
            }
        }
        return events
    }

    @Test func reportsSectionsWithTheirTitles() {
        let html = "<p>top</p><h2 class=\"a id=b\" id=\"x\">A &amp;lt; <em>B</em>\nC</h2>"
        #expect(
            events(html) == ["body:top", "#x", "heading:A ", "heading:&", "heading:lt; ", "heading:B", "heading:\nC", "=A &lt; B C", "end"])
    }

    @Test func beginsSectionsAtElementsWithGivenTitles() {
        #expect(
            events("<li id=\"step\">one</li><li id=\"other\">two</li>", sectionTitles: ["step": "Step 1"]) == [
                "#step", "=Step 1", "body:one", "body:two", "end",
            ])
    }

    @Test func reportsTheFieldOfEachText() {
        let html = "<summary>s</summary><code>c</code><pre><code>a\nb</code></pre><img alt=\"x &quot;y\" src=\"i\">"
        #expect(
            events(html) == [
                "summary:s", "code:c", "end", "codeBlock:a", "end", "codeBlock:\nb", "end", "altText:x ", "altText:\"", "altText:y", "end",
            ])
    }

    @Test func readsTruncatedHTML() {
        #expect(events("a<b") == ["body:a", "end"])
        #expect(events("a&am") == ["body:a", "body:&am", "end"])
        #expect(events("<img alt=\"x") == ["altText:x", "end"])
    }
}
