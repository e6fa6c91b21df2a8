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

    @Test func theFilesBesideAPageAndItsFoldersAreReserved() {
        let reserved = OutputLayout.ReservedPaths(pages: ["", "a/b"])
        let own: [OutputPath] = [
            "index.html", "index.md", "guide.json", "rss.xml", "guide", "guide/index.html", "a", "a/b", "a/b/index.html", "a/b/index.md",
            "a/b/guide.json",
            "a/b/rss.xml", "a/b/guide", "a/b/guide/index.html", "opensearch.xml", "search", "search/index.html", "_kb",
        ]
        #expect(own.filter { !reserved.contains($0) } == [])
        #expect(!reserved.contains("a/guide.json"), "no page stands at “a”")
        #expect(!reserved.contains("a/b/guide/picture.png"))
    }

    @Test func hashesGoIntoNamesOfFilesAndFolders() {
        #expect(OutputLayout.hashed("theme.css", "123") == "_kb/theme.123.css")
        #expect(OutputLayout.modules("guide", "123").file("a.js") == "_kb/guide.123/a.js")
    }

    @Test func numbersComeBeforeTheExtension() {
        #expect(OutputPath("a/guide.json").numbered(1) == "a/guide-1.json")
        #expect(OutputPath("a.b/c").numbered(2) == "a.b/c-2")
    }
}
