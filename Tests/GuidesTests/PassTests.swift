import Markdown
import Testing

@testable import Guides

/// Each pass of the reading, alone.
@Suite struct PassTests {
    private let pack = LanguagePack.english

    private func document(_ text: String) -> Document { Document(parsing: Source(file: "page.md", raw: Array(text.utf8))) }

    private func titles(_ text: String) -> [String] {
        TitleFinder(ReadingOrder(document(text)).all, pack).sections.map {
            "\($0.title.source.rawValue) \($0.title.line): \($0.title.text)"
        }
    }

    private func tree(_ text: String) -> [String] {
        let outline = Outline(TitleFinder(ReadingOrder(document(text)).all, pack).sections, pack)
        return outline.sections.indices.map { index in
            "\(outline.sections[index].title.text) < \(outline.parents[index].map { outline.sections[$0].title.text } ?? "page")"
        }
    }

    private func guide(_ text: String) -> Guide { Guide(reading: document(text)) }

    private func kinds(_ text: String) -> [String] { guide(text).nodes.map { "\($0.kind.rawValue) \($0.title)" } }

    private func steps(_ text: String) -> [String] { guide(text).nodes.flatMap(\.steps).map { "\($0.line) \($0.text)" } }

    // MARK: Words and numbers

    @Test func wordsKeepWhatStandsBetweenLetters() {
        #expect(
            Words("Don’t re-enter “v1.2”: Setup → Users – 90% done…").all.map(\.text) == [
                "don't", "re-enter", "v1.2", ":", "setup", "→", "users", "–", "90", "%", "done",
            ])
        #expect(Words("One, e.g. this. Two!").sentences.map { $0.line } == ["one , e.g . this", "two"])
    }

    @Test(
        arguments: [
            ("2. Verify it", 2, 2), ("Step 2: Do it", 2, 3), ("Solution #3 - Try it", 3, 3), ("Option B — by hand", 2, 3),
            ("404 errors", nil, 0), ("3 ways to fix it", nil, 0), ("Step by step", nil, 0), ("(1) First", 1, 3),
        ] as [(String, Int?, Int)]) func titlesAreNumbered(title: String, number: Int?, length: Int)
    {
        let (found, taken) = Enumerator.read(Words(title), pack)
        #expect(found?.number == number && (found == nil || taken == length))
    }

    @Test func patternsTakeAlternativesGapsAndEnds() {
        let set = PatternSet("^how to fix/solve ?the problem$, if .. persists, crash*")
        for text in ["How to solve problem", "How to fix the problem:", "Well, if the same error persists", "It crashed"] {
            #expect(set.matches(Words(text)), "\(text)")
        }
        for text in ["How to fix the problem now", "If it works. It persists", "Say how to fix the problem", "persists"] {
            #expect(!set.matches(Words(text)), "\(text)")
        }
    }

    @Test(arguments: ["error", "Crashes", "it FAILS", "won't", "don’t", "zażółć error"]) func theFilterPassesWhatMatches(text: String) {
        #expect(pack.faults.filter.mayMatch(text) || !pack.faults.matches(Words(text)))
    }

    // MARK: Titles

    @Test func boldParagraphsAreTitlesAndValuesAreNone() {
        #expect(
            titles("# A\n\n**Windows**\n\n1. x\n\nIf it says:\n\n**“Blocked”**\n\ntext\n\n**Setup → Users**\n\n**Fix:**\n\ntext") == [
                "heading 1: A", "bold 3: Windows",
            ])
    }

    @Test func leadsSummariesRowsAndReasonsAreTitles() {
        #expect(
            titles("# A\n\n**If it is red:** press it.\n\n**If it is green :**\\\nwait.") == [
                "heading 1: A", "lead 3: If it is red:", "bold 5: If it is green :",
            ])
        #expect(
            titles(
                "# A\n\n<details>\n\n<summary>It fails</summary>\n\ntext\n\n</details>\n\n<details>\n\n<summary>Read more</summary>\n\ntext\n\n</details>"
            ) == ["heading 1: A", "summary 5: It fails"])
        #expect(
            titles("# A\n\nProbable causes are:\n\n1. The fuse.\n2. The cable.\n") == [
                "heading 1: A", "listItem 5: The fuse.", "listItem 6: The cable.",
            ])
        #expect(
            titles("# A\n\n| Symptom | Cause | Solution |\n| --- | --- | --- |\n| Dark | Off | Switch it on |\n") == [
                "heading 1: A", "tableRow 5: Dark",
            ])
    }

    @Test func anAppealAtTheEndOfAPartIsATitle() {
        #expect(
            titles(
                "# A\n\n## B\n\nText.\n\nIf none of these steps help, contact support.\n\n## C\n\nIf this fails, contact support. Then try more."
            ).count == 4)
    }

    // MARK: Tree

    @Test func optionsBelongUnderWhatAsksForThem() {
        #expect(
            tree("# A\n\n#### How to fix:\n\n1. x\n\n#### Option 1 — a\n\n#### Option 2 — b\n\n#### Next") == [
                "A < page", "How to fix: < A", "Option 1 — a < How to fix:", "Option 2 — b < How to fix:", "Next < A",
            ])
        #expect(
            tree("# A\n\n**How to open it**\n\n**macOS**\n\n1. x\n\n**Windows**\n\n1. x") == [
                "A < page", "How to open it < A", "macOS < How to open it", "Windows < How to open it",
            ])
    }

    @Test func solutionsBelongToTheCausesOfTheirNames() {
        #expect(
            tree("# A\n\n## Causes\n\n### X\n\nt\n\n### Y\n\nt\n\n## Solutions\n\n### X\n\nt\n\n### Y\n\nt\n").suffix(3) == [
                "Solutions < A", "X < X", "Y < Y",
            ])
        #expect(tree("# A\n\n## Cause\n\nt\n\n## Solution\n\nt\n").last == "Solution < Cause")
    }

    @Test func titlesInADisclosureStandBelowItsSummary() {
        #expect(
            tree(
                "### A\n\n<details>\n\n<summary>S</summary>\n\n#### B\n\n</details>\n\n<details>\n\n<summary>T</summary>\n\nt\n\n</details>"
            ) == ["A < page", "S < A", "B < S", "T < A"])
    }

    @Test func aBoldTitleWordedAsTheHeadingBeforeItIsItsSibling() {
        #expect(tree("# A\n\n### File Limit Exceeded\n\nt\n\n**Table Limit Exceeded**\n\nt\n").last == "Table Limit Exceeded < A")
    }

    // MARK: Pages

    @Test(arguments: [
        ("# It won't start\n\n## Fix\n\n1. Pull it\n", Guide.PageKind.knownError),
        ("## Description\n\nt\n\n## Cause\n\nt\n\n## Solution\n\nt\n", .knownError),
        ("# It won't start\n\n## Solution #1\n\n1. Pull it\n\n## Solution #2\n\n1. Push it\n", .troubleshooting),
        ("# Troubleshooting\n\n## It fails\n\n1. Pull it\n", .troubleshooting),
        (
            "# Emails land in spam\n\n## Possible causes\n\n### The domain is new\n\n1. Wait a week\n\n### The sender is unknown\n\n1. Add the sender\n\n## Contact support\n\nSend us the log.\n",
            .troubleshooting
        ),
        ("# FAQ\n\n## What is it?\n\nt\n\n## Is it free?\n\nt\n", .faq),
        ("# Install it\n\n1. Open it\n2. Click it\n3. Close it\n", .procedure),
        ("## Description\n\nt\n\n## Step 1: Open it\n\n1. Press it\n\n## Step 2: Close it\n\n1. Press it\n", .procedure),
        ("# Error codes\n\n## Invalid input\n\nt\n", .reference), ("# Get deleted messages\n\n## Parameters\n\nt\n", .reference),
        ("# Error handling\n\n1. Check the input\n2. Return it\n", .reference),
    ]) func pagesAreTold(text: String, kind: Guide.PageKind) { #expect(guide(text).kind == kind) }

    @Test func aSectionOfAnotherPageMayHaveATree() {
        let guide = guide(
            "# The product\n\n## Install\n\n1. Get it\n2. Run it\n3. See it\n\n## Troubleshooting\n\n### It fails to start\n\n1. Restart it\n"
        )
        #expect(guide.kind == .procedure && guide.hasTree)
        #expect(guide.nodes.map(\.kind) == [.procedure, .procedure, .group, .condition])
    }

    // MARK: Nodes

    @Test func nodesAreToldByTheirWordingAndPlace() {
        #expect(
            kinds(
                "# It fails\n\n## The fuse is blown\n\n1. Replace it\n\n## Confirm the cable is in\n\n1. Look\n\n## Refresh the page\n\n1. Press it\n\n## If the issue persists\n\nSend us the log.\n\n## See also\n"
            ) == [
                "condition It fails", "cause The fuse is blown", "check Confirm the cable is in", "remedy Refresh the page",
                "escalation If the issue persists", "info See also",
            ])
    }

    @Test func statementsThatBeginLikeAnInstructionAreNone() {
        #expect(
            kinds("# Troubleshooting\n\n## Login methods missing\n\n1. Add one\n\n## Test fails\n\n1. Repeat it\n") == [
                "group Troubleshooting", "condition Login methods missing", "condition Test fails",
            ])
        #expect(
            kinds("# Troubleshooting\n\n## If the light is red\n\n1. Press it\n\n## If the light is off\n\n1. Plug it in\n").dropFirst()
                == ["condition If the light is red", "condition If the light is off"])
    }

    // MARK: Steps

    @Test func stepsAreWhatTheReaderDoes() {
        let text =
            "# It fails\n\n## Check the list\n\nGo to **Setup**. It is there.\n\nLook for one of the following:\n\n* Red\n* Blue\n\nConfirm the user has:\n\n* Access\n\nYou will see a list.\n\n**Fix:**\\\nYou’ll need to install it.\n\n**Note:** press nothing.\n"
        #expect(
            steps(text) == [
                "5 Go to Setup. It is there.", "7 Look for one of the following:", "14 Access", "19 You’ll need to install it.",
            ])
    }

    @Test func aListOfConsequencesHasNone() {
        #expect(
            steps("# It fails\n\n## Check the mode\n\nIf it is on:\n\n* Nothing is shown\n* The light is red\n\n**Fix:** Switch it off.\n")
                == ["10 Switch it off."])
    }

    // MARK: Flags

    @Test func whatTheAuthorStatesIsKept() {
        let guide = guide(
            "# It fails\n\n## The most likely cause\n\n90% of the time it is this.\n\n1. Pull it\n\n## Other possible causes\n\nThe other 10% of the time, in order of likelihood:\n\n### 1. Check a\n\n1. Look\n\n### 2. Check b\n\n1. Look\n"
        )
        #expect(guide.nodes.map(\.likelihood) == [nil, 0.9, 0.1, nil, nil])
        #expect(guide.nodes.map(\.isOrdered) == [true, false, true, false, false])
        #expect(self.guide("# It fails\n\n## Troubleshooting\n\n1. Pull it\n2. Push it\n").nodes.last?.stepMode == .untilFixed)
    }

    // MARK: Other languages

    @Test func structureIsReadInAnyLanguage() {
        let guide = guide(
            "---\nguide: true\n---\n# Der Drucker druckt nicht\n\n## 1. Das Kabel ist lose\n\n1. Kabel einstecken\n2. Drucker einschalten\n\n## 2. Das Papier fehlt\n\n1. Papier einlegen\n\n## Hintergrund\n\nText.\n"
        )
        #expect(guide.nodes.map(\.kind) == [.condition, .cause, .cause, .info])
        #expect(guide.nodes.map(\.isOrdered) == [true, false, false, false])
        #expect(guide.nodes.flatMap(\.steps).map(\.text) == ["Kabel einstecken", "Drucker einschalten", "Papier einlegen"])
        #expect(GuideTransitions(guide).unresolved(at: 1) == .node(2))
    }

    // MARK: Ways

    @Test func theWayLeadsToTheEscalationLast() {
        let guide = guide("# It fails\n\n## Contact support\n\nSend us the log.\n\n## Fix\n\n1. Pull it\n")
        let walk = GuideTransitions(guide)
        #expect(walk.start == .node(0))
        #expect(walk.unresolved(at: 0) == .node(2))
        #expect(walk.unresolved(at: 2) == .escalation(1))
        #expect(walk.unresolved(at: 1) == .end)
    }

    @Test func theLikeliestIsTriedFirst() {
        let guide = guide(
            "# It fails\n\n## The fuse is broken\n\n20% of the time.\n\n1. Replace it\n\n## The cable is broken\n\n70% of the time.\n\n1. Replace it\n"
        )
        #expect(GuideTransitions(guide).unresolved(at: 0) == .node(2))
        #expect(GuideTransitions(guide).unresolved(at: 2) == .node(1))
        #expect(GuideTransitions(guide).unresolved(at: 1) == .end)
    }

    @Test func oneOfSeveralConditionsIsChosen() {
        let guide = guide("# Troubleshooting\n\n## It fails to start\n\n1. Pull it\n\n## It fails to stop\n\n1. Push it\n")
        #expect(GuideTransitions(guide).start == .choice([1, 2]))
        #expect(GuideTransitions(guide).unresolved(at: 1) == .end)
    }
}

