import Diagnostics
import DocumentHTML
import Testing

@testable import Markdown

func document(_ text: String) -> Document { Document(parsing: Source(file: "page.md", raw: Array(text.utf8))) }

func html(_ text: String) -> String {
    let document = document(text)
    return String(decoding: HTMLRenderer.html(document, context: StandaloneContext(document)), as: UTF8.self)
}

@Suite struct DocumentTests {
    @Test func frontMatterKeepsLinesTrue() {
        let page = document("---\ntitle: T\nseo: x\nhidden: true\n---\n\n# Head\n\n[a](b)\n")
        #expect(page.frontMatter.title == "T")
        #expect(page.frontMatter.isHidden)
        #expect(page.frontMatter.others.map(\.key) == ["seo"])
        #expect(page.title?.line == 7)
        #expect(page.position(ofLink: 0) == SourcePosition(line: 9, column: 1))
    }

    @Test(arguments: ["", "---", "---\ntitle: x\n", "text\n---\na: b\n---\n", "--- x\n---\n"])
    func whatIsNoFrontMatterIsText(text: String) {
        #expect(document(text).bodyOffset == 0)
        #expect(document(text).diagnostics.isEmpty)
    }

    @Test func brokenFrontMatterIsReportedAndThePageBuilt() throws {
        let page = document("---\ntitle: a: b\n---\n# Head\n")
        let finding = try #require(page.diagnostics.first)
        #expect(finding.rule == .yamlSyntax)
        #expect(finding.position.line == 2)
        #expect(page.title?.text == "Head")
    }

    @Test func layoutSwitches() {
        let layout = document("---\nlayout:\n  width: wide\n  outline:\n    visible: false\n---\n").frontMatter.layout
        #expect(layout.isWide)
        #expect(!layout.showsOutline)
        #expect(layout.showsTitle)
    }

    @Test func whatIsNotUTF8IsReportedAndShown() {
        let source = Source(file: "page.md", raw: Array("ok\nbad ".utf8) + [0xFF] + Array(" end".utf8))
        #expect(source.diagnostics.first?.rule == .fileEncoding)
        #expect(source.diagnostics.first?.position == SourcePosition(line: 2, column: 5))
        #expect(String(decoding: source.bytes, as: UTF8.self) == "ok\nbad \u{FFFD} end")
    }

    @Test func controlCharactersAreShownAsTheirPictures() {
        #expect(html("a\u{1B}[0m \u{7F}b\tc\r\n") == "<p>a␛[0m ␡b\tc</p>\n")
        #expect(document("\u{7}a <b>x\n").diagnostics.first?.position == document("-a <b>x\n").diagnostics.first?.position)
    }

    @Test func byteOrderMarksAndNULs() {
        #expect(document("\u{FEFF}---\ntitle: x\n---\n").frontMatter.title == "x")
        #expect(document("a\0b").diagnostics.first?.rule == .fileNUL)
        #expect(html("a\0b") == "<p>a\u{FFFD}b</p>\n")
    }

    @Test func lineEndsOfEveryKind() {
        #expect(document("a\r\nb\r[c](d)\n").position(ofLink: 0) == SourcePosition(line: 3, column: 1))
    }

    @Test(arguments: [
        ("x [a](b)", 1, 3), ("é [a](b)", 1, 3), ("one\ntwo [a](b)", 2, 5), ("- item\n  more [a](b)", 2, 8),
        ("> quote\nlazy [a](b)", 2, 6), ("> quote\n> more [a](b)", 2, 8), ("<p>\nx <a href=\"b\">y</a></p>", 2, 12),
        ("![a](b)", 1, 1), ("text <a href='b'>x</a>", 1, 6),
    ]) func linksHaveTruePlaces(text: String, line: Int, column: Int) {
        #expect(document(text).position(ofLink: 0) == SourcePosition(line: line, column: column))
    }

    @Test func deepNestingIsCutAndReported() {
        let quotes = document(String(repeating: ">", count: 100_000) + " deep")
        #expect(quotes.diagnostics.map(\.rule) == [.nestingDepth])
        #expect(html(String(repeating: ">", count: 5000) + " deep").contains("deep"))
        #expect(html(String(repeating: "<div>\n\n", count: 5000) + "deep").contains("deep"))
    }

    @Test func openingsAreCutAfterAWord() {
        #expect(document("# T\n\n![](x.png)\n\nOne *two*\nthree four").opening(length: 200) == "One two three four")
        #expect(document("one two three four").opening(length: 9) == "one two…")
    }
}
