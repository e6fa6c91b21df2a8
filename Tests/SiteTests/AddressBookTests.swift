import Content
import Diagnostics
import Paths
import Testing

@testable import Site

@Suite struct AddressBookTests {
    private func site(_ files: [String: String], redirects: [(String, String)] = [], publish: [ContentPath] = []) async throws -> Site {
        var configuration = Configuration()
        configuration.publish = publish
        configuration.redirects = redirects.map {
            Configuration.Redirection(source: $0.0, target: $0.1, file: .settings("kbgen.yml"), position: .start)
        }
        return try await ContentFolder(files).site(configuration)
    }

    private func findings(_ site: Site) -> [String] { site.diagnostics.map { "\($0.rule.rawValue): \($0.message)" } }

    @Test func aFileDoesNotStandWhereAFolderIsNeeded() async throws {
        let site = try await site(
            [
                "README.md": "[a](q) [b](lib) [c](page/guide.json) ![d](.gitbook/a.png) [e](gitbook)", "q": "x", "q.md": "# Q",
                "page.md": "# P",
                "page/guide.json": "{}", "lib": "x", ".gitbook/a.png": "x", "gitbook": "x",
            ],
            redirects: [("lib/old", "README.md"), ("lib", "README.md")])
        #expect(site.assets.map(\.output) == ["gitbook/a.png", "gitbook-1", "lib", "page/guide-1.json", "q-1"])
        #expect(site.redirects.isEmpty)
        #expect(findings(site).count { $0.hasPrefix("redirect-source: “lib” is at") } == 2)
        #expect(findings(site).contains { $0.hasPrefix("asset-address") && $0.contains("because “q.md” has that name") })
    }

    @Test func aFileOfTheOwnersTakesThePlaceOfKbgens() async throws {
        let files = ["README.md": "[r](robots.txt)", "robots.txt": "mine", "llms.txt": "mine", "favicon.ico": "x"]
        let own = try await site(files, publish: ["robots.txt", "llms.txt", "favicon.ico"])
        #expect(own.assets.map(\.output) == ["favicon.ico", "llms.txt", "robots.txt"])
        #expect(own.replaces(OutputLayout.robots) && !own.replaces(OutputLayout.sitemap))
        #expect(own.diagnostics.isEmpty)
        let linked = try await site(files)
        #expect(linked.assets.map(\.output) == ["robots-1.txt"])
        #expect(findings(linked).first?.contains("kbgen itself has that name") == true)
    }

    @Test func whoHasTheAddressOfTheSearchIsTold() async throws {
        #expect(
            findings(try await site(["README.md": "x", "search.md": "# S"])).first?.hasPrefix("address-taken: “search.md” has") == true)
        let redirected = try await site(["README.md": "x"], redirects: [("search", "https://a.example/")])
        #expect(findings(redirected).first?.hasPrefix("address-taken: the redirect from “search” has") == true)
    }

    @Test func addressesThatNoDiskTakesAreNoRedirects() async throws {
        let site = try await site(
            ["README.md": "# H"],
            redirects: [
                (String(repeating: "a", count: 256), "README.md"), (String(repeating: "bb/", count: 1500) + "x", "README.md"),
                (".nojekyll", "README.md"),
                ("_kb/x", "README.md"), ("index.html", "README.md"),
            ])
        #expect(site.redirects.isEmpty)
        #expect(site.diagnostics.map(\.rule) == Array(repeating: .redirectSource, count: 5))
    }

    /// Some servers and file systems take other names for kbgen's.
    @Test func othersNamesForKbgensFilesAreReserved() async throws {
        let names = ["Robots.txt", "sitemap.txt.gz", "LLMS.txt", "robots.txt.gz", "page/guide.json.br", "page/Index.html.md"]
        let links = names.map { "[x](\($0))" }.joined(separator: " ")
        var files = Dictionary(uniqueKeysWithValues: names.map { ($0, "x") })
        files["README.md"] = links
        files["page.md"] = "# P"
        files["SEARCH.md"] = "# S"
        let outputs = try await site(files).assets.map(\.output.string)
        for name in ["Robots.txt", "LLMS.txt", "robots.txt.gz", "page/guide.json.br"] { #expect(!outputs.contains(name), "\(outputs)") }
    }

    @Test func redirectsTakeNoNameThatHostsRead() async throws {
        let names = ["_headers", "_redirects/x", "cname", "sw.js", "a/.well-known/b", ".htaccess"]
        let site = try await site(["README.md": "# H"], redirects: names.map { ($0, "README.md") })
        #expect(site.redirects.isEmpty)
        #expect(site.diagnostics.map(\.rule) == Array(repeating: .redirectSource, count: names.count))
    }

    @Test func pagesOfOtherGeneratorsAreRedirectedFromTheirFiles() async throws {
        let site = try await site(
            ["README.md": "# H", "b.md": "# B"], redirects: [("old/page.html", "b.md"), ("b.html", "b.md"), ("x/index.html", "b.md")])
        #expect(site.redirects.map(\.file) == ["old/page.html", "old/page/index.html", "b.html", "x/index.html"])
        #expect(site.diagnostics.isEmpty)
    }

    @Test func redirectsThatCannotWorkAreTold() async throws {
        let redirects = [
            ("c?x=1", "b.md"), ("d#x", "b.md"), ("https://old.example/e", "b.md"), ("//old.example/f", "b.md"), ("i", "i"), ("j", "k"),
            ("k", "j"),
        ]
        let site = try await site(["README.md": "# H", "b.md": "# B"], redirects: redirects)
        #expect(site.redirects.isEmpty)
        #expect(site.diagnostics.map(\.rule) == Array(repeating: .redirectSource, count: 4) + Array(repeating: .redirectTarget, count: 3))
        #expect(findings(site).last?.contains("in a circle") == true)
    }

    @Test func redirectsKeepTheQueryOfTheirTarget() async throws {
        let site = try await site(
            ["README.md": "# H", "b.md": "# B\n\n## Part"], redirects: [("a", "b.md?x=1#part"), ("c", "b.md?y"), ("d", "b.md")])
        #expect(site.redirects.map(\.query) == ["?x=1", "?y", ""])
        #expect(site.diagnostics.isEmpty)
    }

    @Test func pagesThatDifferInCaseAreTold() async throws {
        let site = try await site(["README.md": "# H", "Case.md": "# 1", "case.md": "# 2"])
        #expect(site.pages.map(\.address) == ["", "Case", "case"])
        #expect(findings(site).first?.hasPrefix("address-case") == true)
    }

    @Test func theOwnPageForMissingOnesIsNoPageOfTheNavigation() async throws {
        let unlisted = try await site(["SUMMARY.md": "* [H](README.md)", "README.md": "# H", "404.md": "# Gone"])
        #expect(unlisted.pages.map(\.isNotFound) == [false, true])
        let folders = try await site(["README.md": "# H", "404.md": "# Gone"])
        #expect(folders.spaces[0].navigation.count == 1 && folders.pages[1].isExcludedFromSearch)
        let listed = try await site(["SUMMARY.md": "* [H](README.md)\n* [404](404.md)", "README.md": "# H", "404.md": "# 404"])
        #expect(listed.pages.map(\.isNotFound) == [false, false])
    }
}
