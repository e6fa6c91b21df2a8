import Testing

@testable import Guides

@Suite struct PageClassifierTests {
    @Test(arguments: [
        "# It won't start\n\n## Fix\n\n1. Pull it\n",
        "## Description\n\nt\n\n## Cause\n\nt\n\n## Solution\n\nt\n",
    ]) func anErrorWithOneSolutionIsAKnownError(text: String) { #expect(guide(text).kind == .knownError) }

    @Test(arguments: [
        "# It won't start\n\n## Solution #1\n\n1. Pull it\n\n## Solution #2\n\n1. Push it\n",
        "# Troubleshooting\n\n## It fails\n\n1. Pull it\n",
        "# Emails land in spam\n\n## Possible causes\n\n### The domain is new\n\n1. Wait a week\n\n### The sender is unknown\n\n1. Add the sender\n\n## Contact support\n\nSend us the log.\n",
    ]) func faultsWithSeveralThingsToTryAreTroubleshooting(text: String) { #expect(guide(text).kind == .troubleshooting) }

    @Test func aPageOfQuestionsIsAnFAQ() {
        #expect(guide("# FAQ\n\n## What is it?\n\nt\n\n## Is it free?\n\nt\n").kind == .faq)
    }

    @Test(arguments: [
        "# Install it\n\n1. Open it\n2. Click it\n3. Close it\n",
        "## Description\n\nt\n\n## Step 1: Open it\n\n1. Press it\n\n## Step 2: Close it\n\n1. Press it\n",
    ]) func stepsToAGoalAreAProcedure(text: String) { #expect(guide(text).kind == .procedure) }

    @Test(arguments: [
        "# Error codes\n\n## Invalid input\n\nt\n",
        "# Get deleted messages\n\n## Parameters\n\nt\n",
        "# Error handling\n\n1. Check the input\n2. Return it\n",
    ]) func aPageThatOnlyMentionsErrorsIsAReference(text: String) { #expect(guide(text).kind == .reference) }

    @Test func aTroubleshootingSectionGivesAnotherPageATree() {
        let guide = guide(
            "# The product\n\n## Install\n\n1. Get it\n2. Run it\n3. See it\n\n## Troubleshooting\n\n### It fails to start\n\n1. Restart it\n"
        )
        #expect(guide.kind == .procedure && guide.hasTree)
        #expect(guide.nodes.map(\.kind) == [.procedure, .procedure, .group, .condition])
    }
}
