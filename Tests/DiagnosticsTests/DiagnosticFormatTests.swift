import Foundation
import Testing

@testable import Diagnostics

@Suite struct DiagnosticFormatTests {
    private let diagnostic = Diagnostic(
        .yamlSyntax, in: "a.md", at: SourcePosition(line: 3, column: 7), "100 % wrong:\nvery", help: "fix it")

    @Test func escapesWorkflowCommandsOfGitHub() {
        #expect(
            DiagnosticFormat.gitHub(diagnostic, location: "a,b:c.md")
                == "::error file=a%2Cb%3Ac.md,line=3,col=7,title=yaml-syntax::100 %25 wrong:%0Avery%0Ahelp: fix it")
    }

    @Test(arguments: [("docs/a b.md", "docs/a%20b.md"), ("/docs/a b.md", "file:///docs/a%20b.md")])
    func writesSARIFResultsWithTheirRuleAndRegion(location: String, uri: String) throws {
        let log = DiagnosticFormat.sarif([diagnostic, Diagnostic(.linkCase, in: "b.md", "x")], version: "1.2") { _ in location }
        let object = try #require(try JSONSerialization.jsonObject(with: Data(log.bytes)) as? [String: Any])
        let run = try #require((object["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        #expect(driver["version"] as? String == "1.2")
        #expect((driver["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["link-case", "yaml-syntax"])
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(result["ruleIndex"] as? Int == 1)
        #expect(result["level"] as? String == "error")
        let physical = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        #expect((physical["artifactLocation"] as? [String: Any])?["uri"] as? String == uri)
        #expect(physical["region"] as? [String: Int] == ["startLine": 3, "startColumn": 7])
    }
}
