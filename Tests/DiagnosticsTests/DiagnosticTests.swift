import Foundation
import Testing

@testable import Diagnostics

@Suite struct DiagnosticTests {
    private let diagnostic = Diagnostic(
        .linkTarget, in: "a/b.md", at: SourcePosition(line: 3, column: 7), "there is no page “x”", help: "did you mean “y”?")

    @Test func printsPositionSeverityMessageRuleAndHelp() {
        #expect(diagnostic.formatted() == "a/b.md:3:7: warning: there is no page “x” [link-target]\n  help: did you mean “y”?")
    }

    @Test func addsColoursOnlyIfAsked() {
        #expect(!diagnostic.formatted().contains("\u{1B}"))
        #expect(diagnostic.formatted(styled: true).contains("\u{1B}[33mwarning:"))
    }

    @Test func replacesControlCharactersOfTheContent() {
        let hostile = Diagnostic(.linkTarget, in: "a\u{1B}[2J.md", "\u{1B}]0;x\u{7}\nsecond line")
        #expect(!hostile.formatted().contains("\u{1B}"))
        #expect(hostile.formatted().split(separator: "\n").count == 1)
    }

    @Test func sortsByFileThenPosition() {
        let a = Diagnostic(.linkTarget, in: "a.md", at: SourcePosition(line: 9, column: 1), "x")
        let b = Diagnostic(.linkTarget, in: "a.md", at: SourcePosition(line: 10, column: 1), "x")
        let c = Diagnostic(.fileSize, in: "b.md", "x")
        #expect([c, b, a].sorted() == [a, b, c])
    }

    @Test func writesAJSONObject() throws {
        let object = try JSONSerialization.jsonObject(with: Data(diagnostic.json.bytes)) as? [String: Any]
        #expect(Set(try #require(object).keys) == ["path", "line", "column", "severity", "rule", "message", "help"])
        #expect(object?["line"] as? Int == 3)
    }

    @Test(arguments: Rule.allCases)
    func everyRuleHasASectionThatShowsItsMessage(rule: Rule) throws {
        let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = repository.appending(path: "Content/rules")
        let pages = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let sections = try pages.flatMap { try String(contentsOf: $0, encoding: .utf8).components(separatedBy: "\n## ") }
        let own = sections.filter { $0.hasPrefix("\(rule.rawValue)\n") }
        #expect(own.count == 1)
        #expect(own.first?.contains("[\(rule.rawValue)]") == true)
    }
}
