import Diagnostics
import Testing

@testable import Markdown
@testable import Site

@Suite struct SummaryTests {
    private func summary(_ text: String) -> Summary { Summary(Document(parsing: Source(file: "SUMMARY.md", raw: Array(text.utf8)))) }

    /// Items as an outline: two spaces a level, `label → destination`, groups with `##`.
    private func outline(_ items: [Summary.Item], indent: String = "") -> [String] {
        items.flatMap { item in
            [indent + (item.isGroup ? "## " : "") + item.label + (item.destination.map { " → \($0)" } ?? "")]
                + outline(item.children, indent: indent + "  ")
        }
    }

    @Test func listsOfLinksNestAndHeadingsAreGroups() {
        let summary = summary(
            """
            # Table of contents

            * [Home](README.md)
              * [Below](a/b.md)

            ## Part one

            * [One](one.md)
            """)
        #expect(outline(summary.items) == ["Home → README.md", "  Below → a/b.md", "## Part one", "  One → one.md"])
        #expect(summary.diagnostics.isEmpty)
    }

    @Test func nothingThatIsListedIsLost() {
        #expect(
            outline(summary("## [Group](g.md)\n\n* [A](a.md)\n").items) == ["## Group", "  Group → g.md", "  A → a.md"])
        #expect(outline(summary("{% if x %}\n* [A](a.md)\n{% endif %}\n* [B](b.md)\n").items) == ["A → a.md", "B → b.md"])
    }

    @Test(arguments: ["## Empty\n\n## Full\n\n* [A](a.md)", "* [A](a.md) with words", "* [A](a.md) and [B](b.md)", "* [A [B](b.md)](a.md)"])
    func whatIsNotShownIsTold(text: String) { #expect(summary(text).diagnostics.map(\.rule) == [.summarySyntax]) }

    @Test func anItemWithoutALinkIsALabel() {
        #expect(outline(summary("* Just text\n  * [Below](a.md)\n").items) == ["Just text", "  Below → a.md"])
    }

    @Test func theTitleInQuotesIsTheShortTitle() throws {
        let item = try #require(summary("* [A long title](a.md \"Short\")\n").items.first)
        #expect(item.label == "A long title")
        #expect(item.shortTitle == "Short")
    }

    @Test func linksOutsideOfListsCountAsInOlderBooks() {
        #expect(outline(summary("[One](one.md)\n\n[Two](two.md)\n").items) == ["One → one.md", "Two → two.md"])
    }

    @Test func whatIsNeitherIsReportedWhereItIs() {
        let summary = summary("* [One](one.md)\n\nSome text.\n")
        #expect(summary.diagnostics.map(\.rule) == [.summarySyntax])
        #expect(summary.diagnostics.first?.position == SourcePosition(line: 3, column: 1))
    }

    @Test func entriesThatGitBookComputesAreReported() {
        let summary = summary("* [API](api.md)\n  * ```yaml\n    type: builtin:openapi\n    ```\n")
        #expect(summary.diagnostics.map(\.rule) == [.summaryComputed])
    }
}

@Suite struct LostItemsTests {
    private func labels(_ text: String) -> [String] {
        func visit(_ items: [Summary.Item]) -> [String] {
            items.map { item in item.label + (item.children.isEmpty ? "" : "(" + visit(item.children).joined(separator: " ") + ")") }
        }
        return visit(Summary("SUMMARY.md", Array(text.utf8)).items)
    }

    @Test(arguments: [
        ("* [A](a.md) [B](b.md)\n* [C](c.md)", ["A", "B", "C"]), ("- [D](d.md)\n[E](e.md)", ["D", "E"]),
        ("- [D](d.md)\n  [E](e.md)\n  - [F](f.md)", ["D", "E(F)"]),
        ("## Group\n\n### Sub\n\n* [A](a.md)\n\n## Other\n\n* [B](b.md)", ["Group(Sub(A))", "Other(B)"]),
        ("* [A](a.md)\n<!-- note -->\n  * [B](b.md)\n* [C](c.md)", ["A(B)", "C"]),
        ("* [A](a.md)\n<!--\n* [X](x.md)\n-->\n  * [B](b.md)", ["A(B)"]),
        ("### Sub\n* [A](a.md)\n## Group\n* [B](b.md)", ["Sub(A)", "Group(B)"]),
    ]) func nothingListedIsLost(text: String, expected: [String]) { #expect(labels(text) == expected) }

    @Test func aLinkInALinkIsTold() {
        let summary = Summary("SUMMARY.md", Array("* [a [b](b.md) c](c.md)".utf8))
        #expect(summary.diagnostics.map(\.rule) == [.summarySyntax])
        #expect(summary.items.map(\.destination) == ["b.md"])
    }
}
