import Testing

@testable import Guides

/// The tree of an article's titles, as lines of title and parent.
@Suite struct OutlineTests {
    @Test func optionsBelongToTheTitleThatAsksForAChoice() {
        #expect(
            tree("# A\n\n#### How to fix:\n\n1. x\n\n#### Option 1 — a\n\n#### Option 2 — b\n\n#### Next") == [
                "A < page", "How to fix: < A", "Option 1 — a < How to fix:", "Option 2 — b < How to fix:", "Next < A",
            ])
    }

    @Test func platformsBelongToTheTitleBeforeThem() {
        #expect(
            tree("# A\n\n**How to open it**\n\n**macOS**\n\n1. x\n\n**Windows**\n\n1. x") == [
                "A < page", "How to open it < A", "macOS < How to open it", "Windows < How to open it",
            ])
    }

    @Test func aSolutionBelongsToTheCauseWithTheSameTitle() {
        #expect(
            tree("# A\n\n## Causes\n\n### X\n\nt\n\n### Y\n\nt\n\n## Solutions\n\n### X\n\nt\n\n### Y\n\nt\n") == [
                "A < page", "Causes < A", "X < Causes", "Y < Causes", "Solutions < A", "X < X", "Y < Y",
            ])
    }

    @Test func aSolutionBelongsToTheOnlyCauseBeforeIt() {
        #expect(tree("# A\n\n## Cause\n\nt\n\n## Solution\n\nt\n") == ["A < page", "Cause < A", "Solution < Cause"])
    }

    @Test func aTitleInADisclosureBelongsToTheSummary() {
        let text = """
            ### A

            <details>

            <summary>S</summary>

            #### B

            </details>

            <details>

            <summary>T</summary>

            t

            </details>
            """
        #expect(tree(text) == ["A < page", "S < A", "B < S", "T < A"])
    }

    @Test func aBoldTitleThatEndsLikeTheHeadingBeforeItIsItsSibling() {
        #expect(tree("# A\n\n### File Limit Exceeded\n\nt\n\n**Table Limit Exceeded**\n\nt\n").last == "Table Limit Exceeded < A")
    }
}
