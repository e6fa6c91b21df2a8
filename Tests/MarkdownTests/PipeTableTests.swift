import Testing

@testable import Markdown

@Suite struct PipeTableTests {
    /// The table of some lines, of which the second is the delimiter row.
    private func table(_ lines: String..., dialect: Dialect = .gitbook) -> PipeTable? {
        PipeTable(lines.map { (text: Array($0.utf8)[...], column: 0) }, delimiterRow: 1, dialect: dialect)
    }

    private func texts(_ row: PipeTable.Row?) -> [String]? { row?.cells.map { String(decoding: $0.text, as: UTF8.self) } }

    @Test func readsAlignments() {
        #expect(table("a|b|c|d", ":-|:-:|-:|-")?.alignments == [.left, .center, .right, .none])
    }

    @Test func trimsCellsAndNotesTheirColumns() {
        let header = table("| a | b |", "|---|---|")?.header
        #expect(texts(header) == ["a", "b"])
        #expect(header?.cells.map(\.column) == [2, 6])
    }

    @Test(arguments: ["-|-|-", "-|x", "--- ---", "|"])
    func needsADelimiterForEveryHeaderCell(delimiters: String) {
        #expect(table("a|b", delimiters) == nil)
    }

    @Test func needsAPipe() {
        #expect(table("a", "---") == nil)
        #expect(table("| a", "---") != nil)
    }

    @Test func escapedPipesAreText() {
        #expect(texts(table("a|b", "-|-", #"x \| y|z \\"#)?.rows.first) == ["x | y", #"z \\"#])
    }

    @Test func inGitBookPipesInCodeAreTextIfThereAreTooManyCells() {
        #expect(texts(table("a|b", "-|-", "`x|y`|z")?.rows.first) == ["`x|y`", "z"])
        #expect(texts(table("a|b", "-|-", "<code>x|y</code>|z")?.rows.first) == ["<code>x|y</code>", "z"])
        #expect(texts(table("a|b", "-|-", "`x|y`|z", dialect: .gfm)?.rows.first) == ["`x", "y`", "z"])
    }

    @Test func inGitBookTheLastCellTakesThoseThatAreTooMany() {
        #expect(texts(table("a|b", "-|-", "x|y|z")?.rows.first) == ["x", "y | z"])
    }

    @Test func shortRowsAreFilledWithEmptyCells() {
        #expect(html("a|b\n-|-\nx", dialect: .gfm).contains("<td>x</td>\n<td></td>"))
    }

    @Test func aParagraphMayPrecedeATable() {
        #expect(html("text\n*more*\na|b\n-|-\n", dialect: .gfm).hasPrefix("<p>text\n<em>more</em></p>\n<table>"))
    }

    @Test func cellsResolveReferenceLinks() {
        #expect(html("a|b\n-|-\n| [x]|y\n\n[x]: z.md\n", dialect: .gfm).contains("<td><a href=\"z.md\">x</a></td>"))
    }
}
