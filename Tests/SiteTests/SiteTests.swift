import Content
import Diagnostics
import Foundation
import Paths
import Testing

@testable import Markdown
@testable import Site

@Suite struct TextTests {
    @Test(arguments: [
        ("https://a", "https"), ("java\nscript:x", "javascript"), (" JaVaScript:x", "javascript"), ("mailto:a@b", "mailto"), ("c:/x", nil),
        ("a/b:c", nil), ("1a:b", nil), ("x", nil),
    ]) func readsSchemesAsBrowsersDo(address: String, scheme: String?) { #expect(address.scheme == scheme) }

    @Test func sortsAsAPersonDoes() {
        let names = ["10. b", "2. a", "B", "a"]
        #expect(names.sorted { $0.precedesNaturally($1) } == ["2. a", "10. b", "a", "B"])
    }
}

@Suite struct SiteTests {
    private func rules(_ site: Site) -> [Rule] { site.diagnostics.map(\.rule) }

    @Test func addressesFollowTheFiles() async throws {
        let site = try await ContentFolder(["README.md": "# Home", "a/README.md": "# A", "a/B c.md": "# B"]).site()
        #expect(site.pages.map(\.address) == ["", "a", "a/B c"])
        #expect(site.spaces[0].navigation.map(\.title) == ["Home", "A"])
        #expect(site.diagnostics.isEmpty)
    }

    @Test func withoutAReadmeTheFirstPageIsTheRoot() async throws {
        let site = try await ContentFolder(["SUMMARY.md": "* [X](x.md)\n* [Y](y.md)", "x.md": "# X", "y.md": "# Y"]).site()
        #expect(site.pages.map(\.address) == ["", "y"])
        #expect(site.redirects.map(\.file) == ["x/index.html"])
        #expect(site.redirects.first?.target == .page(0, fragment: nil))
    }

    @Test func twoPagesOfOneAddressAreBothPublished() async throws {
        let site = try await ContentFolder([
            "SUMMARY.md": "* [A](a.md)\n* [B](a/README.md)", "a.md": "# 1", "a/README.md": "# 2", "README.md": "x",
        ]).site()
        #expect(Set(site.pages.map(\.address)) == ["", "a", "a-1"])
        #expect(rules(site) == [.pageAddress])
    }

    @Test func whatIsLinkedIsPublishedAndWhatIsNotIsNot() async throws {
        let site = try await ContentFolder([
            "SUMMARY.md": "* [Home](README.md)", "README.md": "[a](a.md)", "a.md": "[b](b.md)", "b.md": "# B", "c.md": "# C",
        ]).site()
        #expect(site.pages.map(\.path) == ["README.md", "a.md", "b.md"])
        #expect(rules(site) == [.pageUnlisted, .pageUnlisted])
    }

    @Test func titlesByTheirOrder() async throws {
        let site = try await ContentFolder([
            "SUMMARY.md": "* [S1](h1.md)\n* [S2](front.md)\n* [S3](label.md)\n* [x](README.md)", "h1.md": "---\ntitle: F\n---\n# H",
            "front.md": "---\ntitle: F\n---\ntext", "label.md": "text", "README.md": "# Home", "the-name.md": "text",
            "extra.md": "[n](the-name.md)",
        ]).site()
        #expect(site.pages.prefix(3).map(\.title) == ["H", "F", "S3"])
        #expect(site.spaces[0].navigation.map(\.title) == ["S1", "S2", "S3", "x"])
    }

    /// A page under the name that the link means: for `x.html` the file `x.md`, for a folder its README, and rather the one beside the page.
    @Test(arguments: [
        ("handlerpatterns.html", "did you mean “HandlerPattern.md”?"),
        ("gone.htm", "to make it: kbgen new --page \"Title\" --file b/gone.md"),
        ("gone/", "to make it: kbgen new --page \"Title\" --file b/gone/README.md"), ("../two.md", "did you mean “two.md”?"),
        ("../three", "did you mean “../c/three.md”?"),
    ]) func aMissingPageIsNamedAsItWouldBe(address: String, help: String) async throws {
        let site = try await ContentFolder([
            "README.md": "# R", "b/page.md": "[x](\(address))", "b/HandlerPattern.md": "x", "b/two.md": "x", "a/two.md": "x",
            "c/three.md": "x",
        ]).site()
        #expect(site.diagnostics.filter { $0.rule == .linkTarget }.map(\.help) == [help])
    }

