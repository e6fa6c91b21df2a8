import Diagnostics

/// A syntax error in YAML, with its position in the file.
public struct YAMLError: Error, Sendable, Equatable {
    public let message: String
    public let position: SourcePosition
}
