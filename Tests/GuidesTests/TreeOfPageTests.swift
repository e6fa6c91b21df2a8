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

    /// Its title alone says nothing of a fault.
    @Test func theUsualPartsOfAKnownErrorMakeATree() {
        let text = """
            # Context canceled

            ## Symptoms

            The log says `signal: killed`.

            ## Cause

            Processing a file took longer than the time limit allows.

            ## Solution

            1. Increase the time limit in the settings.
            2. Restart the server.
            """
        #expect(guide(text).hasTree)
        #expect(
            kinds(text) == ["condition Context canceled", "condition Symptoms", "cause Cause", "remedy Solution"])
    }

    @Test func whatStandsBelowATitleOfCausesIsACause() {
        let text = """
            # The tenant has no leader

            ## Common causes

            ### Network problems

            Check the network, and repair it.

            ### The disk is full

            Delete old logs.
            """
        #expect(kinds(text).suffix(2) == ["cause Network problems", "cause The disk is full"])
    }

    @Test func theItemsOfAListOfCausesAreCauses() {
        let text = """
            # The bot does not answer

            ## Messages do not arrive

            There are several possible reasons:

            - The token was copied with a space
            - The account of the bot was deleted

            ## The bot answers twice

            Restart the bot.
            """
        #expect(
            kinds(text).contains("cause The token was copied with a space")
                && kinds(text).contains("cause The account of the bot was deleted"))
    }

    @Test func aTextBehindTheNameOfACauseIsACause() {
        let text = """
            # Errors at login

            ## Invalid credentials

            **Cause**: The password is wrong

            **Solution**:

            1. Reset the password.

            ## The account is locked

            **Cause**: Too many attempts failed

            **Solution**:

            1. Wait for fifteen minutes.
            """
        #expect(guide(text).nodes.count { $0.kind == .cause && $0.source == .lead } == 2)
    }

    @Test func numberedMethodsAreWays() {
        let text = """
            # The wireless network is disturbed

            ## Method 1: another band

            1. Open the settings of the router.
            2. Select the band of 5 GHz.

            ## Method 2: a second router

            1. Connect a second router.
            2. Restart both.
            """
        #expect(guide(text).nodes.count { $0.kind == .alternative } == 2)
    }

    /// On a page that is about a fault, parts that seem only to tell are what is to be tried.
    @Test func aPageAboutAFaultHasSomethingToTry() {
        let text = """
            # Troubleshooting downloads

            ## Step 1: Check your cable

            1. Make sure that the board is connected.
            2. Try another port.

            ## Step 2: Upgrade the firmware

            1. Put the board into maintenance mode.
            2. Copy the file.
            """
        #expect(guide(text).hasTree)
    }

    @Test func aShortArticleWithARankedRestIsReadByItsNames() {
        let text = """
            # The printer won't print

            ## The most likely cause

            90% of the time, the cable is loose.

            1. Push it until it clicks

            ## Other possible causes

            ### 1. Confirm that there is paper

            1. Open the tray

            ### 2. If the issue persists: collect the log

            Send us the log.
            """
        #expect(
            kinds(text) == [
                "condition The printer won't print", "cause The most likely cause", "group Other possible causes",
                "check 1. Confirm that there is paper", "escalation 2. If the issue persists: collect the log",
            ])
    }
}
