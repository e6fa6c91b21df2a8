import Bytes

extension Diagnostic {
    /// The one form in which a finding is printed: `path:line:column: severity: message [rule-id]`, then `  help: …`.
    /// - Parameter styled: with ANSI colours, for a terminal.
    public func text(styled: Bool = false) -> String {
        let place = "\(file.shownPath.printable):\(position.line):\(position.column):"
        let message = message.printable
        var text: String
        if styled {
            let colour = severity == .error ? "\u{1B}[31m" : "\u{1B}[33m"
            text = "\u{1B}[1m\(place)\u{1B}[0m \(colour)\(severity.rawValue):\u{1B}[0m \(message) \u{1B}[2m[\(rule.rawValue)]\u{1B}[0m"
        } else {
            text = "\(place) \(severity.rawValue): \(message) [\(rule.rawValue)]"
        }
        if let help { text += "\n  help: \(help.printable)" }
        return text
    }

    /// The finding as one member of the `diagnostics` array of `--json`.
    public var json: JSON {
        .object([
            ("path", .string(file.shownPath)), ("line", .integer(position.line)), ("column", .integer(position.column)),
            ("severity", .string(severity.rawValue)), ("rule", .string(rule.rawValue)), ("message", .string(message)),
            ("help", help.map(JSON.string) ?? .null),
        ])
    }
}

extension String {
    /// Content may hold escape sequences; what a message quotes must neither drive the writer's terminal nor break the line.
    var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "\u{FFFD}" : scalar
                }))
    }
}
