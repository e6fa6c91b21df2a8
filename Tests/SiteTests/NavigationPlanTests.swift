import Diagnostics
import Paths
import Testing

@testable import Site

@Suite struct NavigationPlanTests {
    /// Entries as an outline: two spaces a level, the label or `-`, and the page.
    private func outline(_ entries: [NavigationPlan.Entry], indent: String = "") -> [String] {
        entries.flatMap { entry in
            var line = indent + (entry.label ?? "-")
            if case .page(let path, _) = entry.target { line += " → \(path)" }
            if case .external(let url) = entry.target { line += " → \(url)" }
            return [line] + outline(entry.children, indent: indent + "  ")
        }
    }

    @Test func aSummaryIsFollowed() throws {
        let plan = try ContentFolder([
            "SUMMARY.md": "* [Home](README.md)\n* [A](a.md)\n* [Web](https://example.com)\n", "README.md": "", "a.md": "", "b.md": "",
        ]).plan()
        #expect(outline(plan.entries) == ["Home → README.md", "A → a.md", "Web → https://example.com"])
    }

    @Test func withoutASummaryTheFoldersAreFollowedInNaturalOrder() throws {
        let plan = try ContentFolder([
            "README.md": "", "10-last.md": "", "2-first.md": "", "guides/README.md": "", "guides/a.md": "", "no-readme/x.md": "",
            "empty/a.png": "",
        ]).plan()
        let expected = [
            "- → README.md", "- → 2-first.md", "- → 10-last.md", "- → guides/README.md", "  - → guides/a.md", "No readme",
            "  - → no-readme/x.md",
        ]
        #expect(outline(plan.entries) == expected)
    }

    @Test func aFolderWithASummaryOfItsOwnIsABook() throws {
        let plan = try ContentFolder([
            "README.md": "", "de/SUMMARY.md": "* [Start](README.md)\n* [Eins](eins.md)\n", "de/README.md": "", "de/eins.md": "",
        ]).plan()
        let book = try #require(plan.entries.last)
        #expect(book.isBook)
        #expect(outline(book.children) == ["Eins → de/eins.md"], "the book's own page is not below itself")
    }

    @Test(arguments: [
        ("missing.md", Rule.summaryMissingPage), ("../outside.md", .summaryOutside), ("SUMMARY.md", .summaryMissingPage),
        ("A.md", .linkCase),
    ]) func entriesThatLeadNowhereAreReportedAtTheirLine(destination: String, rule: Rule) throws {
        let plan = try ContentFolder(["SUMMARY.md": "* [Home](README.md)\n* [X](\(destination))\n", "README.md": "", "a.md": ""]).plan()
        #expect(plan.diagnostics.map(\.rule) == [rule])
        #expect(plan.diagnostics.first?.position.line == 2)
    }

    @Test func aSummaryThatGitBookNamesAndThatIsMissingIsReported() throws {
        let plan = try ContentFolder(["README.md": "", "a.md": ""]).plan(summaryPath: "toc.md")
        #expect(plan.diagnostics.map(\.rule) == [.summaryMissingPage])
        #expect(outline(plan.entries) == ["- → README.md", "- → a.md"])
    }
}
