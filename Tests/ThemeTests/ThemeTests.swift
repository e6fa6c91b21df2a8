import Diagnostics
import Paths
import Testing

@testable import Theme

@Suite struct ThemeTests {
    @Test(arguments: [
        ("", "", "./"), ("", "a/b", "a/b/"), ("a/b", "", "../../"), ("a/b", "a/c", "../c/"), ("a/b", "a/b", "./"), ("a", "a/b", "b/"),
        ("a/b/c", "a", "../../"), ("ab", "a", "../a/"), ("a", "ab", "../ab/"), ("", "x y/z#", "x%20y/z%23/"), ("", "x:y", "./x:y/"),
    ]) func pagesAreLinkedRelatively(from: String, to: String, url: String) {
        #expect(RelativeURL.page(SiteAddress(to), from: SiteAddress(from)) == url.replacing(":y", with: to.contains(":") ? "%3Ay" : ":y"))
    }

    @Test(arguments: [("a/b", "a/c.png", "../c.png"), ("", "c.png", "c.png"), ("x", "x/y.png", "y.png")])
    func filesAreLinkedRelatively(from: String, to: String, url: String) {
        #expect(RelativeURL.file(OutputPath(to), from: SiteAddress(from)) == url)
    }

    @Test func theBuiltInThemeIsSound() {
        let theme = Theme()
        #expect(theme.diagnostics.isEmpty)
        #expect(
            Set(theme.assets.keys) == [
                "theme.css", "blocks.css", "guide.css", "theme.js", "versions.js", "notice.js", "blocks.js", "boot.js", "storage.js",
                "checklist.js",
                "guide.js",
                "guide-address.js", "guide-choices.js", "guide-clipboard.js", "guide-elements.js", "guide-ending.js", "guide-events.js",
                "guide-extras.js", "guide-handover.js", "guide-html.js", "guide-returns.js", "guide-start.js",
                "guide-map.js", "guide-state.js", "guide-steps.js", "guide-store.js", "guide-summary.js", "guide-text.js",
                "guide-view.js", "search.css", "search.js", "search-box.js", "search-excerpt.js", "search-files.js",
                "search-index.js", "search-pasted.js", "search-scoring.js", "search-source.js", "search-terms.js", "search-view.js",
                "live.js",
                "live-guide.js", "live-panel.js",
            ])
        #expect(theme.assets.values.allSatisfy { !$0.isEmpty })
    }

    @Test func overridesAreChecked() {
        let theme = Theme(overrides: [
            "page.mustache": Array("{{#page}}\n{{page.titel}}".utf8), "them.css": [], "custom.css": Array("a{}".utf8),
        ])
        #expect(theme.diagnostics.map(\.rule) == [.templateSyntax, .templateName, .templateUnknownFile])
        #expect(theme.diagnostics.map(\.position.line) == [1, 2, 1])
        #expect(theme.diagnostics.last?.help == "did you mean “theme.css”?")
        #expect(theme.assets["custom.css"] == Array("a{}".utf8))
    }
}
