import DocumentHTML
import Markdown
import Testing

@testable import Guides

/// What readers are asked, and at which nodes. Kinds are said by comments, so that nothing here depends on what was learned.
@Suite struct GuideStopsTests {
    /// An article about a fault: its titles with their kinds, and their texts.
    private func places(_ titles: (kind: String, title: String, text: String)...) -> [String] {
        let parts = titles.map { "<!-- guide: \($0.kind) -->\n\($0.title)\n\n\($0.text)\n" }
        let guide = guide("---\nguide: {kind: troubleshooting}\n---\n\n" + parts.joined(separator: "\n"))
        return GuideFlow(guide).places.map { place in
            let before = place.before.map { " +\(guide.nodes[$0].title)" }.joined()
            let choices = place.choices.map { " ?\($0.place)" }.joined()
            return
                "\(place.question.rawValue) \(place.id)\(before)\(choices) → \(place.next ?? "nobody")\(place.found.map { " / \($0)" } ?? "")"
        }
    }

    @Test func aSentenceThatLeadsToRemediesIsContext() {
        #expect(
            places(
                ("condition", "# It fails", ""), ("cause", "## The fuse has blown", "Open the cover."),
                ("remedy", "### Replace it", "1. Take it out\n2. Put a new one in")
            ) == ["remedy replace-it +The fuse has blown → ~end"])
    }

    @Test func aListAboveRemediesIsDoneFirst() {
        #expect(
            places(
                ("condition", "# It fails", ""), ("cause", "## The fuse has blown", "1. Restart the machine\n2. Replace the cable"),
                ("remedy", "### Replace it", "1. Take it out")
            ) == ["remedy the-fuse-has-blown → replace-it", "remedy replace-it → ~end"])
    }

    @Test func aCauseThatIsFoundByLookingAsksWhetherItIsTheOne() {
        #expect(
            places(
                ("condition", "# It fails", ""), ("cause", "## The fuse has blown", "1. Check the fuse\n2. Look at the wire"),
                ("remedy", "### Replace it", "1. Take it out"), ("remedy", "## Restart", "1. Restart it")
            ) == [
                "cause the-fuse-has-blown → restart / replace-it", "remedy replace-it → restart", "remedy restart → ~end",
            ])
    }

    @Test func aCheckLeadsToItsRemedyOnlyIfItFails() {
        #expect(
            places(
                ("condition", "# It fails", ""), ("check", "## Check the fuse", "1. Look at it"),
                ("remedy", "### Replace it", "1. Take it out"), ("escalation", "## Contact support", "Send us a picture.")
            ) == [
                "check check-the-fuse → contact-support / replace-it", "remedy replace-it → contact-support",
                "escalation contact-support → nobody",
            ])
    }

    @Test func aCheckThatSaysItsOwnRemedyIsAskedAboutTwice() {
        #expect(
            places(("condition", "# It fails", ""), ("check", "## Check the fuse", "1. Look at it\n2. Replace it"))
                == ["check check-the-fuse → ~end / check-the-fuse~fix", "remedy check-the-fuse~fix → ~end"])
    }

    @Test func whatHelpsAgainstAnyFaultComesBehindTheReadersOwn() {
        #expect(
            places(
                ("group", "# Troubleshooting", ""), ("remedy", "## First of all", "1. Restart it"),
                ("condition", "## It is loud", "1. Oil it"),
                ("condition", "## It is hot", "1. Cool it"), ("escalation", "## Contact support", "Send us the log.")
            ) == [
                "condition ~it-is-loud ?it-is-loud ?it-is-hot → first-of-all", "remedy it-is-loud → first-of-all",
                "remedy it-is-hot → first-of-all",
                "remedy first-of-all → contact-support", "escalation contact-support → nobody",
            ])
    }

    @Test func aHowToBesideTheSymptomsIsNoTry() {
        #expect(
            places(
                ("condition", "# It is loud", "1. Oil it"),
                ("procedure", "# Change the colour", "1. Open the settings\n2. Select a colour"),
                ("condition", "# It is hot", ""), ("procedure", "## Cool it", "1. Open the cover\n2. Wait")
            ) == ["condition ~it-is-loud ?it-is-loud ?cool-it → ~end", "remedy it-is-loud → ~end", "remedy cool-it → ~end"])
    }

    @Test func nothingIsAskedAtWhatHasNoSteps() {
        #expect(
            places(
                ("group", "# Troubleshooting", ""), ("condition", "## It is loud", "That is normal."),
                ("condition", "## It is hot", "1. Restart the machine\n2. Replace the fan"),
                ("cause", "### The fan is dirty", "Dust does that.")
            ) == ["condition ~it-is-loud ?~end ?it-is-hot → ~end", "remedy it-is-hot → ~end"])
    }
}

@Suite struct NodeAttributesTests {
    @Test(arguments: [
        ("90% of the time the cable is loose.", 0.9), ("The other 10% is something else.", 0.1),
        ("In 80 % der Fälle ist es das Kabel.", nil),
        ("In 80% der Fälle ist es das Kabel.", 0.8), ("The disk is 90% full.", nil), ("Set it to 50%.", nil), ("120% of the time", nil),
    ])
    func theLikelihoodThatATextStates(text: String, value: Double?) {
        #expect(StatedLikelihood(text).value == value)
    }

    @Test func completeTriesAreTriedOneAtATime() {
        func mode(_ items: String) -> Guide.Node.StepMode? {
            guide("---\nguide: {kind: troubleshooting}\n---\n\n<!-- guide: condition -->\n# It fails\n\n\(items)\n").nodes.first?.stepMode
        }
        #expect(mode("- Restart the router.\n- Update the app.\n- Clear the cache.") == .untilFixed)
        #expect(mode("- Open the menu.\n- Click **Save**.\n- Restart the router.") == .sequence)
        #expect(mode("1. Go to the settings.\n2. Select the network.\n3. Restart the router.") == .sequence)
        #expect(mode("- Restart the router.\n- Update the app.") == .sequence)
    }
}
