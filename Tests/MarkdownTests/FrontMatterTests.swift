import Diagnostics
import Testing

@testable import Markdown

@Suite struct FrontMatterTests {
    private func frontMatter(_ yaml: String) -> FrontMatter { document("---\n\(yaml)\n---\n").frontMatter }

    @Test func readsGitBooksFields() {
        let page = frontMatter(
            """
            title: Set up
            description: The first steps
            icon: gear
            cover: ../images/cover.png
            hidden: true
            noIndex: true
            noRobotsIndex: true
            if: visitor.claims.isBeta
            """)
        #expect(page.title == "Set up")
        #expect(page.description == "The first steps")
        #expect(page.icon == "gear")
        #expect(page.cover == "../images/cover.png")
        #expect(page.isHidden && page.isExcludedFromSearch && page.isExcludedFromRobots)
        #expect(page.condition == "visitor.claims.isBeta")
    }

    @Test func readsTagsAsWordsOrAsMaps() {
        #expect(frontMatter("tags: [setup, beta]").tags == ["setup", "beta"])
        #expect(frontMatter("tags:\n  - tag: setup\n  - tag: beta").tags == ["setup", "beta"])
    }

    @Test func keepsUnknownFields() {
        #expect(frontMatter("seo: x\nguide:\n  start: here").otherFields.map(\.key) == ["seo", "guide"])
    }

    @Test func readsTheLayout() {
        let layout = frontMatter("layout:\n  width: wide\n  outline:\n    visible: false\n  metadata:\n    visible: false").layout
        #expect(layout.isWide)
        #expect(!layout.showsOutline)
        #expect(layout.showsTitle)
    }

    @Test func linksToTheCover() {
        let page = document("---\ncover: a.png\n---\n\n[b](c.md)\n")
        #expect(page.coverLink.map { page.links[$0].destination } == "a.png")
        #expect(page.links.map(\.destination) == ["c.md", "a.png"])
    }

    @Test func endsAtDotsToo() {
        let page = document("---\ntitle: x\n...\ntext\n")
        #expect(page.frontMatter.title == "x")
        #expect(html(page) == "<p>text</p>\n")
    }

    @Test func reportsAFieldOfTheWrongType() {
        let page = document("---\ntitle: x\nhidden: [a, b]\n---\n")
        #expect(page.diagnostics.map(\.rule) == [.settingType])
        #expect(page.diagnostics.first?.position.line == 3)
        #expect(page.frontMatter.title == "x")
        #expect(!page.frontMatter.isHidden)
    }

    /// A page may begin with a rule.
    @Test(arguments: ["---\n- a\n- b\n---\n", "---\n\n# Welcome\n\ntext\n\n---\n", "---\nJust text.\n\nNote: more\n---\n"])
    func textBetweenRulesIsNone(text: String) {
        #expect(document(text).bodyOffset == 0)
        #expect(document(text).diagnostics.isEmpty)
        #expect(html(document(text)).hasPrefix("<hr />"))
    }

    @Test(arguments: [
        ("---\ntitle: x\n\n# T\n", 1), ("\n\n---\ntitle: x\n---\n", 3), ("+++\ntitle = \"x\"\n+++\n", 1), ("---json\n{}\n---\n", 1),
        (";;;\n{}\n;;;\n", 1),
    ]) func whatLooksLikeItIsTold(text: String, line: Int) {
        #expect(document(text).diagnostics.map(\.rule) == [.frontMatter])
        #expect(document(text).diagnostics.first?.position.line == line)
    }

    @Test func aKeyThatIsSetTwiceIsTold() {
        let page = document("---\ntitle: x\nicon: a\ntitle: y\n---\n")
        #expect(page.diagnostics.map(\.rule) == [.settingRepeated])
        #expect(page.diagnostics.first?.position.line == 4)
        #expect(page.frontMatter.title == "y")
    }

    @Test func reportsBrokenYAMLAndParsesTheBody() throws {
        let page = document("---\ntitle: a: b\n---\n# Head\n")
        let diagnostic = try #require(page.diagnostics.first)
        #expect(diagnostic.rule == .yamlSyntax)
        #expect(diagnostic.position.line == 2)
        #expect(page.title?.text == "Head")
    }

    @Test(arguments: ["", "---", "text\n---\na: b\n---\n", "--- x\n---\n"])
    func needsAFenceBeforeAndAfterIt(text: String) {
        #expect(document(text).bodyOffset == 0)
        #expect(document(text).diagnostics.isEmpty)
    }

    @Test func findsCommentsWithTheirLines() {
        let comments = document("---\n# first\ntitle: x\n  # second\n---\n").frontMatterComments
        #expect(comments.map(\.text) == [" first", " second"])
        #expect(comments.map(\.line) == [2, 4])
    }

    @Test(arguments: [
        "---\n\nWarning: do this.\n\n---\n\nx", "---\nWarning: do this thing.\n---\n\nx", "---\ntitle: x\n\n# Heading\n\ntext\n\n---\n\nx",
        "---\nNote: a word\n\nA sentence of the page.\n\n---\nx", "---\n{% hint %}\na: b\n{% endhint %}\n---\nx",
    ]) func aPageThatBeginsWithARuleKeepsItsText(text: String) {
        let page = document(text)
        #expect(page.frontMatter.title == nil && page.frontMatter.otherFields.isEmpty)
        #expect(html(page).contains(/Warning|title|Note|a: b/), "\(html(page))")
    }

    @Test(arguments: [
        "Title: x", "# a comment\ntitle: x", "title: x\n\ndescription: y", "title: x\n\n# a comment\ntags:\n  - a", "\"title\": x",
        "{title: x}",
    ]) func whatIsMeantAsFrontMatterIsRead(yaml: String) {
        #expect(html(document("---\n\(yaml)\n---\n\ntext")) == "<p>text</p>\n")
    }

    @Test(arguments: [
        "{\n\"title\": \"x\"\n}\n\ntext", "---yaml\ntitle: x\n---\n\ntext", "+++\ntitle = 1\n+++\n\ntext", "---json\n{}\n---\n",
    ])
    func otherFormsAreTold(text: String) { #expect(document(text).diagnostics.map(\.rule) == [.frontMatter]) }

    @Test func aTagCountsOnce() { #expect(frontMatter("tags: [a, b, a]").tags == ["a", "b"]) }
}
