import Testing

@testable import Guides

/// The steps of an article, as lines of line and text.
@Suite struct StepFinderTests {
    @Test func aStepIsAnInstructionOrAnItemToVerify() {
        let text = """
            # It fails

            ## Check the list

            Go to **Setup**. It is there.

            Look for one of the following:

            * Red
            * Blue

            Confirm the user has:

            * Access

            You will see a list.

            **Fix:**\\
            You’ll need to install it.

            **Note:** press nothing.

            """
        #expect(
            steps(text) == [
                "5 Go to Setup. It is there.", "7 Look for one of the following:", "14 Access", "19 You’ll need to install it.",
            ])
    }

    @Test func aListOfConsequencesHasNoSteps() {
        #expect(
            steps("# It fails\n\n## Check the mode\n\nIf it is on:\n\n* Nothing is shown\n* The light is red\n\n**Fix:** Switch it off.\n")
                == ["10 Switch it off."])
    }
}
