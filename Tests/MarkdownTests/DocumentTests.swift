import Diagnostics
import Testing

@testable import Markdown

@Suite struct DocumentTests {
    @Test func positionsCountTheFrontMatter() {
        let page = document("---\ntitle: T\nseo: x\nhidden: true\n---\n\n# Head\n\n[a](b)\n")
        #expect(page.frontMatter.title == "T")
        #expect(page.frontMatter.isHidden)
        #expect(page.frontMatter.otherFields.map(\.key) == ["seo"])
        #expect(page.title?.line == 7)
        #expect(page.position(ofLink: 0) == SourcePosition(line: 9, column: 1))
    }

    @Test func invalidUTF8IsReportedAndReplaced() {
        let source = Source(file: "page.md", raw: Array("ok\nbad ".utf8) + [0xFF] + Array(" end".utf8))
        #expect(source.diagnostics.first?.rule == .fileEncoding)
        #expect(source.diagnostics.first?.position == SourcePosition(line: 2, column: 5))
        #expect(String(decoding: source.bytes, as: UTF8.self) == "ok\nbad \u{FFFD} end")
    }

    @Test func controlCharactersAreReplacedByTheirPictures() {
        #expect(html("a\u{1B}[0m \u{7F}b\tc\r\n") == "<p>a␛[0m ␡b\tc</p>\n")
        #expect(document("\u{7}a <b>x\n").diagnostics.first?.position == document("-a <b>x\n").diagnostics.first?.position)
    }

    @Test func dropsByteOrderMarksAndReplacesNULs() {
        #expect(document("\u{FEFF}---\ntitle: x\n---\n").frontMatter.title == "x")
        #expect(document("a\0b").diagnostics.first?.rule == .fileNUL)
        #expect(html("a\0b") == "<p>a\u{FFFD}b</p>\n")
    }

    @Test func countsLinesWithAllKindsOfLineBreaks() {
        #expect(document("a\r\nb\r[c](d)\n").position(ofLink: 0) == SourcePosition(line: 3, column: 1))
    }

    @Test(arguments: [
        ("x [a](b)", 1, 3), ("é [a](b)", 1, 3), ("one\ntwo [a](b)", 2, 5), ("- item\n  more [a](b)", 2, 8),
        ("> quote\nlazy [a](b)", 2, 6), ("> quote\n> more [a](b)", 2, 8), ("<p>\nx <a href=\"b\">y</a></p>", 2, 12),
        ("![a](b)", 1, 1), ("text <a href='b'>x</a>", 1, 6),
    ]) func linksHavePositions(text: String, line: Int, column: Int) {
        #expect(document(text).position(ofLink: 0) == SourcePosition(line: line, column: column))
    }

    @Test func deepNestingIsLimitedAndReported() {
        let quotes = document(String(repeating: ">", count: 100_000) + " deep")
        #expect(quotes.diagnostics.map(\.rule) == [.nestingDepth])
        #expect(html(String(repeating: ">", count: 5000) + " deep").contains("deep"))
        #expect(html(String(repeating: "<div>\n\n", count: 5000) + "deep").contains("deep"))
    }

    @Test func theOpeningIsCutAfterAWord() {
        #expect(document("# T\n\n![](x.png)\n\nOne *two*\nthree four").opening(length: 200) == "One two three four")
        #expect(document("one two three four").opening(length: 9) == "one two…")
    }
}
