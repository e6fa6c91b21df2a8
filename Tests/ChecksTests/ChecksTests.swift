import Diagnostics
import Testing

@testable import Checks

@Suite struct IgnoreCommentTests {
    private func cover(_ text: String, _ rule: Rule, line: Int) -> Bool {
        IgnoreComments(in: Array(text.utf8)).cover(Diagnostic(rule, path: "a.md", at: SourcePosition(line: line, column: 1), ""))
    }

    @Test func aCommentSpeaksForItsLineAndTheNextThatIsNotEmpty() {
        let text = "one\n<!-- kbgen-ignore link-target -->\n\nfour\nfive"
        #expect([1, 2, 3, 4, 5].map { cover(text, .linkTarget, line: $0) } == [false, true, false, true, false])
        #expect(!cover(text, .linkCase, line: 4))
    }

    @Test func withoutRulesAllAreMeant() {
        #expect(cover("text <!-- kbgen-ignore -->", .linkCase, line: 1))
    }

    @Test func severalRulesAndAllLanguages() {
        #expect(cover("# kbgen-ignore: link-case, link-target\nx", .linkTarget, line: 2))
        #expect(cover("{{! kbgen-ignore template-name }}\nx", .templateName, line: 2))
        #expect(!cover("{{! kbgen-ignore template-name }}\nx", .templateSyntax, line: 2))
    }

    @Test func aWholeFile() {
        let text = "a\n<!-- kbgen-ignore-file page-long -->"
        #expect(cover(text, .pageLong, line: 1))
        #expect(!cover(text, .headingSkip, line: 1))
    }
}

@Suite struct RuleSettingTests {
    @Test func severitiesAreAsTheSiteSaysOrTheDefault() {
        var rules = RuleSettings()
        rules[.linkTarget] = .error
        rules[.headingSkip] = .off
        let judged = rules.judging([Diagnostic(.linkTarget, path: "a", ""), Diagnostic(.headingSkip, path: "a", ""), Diagnostic(.linkCase, path: "a", "")])
        #expect(judged.map(\.rule) == [.linkTarget, .linkCase])
        #expect(judged.map(\.severity) == [.error, .warning])
    }
}
