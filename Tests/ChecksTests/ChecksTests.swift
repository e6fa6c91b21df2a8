import Diagnostics
import Testing

@testable import Checks

@Suite struct IgnoreCommentTests {
    private func comments(_ text: String, _ comments: (text: String, line: Int)...) -> IgnoreComments {
        IgnoreComments(comments.map { IgnoreComments.Comment(text: $0.text, line: $0.line) }, in: Array(text.utf8), file: "a.md")
    }

    private func finding(_ rule: Rule, line: Int) -> Diagnostic {
        Diagnostic(rule, in: "a.md", at: SourcePosition(line: line, column: 1), "")
    }

    @Test func aCommentSpeaksForItsLineAndTheNextThatIsNotEmpty() {
        let ignored = comments("one\n<!-- … -->\n\nfour\nfive", (" kbgen-ignore link-target ", 2))
        #expect([1, 2, 3, 4, 5].map { ignored.cover(finding(.linkTarget, line: $0)) } == [false, true, false, true, false])
        #expect(!ignored.cover(finding(.linkCase, line: 4)))
    }

    @Test func withoutRulesAllAreMeant() {
        #expect(comments("text", ("kbgen-ignore", 1)).cover(finding(.linkCase, line: 1)))
    }

    @Test func aWholeFile() {
        let ignored = comments("a\nb", ("kbgen-ignore-file: page-long, link-case", 2))
        #expect(ignored.cover(finding(.pageLong, line: 1)))
        #expect(ignored.cover(finding(.linkCase, line: 1)))
        #expect(!ignored.cover(finding(.headingSkip, line: 1)))
    }

    @Test func aNameThatIsOfNoRuleIsReportedAndCoversNothing() {
        let ignored = comments("a", ("kbgen-ignore link-targt", 1))
        #expect(!ignored.cover(finding(.linkTarget, line: 1)))
        #expect(ignored.diagnostics.map(\.rule) == [.settingUnknown])
        #expect(ignored.diagnostics.first?.help == "did you mean “link-target”?")
        #expect(!comments("a", ("kbgen-ignored", 1)).cover(finding(.linkTarget, line: 1)))
    }
}

@Suite struct RuleSettingTests {
    @Test func severitiesAreAsTheSiteSaysOrTheDefault() {
        var rules = RuleSettings()
        rules[.linkTarget] = .error
        rules[.headingSkip] = .off
        let judged = rules.applied(to: [
            Diagnostic(.linkTarget, in: "a", ""), Diagnostic(.headingSkip, in: "a", ""), Diagnostic(.linkCase, in: "a", ""),
        ])
        #expect(judged.map(\.rule) == [.linkTarget, .linkCase])
        #expect(judged.map(\.severity) == [.error, .warning])
    }
}
