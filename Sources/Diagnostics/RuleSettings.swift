/// A site's settings for rules: severities that differ from the default, and rules that are off.
public struct RuleSettings: Sendable, Equatable {
    /// The value of a rule in the settings.
    public enum Level: String, Sendable, CaseIterable {
        case error, warning, off
    }

    private var settings: [Rule: Level] = [:]

    public init() {}

    public subscript(rule: Rule) -> Level? {
        get { settings[rule] }
        set { settings[rule] = newValue }
    }

    /// The diagnostics with these severities, without those of rules that are off.
    public func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard !settings.isEmpty else { return diagnostics }
        return diagnostics.compactMap { diagnostic in
            var diagnostic = diagnostic
            switch settings[diagnostic.rule] {
            case .off: return nil
            case .error: diagnostic.severity = .error
            case .warning: diagnostic.severity = .warning
            case nil: break
            }
            return diagnostic
        }
    }
}