    @Test(arguments: [
        ("a.md", "page:1"), ("./a.md", "page:1"), ("a", "page:1"), ("a.html", "page:1"), ("A.md", "page:1 link-case"), ("b/", "page:2"),
        ("b", "page:2"), ("b/README.md#x-y", "page:2#x-y"), ("../../b/", "page:2"), ("/b", "page:2"), ("#home", "page:0#home"),
        ("b/#nowhere", "page:2 link-fragment"), ("missing.md", "nowhere link-target"), ("broken-reference", "nowhere link-placeholder"),
        ("/broken/pages/1", "nowhere link-placeholder"), ("javascript:x", "nowhere link-scheme"),
        ("https://x.y/z", "external:https://x.y/z"),
        ("//x.y", "external:https://x.y"), ("files/one%20%232.bin", "asset:files/one #2.bin"),
        ("<files/one #2.bin>", "asset:files/one #2.bin"),
        ("files/page.html", "nowhere asset-unsafe"), ("files/none", "asset:files/none"), ("files/missing.png", "nowhere link-target"),
        ("old/x.md", "page:1"), ("old/y", "page:1"), ("", "nowhere link-target"), ("b/#X--Y", "page:2#x-y"),
        ("b/#id-1.-x", "page:2#id-1.-x"),
    ]) func linksLeadWhereTheyMean(address: String, expected: String) async throws {
        var configuration = Configuration()
        configuration.redirects = [("old/x.md", "old/y"), ("old/y", "a.md"), ("p", "q"), ("q", "p")].map {
            .init(source: $0.0, target: $0.1, file: .settings("kbgen.yml"), position: .start)
        }
        let site = try await ContentFolder([
            "README.md": "# Home\n\n[x](\(address))", "a.md": "# A",
            "b/README.md": "# B\n\n## X & Y <a href=\"#x-y\" id=\"x-y\"></a>\n\n## 1. X",
            "files/one #2.bin": "1", "files/page.html": "<p>", "files/none": "1",
        ]).site(configuration)
        let found = site.diagnostics.map(\.rule.rawValue).filter { !$0.hasPrefix("redirect-") }
        #expect(([describe(site.pages[0].targets[0], site)] + found).joined(separator: " ") == expected)
    }

    @Test(arguments: [
        ("[x](nofile.pdf)", "there is no file “nofile.pdf”", "put the file there, or correct the path"),
        ("[x](www.a.b/c)", "there is no page “www.a.b/c”", "did you mean “https://www.a.b/c”?"),
        ("[x](a.com/x)", "there is no page “a.com/x”", "did you mean “https://a.com/x”?"),
        ("[x](https//a.b)", "there is no file “https/a.b”", "did you mean “https://a.b”?"),
        ("[x](http:/a.b)", "“http:/a.b” lacks a slash; the link leads to http://a.b", "write http://a.b"),
        ("[x](mailto:)", "the link has no address behind “mailto:”", nil),
        ("[x](v1.2)", "there is no page “v1.2”", "to make it: kbgen new --page \"Title\" --file v1.2.md"),
        ("[x](<my page.md>)", "there is no page “my page.md”", "to make it: kbgen new --page \"Title\" --file 'my page.md'"),
        ("![x](b.pdf)", "“b.pdf” is a file that browsers do not show as a picture", "link to it: [text](…) without the “!”"),
        ("![x](a.md)", "“a.md” is a page", "link to it: [text](…) without the “!”"),
        ("[x](c.md)", "there is no page “c.md”", "to make it: kbgen new --page \"Title\" --file c.md"),
    ]) func theRemedyOfALinkIsNamed(text: String, message: String, help: String?) async throws {
        let site = try await ContentFolder(["README.md": "# Home\n\n\(text)", "a.md": "# A", "b.pdf": "x"]).site()
        #expect(site.diagnostics.map { [$0.message, $0.help] } == [[message, help]])
    }

    private func describe(_ target: ResolvedTarget, _ site: Site) -> String {
        switch target {
        case .external(let url): "external:\(url)"
        case .page(let id, let fragment): "page:\(id)" + (fragment.map { "#\($0)" } ?? "")
        case .asset(let index): "asset:\(site.assets[index].path)"
        case .nowhere: "nowhere"
        }
    }

    @Test func otherNamesOfHeadingsKeepWorking() async throws {
        let site = try await ContentFolder(["README.md": "# H\n\n[x](a.md#r--d-v12)", "a.md": "# A\n\n## R & D v1.2"]).site()
        #expect(site.pages[0].targets == [.page(1, fragment: "r-and-d-v1.2")])
        #expect(site.pages[1].aliases.values.map { $0 } == [["r--d-v12"]])
    }

    @Test func hiddenFoldersOfAssetsBecomeVisible() async throws {
        let site = try await ContentFolder(["README.md": "![](.gitbook/assets/a.png)", ".gitbook/assets/a.png": "1"]).site()
        #expect(site.assets.map(\.output) == ["gitbook/assets/a.png"])
    }

    @Test func settingsAreRead() {
        var diagnostics: [Diagnostic] = []
        let text = "title: T\nbase-url: https://x.y/z\nacent: '#112233'\naccent: red\nlabels:\n  nxt: Weiter\n  next: Weiter\n"
        let configuration = Configuration(parsing: Array(text.utf8), file: .settings("kbgen.yml"), diagnostics: &diagnostics)
        #expect(configuration.title == "T")
        #expect(configuration.baseURL == "https://x.y/z/")
        #expect(configuration.labels == ["next": "Weiter"])
        #expect(configuration.appearance.accent == nil)
        #expect(diagnostics.sorted().map(\.rule) == [.settingUnknown, .settingType, .settingUnknown])
        #expect(diagnostics.sorted().first?.help == "did you mean “accent”?")
    }
}
