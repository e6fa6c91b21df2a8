import Paths

/// A problem that is reported to the author of the content: its position, a message and a suggestion.
public struct Diagnostic: Sendable, Hashable {
    public var file: SourceFile
    public var position: SourcePosition
    public var severity: Severity
    public var rule: Rule
    public var message: String
    /// A suggestion for a fix, if there is one.
    public var help: String?

    /// A diagnostic with the default severity of its rule.
    public init(_ rule: Rule, in file: SourceFile, at position: SourcePosition = .start, _ message: String, help: String? = nil) {
        self.file = file
        self.position = position
        self.severity = rule.severity
        self.rule = rule
        self.message = message
        self.help = help
    }
}

extension Diagnostic: Comparable {
    /// By file, position, rule and message: the order in which diagnostics are printed, regardless of the order in which they were found.
    public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        (a.file, a.position, a.rule.rawValue, a.message) < (b.file, b.position, b.rule.rawValue, b.message)
    }
}
