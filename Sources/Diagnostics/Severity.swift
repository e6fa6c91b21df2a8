/// The severity of a diagnostic. Errors make a build exit with 1; warnings do so only with `--strict`.
public enum Severity: String, Sendable, Comparable {
    case warning, error

    public static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
}
