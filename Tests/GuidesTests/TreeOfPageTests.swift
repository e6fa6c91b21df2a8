import Markdown
import Testing

@testable import Guides

/// Which pages have a tree at all.
@Suite struct TreeOfPageTests {
    @Test(arguments: ["troubleshooting", "procedure"]) func onePartOfAPageAboutSomethingElseIsNoGuide(kind: String) {
        let text = "---\nguide: {kind: \(kind)}\n---\n\n# The lamp does not light up\n\n1. Push in the cable\n2. Turn it on\n"
        #expect(guide(text).hasTree == (kind == "troubleshooting"))
    }

    @Test(arguments: [
        ("# The lamp does not light up\n\nText.\n", true),
        ("# Lamps\n\n## Troubleshooting\n\nText.\n", true),
        ("# Lamps\n\n## Possible problems and how to solve them\n\nText.\n", true),
        ("## Lamps: common problems\n\nText.\n\n## Colours\n\nText.\n", true),
        ("# Lamps\n\n## It fails to start\n\nText.\n\n## The fuse is broken\n\nText.\n", true),
        ("# Lampes\n\n## Causes possibles\n\nTexte.\n", true),
        ("# Lamps\n\nText.\n\n<details><summary>It is dark</summary>\n\nText.\n\n</details>\n", true),
        ("# Lamps\n\n## Colours\n\nIf it fails, replace it.\n\n## The fuse is broken\n\nText.\n", false),
        ("# Lamps\n\n## Installation\n\n1. Check whether it fails\n", false),
    ]) func titlesSayWhetherAPageMayHaveATree(text: String, mayHaveTree: Bool) {
        #expect(FaultSigns(document(text), shownTitle: nil).areEnough == mayHaveTree)
    }

    @Test func theTitleInTheTableOfContentsCountsIfThePageHasNone() {
        #expect(FaultSigns(document("Text.\n"), shownTitle: "Troubleshooting").areEnough)
        #expect(!FaultSigns(document("# Lamps\n"), shownTitle: "Troubleshooting").areEnough)
    }

    @Test(arguments: [
        ("Error 0x80070005 at start", true), ("ENOENT", true), ("ORA-00942 in the log", true), ("A NullPointerException", true),
        ("HTTP 503", true),
        ("ERR_CONNECTION_REFUSED", true), ("MY_VARIABLE", true), ("Errors", false), ("The Error", false), ("Version 200", false),
        ("EAST", true), ("A-B", false), ("", false),
    ]) func namesOfErrorsInTitles(text: String, isError: Bool) {
        #expect(ErrorMark.occurs(in: text) == isError)
    }

    @Test func whatIsWrongBelowAFaultIsItsCause() {
        let text = """
            # The printer does not print

            ## The cable is loose

            1. Push the plug in.
            2. Switch the printer on.

            ## The toner is empty

            1. Open the cover.
            2. Replace the toner.

            ## If it still does not print

            Send us a photo of the display.
            """
        #expect(
            kinds(text) == [
                "condition The printer does not print", "cause The cable is loose", "cause The toner is empty",
                "escalation If it still does not print",
            ])
    }
}
