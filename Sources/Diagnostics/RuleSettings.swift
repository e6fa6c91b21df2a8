/// What a site makes of rules: their severity where it is not the default, and which of them are off.
public struct RuleSettings: Sendable, Equatable {
    /// What can be said of a rule.
    public enum Level: String, Sendable, CaseIterable {
        case error, warning, off
    }

    private var levels: [Rule: Level] = [:]

    public init() {}

    public subscript(rule: Rule) -> Level? {
        get { levels[rule] }
        set { levels[rule] = newValue }
    }

    /// The findings as the site wants them.
    public func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !levels.isEmpty else { return diagnostics }
        return diagnostics.compactMap { diagnostic in
            var diagnostic = diagnostic
            switch levels[diagnostic.rule] {
            case .off: return nil
            case .error: diagnostic.severity = .error
            case .warning: diagnostic.severity = .warning
            case nil: break
            }
            return diagnostic
        }
    }
}
