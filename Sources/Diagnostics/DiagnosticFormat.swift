import Bytes

/// Diagnostics in the formats of other programs.
public enum DiagnosticFormat {
    /// A SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), the format that code hosts and editors read.
    /// - Parameters:
    ///   - version: the version of kbgen.
    ///   - location: returns the path of a diagnostic's file, absolute or relative to the working folder.
    public static func sarif(_ diagnostics: [Diagnostic], version: String, location: (Diagnostic) -> String) -> JSON {
        let rules = Set(diagnostics.map(\.rule)).sorted { $0.rawValue < $1.rawValue }
        let indices = Dictionary(zip(rules, rules.indices)) { first, _ in first }
        return .object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            (
                "runs",
                .array([
                    .object([
                        (
                            "tool",
                            .object([
                                (
                                    "driver",
                                    .object([
                                        ("name", .string("kbgen")), ("version", .string(version)),
                                        (
                                            "rules",
                                            .array(
                                                rules.map { rule in
                                                    .object([
                                                        ("id", .string(rule.rawValue)),
                                                        ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
                                                    ])
                                                })
                                        ),
                                    ])
                                )
                            ])
                        ),
                        ("columnKind", .string("unicodeCodePoints")),
                        ("results", .array(diagnostics.map { result($0, indices[$0.rule] ?? 0, location($0)) })),
                    ])
                ])
            ),
        ])
    }

    private static func result(_ diagnostic: Diagnostic, _ index: Int, _ location: String) -> JSON {
        var uri: [UInt8] = location.hasPrefix("/") ? Array("file://".utf8) : []
        uri.write(pathEncoding: location)
        let text = diagnostic.message + (diagnostic.help.map { "\nhelp: " + $0 } ?? "")
        return .object([
            ("ruleId", .string(diagnostic.rule.rawValue)), ("ruleIndex", .integer(index)), ("level", .string(diagnostic.severity.rawValue)),
            ("message", .object([("text", .string(text))])),
            (
                "locations",
                .array([
                    .object([
                        (
                            "physicalLocation",
                            .object([
                                ("artifactLocation", .object([("uri", .string(String(decoding: uri, as: UTF8.self)))])),
                                (
                                    "region",
                                    .object([
                                        ("startLine", .integer(diagnostic.position.line)),
                                        ("startColumn", .integer(diagnostic.position.column)),
                                    ])
                                ),
                            ])
                        )
                    ])
                ])
            ),
        ])
    }

    /// A workflow command that makes GitHub Actions show the diagnostic at its line
    /// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
    public static func gitHub(_ diagnostic: Diagnostic, location: String) -> String {
        let text = diagnostic.message + (diagnostic.help.map { "\nhelp: " + $0 } ?? "")
        let properties =
            "file=\(location.escapedForProperty),line=\(diagnostic.position.line),col=\(diagnostic.position.column),title=\(diagnostic.rule.rawValue)"
        return "::\(diagnostic.severity.rawValue) \(properties)::\(text.escapedForCommand)"
    }
}

extension String {
    fileprivate var escapedForCommand: String {
        replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    fileprivate var escapedForProperty: String { escapedForCommand.replacing(":", with: "%3A").replacing(",", with: "%2C") }
}
