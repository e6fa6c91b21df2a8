import Diagnostics
import Testing

@Suite struct IgnoreCommentsTests {
    private func comments(_ source: String, _ comments: (text: String, line: Int)...) -> IgnoreComments {
        IgnoreComments(comments.map { IgnoreComments.Comment(text: $0.text, line: $0.line) }, in: Array(source.utf8), file: "a.md")
    }

    private func diagnostic(_ rule: Rule, line: Int) -> Diagnostic {
        Diagnostic(rule, in: "a.md", at: SourcePosition(line: line, column: 1), "")
    }

    @Test func aCommentAppliesToItsLineAndTheNextLineThatIsNotBlank() {
        let ignored = comments("one\n<!-- … -->\n\nfour\nfive", (" kbgen-ignore link-target ", 2))
        #expect([1, 2, 3, 4, 5].map { ignored.suppresses(diagnostic(.linkTarget, line: $0)) } == [false, true, false, true, false])
        #expect(!ignored.suppresses(diagnostic(.linkCase, line: 4)))
    }

    @Test func aCommentOfSeveralLinesAppliesToItsFirstAndLastLine() {
        let ignored = comments("<!--\n…\n-->\nfour", ("kbgen-ignore\nlink-target\n", 1))
        #expect([1, 2, 3, 4].map { ignored.suppresses(diagnostic(.linkTarget, line: $0)) } == [true, false, true, true])
    }

    @Test func aCommentWithoutRulesAppliesToAllRules() {
        #expect(comments("text", ("kbgen-ignore", 1)).suppresses(diagnostic(.linkCase, line: 1)))
    }

    @Test func aCommentCanApplyToTheWholeFile() {
        let ignored = comments("a\nb", ("kbgen-ignore-file: page-long, link-case", 2))
        #expect(ignored.suppresses(diagnostic(.pageLong, line: 1)))
        #expect(ignored.suppresses(diagnostic(.linkCase, line: 1)))
        #expect(!ignored.suppresses(diagnostic(.headingSkip, line: 1)))
    }

    @Test func unknownRulesAreReportedAndIgnoreNothing() {
        let ignored = comments("a", ("kbgen-ignore link-targt", 1))
        #expect(!ignored.suppresses(diagnostic(.linkTarget, line: 1)))
        #expect(ignored.diagnostics.map(\.rule) == [.settingUnknown])
        #expect(ignored.diagnostics.first?.help == "did you mean “link-target”?")
    }

    @Test func otherCommentsAreNotDirectives() {
        #expect(!comments("a", ("kbgen-ignored", 1)).suppresses(diagnostic(.linkTarget, line: 1)))
        #expect(!comments("a", ("see kbgen-ignore", 1)).suppresses(diagnostic(.linkTarget, line: 1)))
    }

    @Test(arguments: [("kbgen-ignore", true), ("a <!-- kbgen-ignore-file -->", true), ("kbgen-ignor", false), ("", false)])
    func filesWithoutTheKeywordAreSkipped(source: String, mayContain: Bool) {
        #expect(IgnoreComments.mayOccur(in: Array(source.utf8)) == mayContain)
    }
}
