import Testing

@testable import Search

@Suite struct SearchDocumentTests {
    private let page = testPage("Install", url: "install/")

    @Test func makesADocumentForTheTopAndEachSectionWithText() {
        let body = "<p>On  <b>Li</b>nux.</p><h2 id=\"empty\">Empty</h2><h2 id=\"größe\">Size</h2><pre><code>a &lt; b\n\nc\n</code></pre>"
        let documents = SearchDocument.documents(of: page, body: Array(body.utf8))
        #expect(documents.map(\.url) == ["install/", "install/#gr%C3%B6%C3%9Fe"])
        #expect(documents.map(\.section) == ["", "Size"])
        #expect(documents.map(\.text) == ["On Linux.", ""])
        #expect(documents.map(\.code) == ["", "a < b\nc"])
    }

    @Test func keepsIDsOfUnchangedURLs() {
        let ids = ["<p>one</p>", "<p>two</p>"].map { SearchDocument.documents(of: page, body: Array($0.utf8))[0].id }
        #expect(ids[0] == ids[1])
    }

    @Test func writesAnActionLineForOpenSearch() throws {
        let document = try #require(SearchDocument.documents(of: page, body: []).first)
        let lines = String(decoding: SearchServer.opensearch.lines(document), as: UTF8.self).split(separator: "\n")
        #expect(lines.first == "{\"index\":{\"_id\":\"\(document.id)\"}}")
        #expect(lines.count == 2)
        #expect(SearchServer.meilisearch.lines(document) == document.json.bytes + [0x0A])
    }

    @Test func listsFieldsInTheSettingsOfEachServer() {
        let settings = SearchServer.allCases.map { String(decoding: $0.settings.bytes, as: UTF8.self) }
        #expect(settings[0].hasPrefix(#"{"mappings":{"properties":{"title":{"type":"text"}"#))
        #expect(settings[1].contains(#""filterableAttributes":["kind","language","tags","hasGuide"]"#))
        #expect(settings[2].contains(#"{"name":"tags","type":"string[]","facet":true}"#))
    }
}
