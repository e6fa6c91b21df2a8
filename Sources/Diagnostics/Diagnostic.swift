import Paths

/// A place in a file: line and column, both counted from 1; the column counts Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Comparable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Where a finding about a whole file points.
    public static let start = SourcePosition(line: 1, column: 1)

    public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}

/// How grave a finding is. Errors make a build exit with 1; warnings only under `--strict`.
public enum Severity: String, Sendable, Comparable {
    case warning, error

    public static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
}

/// One finding for the writer: where, what is wrong, and what to do.
public struct Diagnostic: Sendable, Hashable {
    public var file: SourceFile
    public var position: SourcePosition
    public var severity: Severity
    public var rule: Rule
    public var message: String
    /// A suggestion, where there is one.
    public var help: String?

    /// A finding with the severity that its rule has by default.
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
    /// By file, then position, then rule and message: the order in which findings are shown, whatever order they were made in.
    public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        (a.file, a.position, a.rule.rawValue, a.message) < (b.file, b.position, b.rule.rawValue, b.message)
    }
}
