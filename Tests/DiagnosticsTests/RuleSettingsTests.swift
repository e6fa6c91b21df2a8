import Diagnostics
import Testing

@Suite struct RuleSettingsTests {
    @Test func changesSeveritiesAndRemovesRulesThatAreOff() {
        var rules = RuleSettings()
        rules[.linkTarget] = .error
        rules[.headingSkip] = .off
        let diagnostics = rules.applied(to: [
            Diagnostic(.linkTarget, in: "a", ""), Diagnostic(.headingSkip, in: "a", ""), Diagnostic(.linkCase, in: "a", ""),
        ])
        #expect(diagnostics.map(\.rule) == [.linkTarget, .linkCase])
        #expect(diagnostics.map(\.severity) == [.error, .warning])
    }
}
