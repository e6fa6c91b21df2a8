import Bytes

extension Diagnostic {
    /// The diagnostic as it is printed: `path:line:column: severity: message [rule-id]`, followed by a line `  help: …` if there is help.
    /// - Parameter styled: adds ANSI colours for a terminal.
    public func formatted(styled: Bool = false) -> String {
        let location = "\(file.displayPath.printable):\(position.line):\(position.column):"
        let message = message.printable
        var text: String
        if styled {
            let colour = severity == .error ? "\u{1B}[31m" : "\u{1B}[33m"
            text = "\u{1B}[1m\(location)\u{1B}[0m \(colour)\(severity.rawValue):\u{1B}[0m \(message) \u{1B}[2m[\(rule.rawValue)]\u{1B}[0m"
        } else {
            text = "\(location) \(severity.rawValue): \(message) [\(rule.rawValue)]"
        }
        if let help { text += "\n  help: \(help.printable)" }
        return text
    }

    /// The diagnostic as an element of the `diagnostics` array that `--json` prints.
    public var json: JSON {
        .object([
            ("path", .string(file.displayPath)), ("line", .integer(position.line)), ("column", .integer(position.column)),
            ("severity", .string(severity.rawValue)), ("rule", .string(rule.rawValue)), ("message", .string(message)),
            ("help", help.map(JSON.string) ?? .null),
        ])
    }
}
