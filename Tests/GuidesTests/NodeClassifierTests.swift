import Testing

@testable import Guides

/// The kinds of an article's titles, as lines of kind and title.
@Suite struct NodeClassifierTests {
    @Test func theWordingAndThePositionOfATitleDetermineItsKind() {
        let text = """
            # It fails

            ## The fuse is blown

            1. Replace it

            ## Confirm the cable is in

            1. Look

            ## Refresh the page

            1. Press it

            ## If the issue persists

            Send us the log.

            ## See also

            """
        #expect(
            kinds(text) == [
                "condition It fails", "cause The fuse is blown", "check Confirm the cable is in", "remedy Refresh the page",
                "escalation If the issue persists", "info See also",
            ])
    }

    @Test func aStatementThatBeginsLikeAnInstructionIsACondition() {
        #expect(
            kinds("# Troubleshooting\n\n## Login methods missing\n\n1. Add one\n\n## Test fails\n\n1. Repeat it\n") == [
                "group Troubleshooting", "condition Login methods missing", "condition Test fails",
            ])
    }

    @Test func titlesThatSayWhatIsSeenAreConditions() {
        #expect(
            kinds("# Troubleshooting\n\n## If the light is red\n\n1. Press it\n\n## If the light is off\n\n1. Plug it in\n") == [
                "group Troubleshooting", "condition If the light is red", "condition If the light is off",
            ])
        #expect(
            kinds("# Printer problems\n\n## If the light is red:\n\n1. Open the tray\n\n## If the light is blinking:\n\n1. Switch it off\n")
                == ["group Printer problems", "condition If the light is red:", "condition If the light is blinking:"])
    }

    @Test func titlesThatSayWhatTheReaderHasAreNotConditions() {
        let guide = guide("# Set up the agent\n\n## If you use Linux\n\n1. Run it\n\n## If you use Windows\n\n1. Click it\n")
        #expect(!guide.nodes.contains { $0.kind == .condition })
    }
}