@Suite struct ErrorNameTests {
    @Test(arguments: [
        ("Error 0x80070005", "0x80070005"), ("`ERR_CONNECTION_REFUSED` in the browser", "ERR_CONNECTION_REFUSED"),
        ("java.lang.NullPointerException", "java.lang.NullPointerException"),
        ("“TypeError”: what to do", "TypeError"), ("NT_ERR_2", "NT_ERR_2"),
    ])
    func namesOfErrorsAreKnown(_ title: String, _ name: String) { #expect(ErrorName.find(in: title) == name) }

    @Test(arguments: ["Error codes", "Handle errors", "Error", "0x12 and more", "MAX_SIZE", "The Exception", "Terror", ""])
    func otherWordsAreNone(_ title: String) { #expect(ErrorName.find(in: title) == nil) }
}

@Suite struct ConditionalTitleTests {
    private func kinds(_ text: String) -> [Guide.Node.Kind] {
        Guide(reading: Document(parsing: Source(file: "a.md", raw: Array(text.utf8))), pack: .english).nodes.map(\.kind)
    }

    @Test func titlesThatBeginWithWhatIsSeenAreConditions() {
        let text = "# Printer problems\n\n## If the light is red:\n\n1. Open the tray\n\n## If the light is blinking:\n\n1. Switch it off\n"
        #expect(kinds(text) == [.group, .condition, .condition])
    }

    @Test func titlesThatBeginWithWhatTheReaderHasAreNone() {
        let text = "# Set up the agent\n\n## If you use Linux\n\n1. Run it\n\n## If you use Windows\n\n1. Click it\n"
        #expect(!kinds(text).contains(.condition))
    }
}
