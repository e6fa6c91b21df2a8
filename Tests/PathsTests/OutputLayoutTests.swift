import Testing

@testable import Paths

@Suite struct OutputLayoutTests {
    @Test(arguments: [
        "_kb", "_kb/x", "404.html", "robots.txt/a", "sitemap.xml", "llms.txt", "llms-full.txt", "opensearch.xml", ".nojekyll",
        "a/guide.json", "index.html",
        "a/index.md/b", "rss.xml",
    ]) func addressesThatKbgenNeedsAreReserved(address: String) { #expect(OutputLayout.isReserved(SiteAddress(address))) }

    @Test(arguments: ["", "a", "search", "a/guide", "kb", "a/robots.txt", "_kbx"])
    func otherAddressesAreFree(address: String) { #expect(!OutputLayout.isReserved(SiteAddress(address))) }

    @Test func filesThatKbgenWritesAreItsOwn() {
        let own: [OutputPath] = ["404.html", "robots.txt", "opensearch.xml", "search", "search/index.html", "_kb", "_kb/x/y", ".nojekyll"]
        #expect(own.filter { !OutputLayout.isOwn($0) } == [])
        #expect(!OutputLayout.isOwn("a/robots.txt"))
        #expect(["index.html", "index.md", "guide.json", "rss.xml", "guide"].allSatisfy(OutputLayout.isBesidePage))
    }

    @Test func hashesGoIntoNamesOfFilesAndFolders() {
        #expect(OutputLayout.hashed("theme.css", "123") == "_kb/theme.123.css")
        #expect(OutputLayout.modules("guide", "123").file("a.js") == "_kb/guide.123/a.js")
    }

    @Test func numbersComeBeforeTheExtension() {
        #expect(OutputPath("a/guide.json").numbered(1) == "a/guide-1.json")
        #expect(OutputPath("a.b/c").numbered(2) == "a.b/c-2")
        #expect(OutputPath(String(repeating: "é", count: 125) + ".json").numbered(12).name.utf8.count == 254)
    }
}
