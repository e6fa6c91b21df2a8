import Testing

@testable import Guides

/// The titles of an article, as lines of source, line and text.
@Suite struct TitleFinderTests {
    @Test func aBoldParagraphIsATitleUnlessItIsAValueAPathOrALabel() {
        #expect(
            titles("# A\n\n**Windows**\n\n1. x\n\nIf it says:\n\n**“Blocked”**\n\ntext\n\n**Setup → Users**\n\n**Fix:**\n\ntext") == [
                "heading 1: A", "bold 3: Windows",
            ])
    }

    @Test func aBoldConditionIsATitle() {
        #expect(
            titles("# A\n\n**If it is red:** press it.\n\n**If it is green :**\\\nwait.") == [
                "heading 1: A", "lead 3: If it is red:", "bold 5: If it is green :",
            ])
    }

    @Test func aSummaryIsATitleUnlessItIsGeneric() {
        let disclosures = """
            # A

            <details>

            <summary>It fails</summary>

            text

            </details>

            <details>

            <summary>Read more</summary>

            text

            </details>
            """
        #expect(titles(disclosures) == ["heading 1: A", "summary 5: It fails"])
    }

    @Test func anItemOfAListOfReasonsIsATitle() {
        #expect(
            titles("# A\n\nProbable causes are:\n\n1. The fuse.\n2. The cable.\n") == [
                "heading 1: A", "listItem 5: The fuse.", "listItem 6: The cable.",
            ])
    }

    @Test func aRowOfASymptomTableIsATitle() {
        #expect(
            titles("# A\n\n| Symptom | Cause | Solution |\n| --- | --- | --- |\n| Dark | Off | Switch it on |\n") == [
                "heading 1: A", "tableRow 5: Dark",
            ])
    }

    @Test func aParagraphThatSaysWhomToAskIsATitleAtTheEndOfASection() {
        let text = """
            # A

            ## B

            Text.

            If none of these steps help, contact support.

            ## C

            If this fails, contact support. Then try more.
            """
        #expect(
            titles(text) == [
                "heading 1: A", "heading 3: B", "paragraph 7: If none of these steps help, contact support.", "heading 9: C",
            ])
    }
}
