import Foundation
import Testing

@testable import Diagnostics

@Suite struct DiagnosticTests {
    private let finding = Diagnostic(
        .linkTarget, in: "a/b.md", at: SourcePosition(line: 3, column: 7), "there is no page “x”", help: "did you mean “y”?")

    @Test func printsInOneForm() {
        #expect(finding.text() == "a/b.md:3:7: warning: there is no page “x” [link-target]\n  help: did you mean “y”?")
    }

    @Test func stylesOnlyWhenAsked() {
        #expect(!finding.text().contains("\u{1B}"))
        #expect(finding.text(styled: true).contains("\u{1B}[33mwarning:"))
    }

    @Test func contentCannotDriveTheTerminal() {
        let evil = Diagnostic(.linkTarget, in: "a\u{1B}[2J.md", "\u{1B}]0;x\u{7}\nsecond line")
        #expect(!evil.text().contains("\u{1B}"))
        #expect(evil.text().split(separator: "\n").count == 1)
    }

    @Test func sortsByPlace() {
        let a = Diagnostic(.linkTarget, in: "a.md", at: SourcePosition(line: 9, column: 1), "x")
        let b = Diagnostic(.linkTarget, in: "a.md", at: SourcePosition(line: 10, column: 1), "x")
        let c = Diagnostic(.fileSize, in: "b.md", "x")
        #expect([c, b, a].sorted() == [a, b, c])
    }

    @Test func isOneJSONObject() throws {
        let object = try JSONSerialization.jsonObject(with: Data(finding.json.bytes)) as? [String: Any]
        #expect(Set(try #require(object).keys) == ["path", "line", "column", "severity", "rule", "message", "help"])
        #expect(object?["line"] as? Int == 3)
    }

    @Test(arguments: Rule.allCases) func everyRuleHasItsPage(rule: Rule) {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = repository.appending(path: "Content/rules/\(rule.rawValue).md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        #expect(text.contains("[\(rule.rawValue)]"), "the manual shows the message of the rule")
    }
}
