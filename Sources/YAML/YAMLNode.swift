import Diagnostics

/// A YAML value with its position in the file. Scalars keep their spelling; the accessors interpret it by the core schema of YAML 1.2
/// (https://yaml.org/spec/1.2.2/#103-core-schema).
public struct YAMLNode: Sendable, Equatable {
    /// The kind of the node and its content.
    public enum Content: Sendable, Equatable {
        /// `plain` is false for quoted and block scalars, which are always strings.
        case scalar(String, plain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    /// A key of a mapping and its value.
    public struct Entry: Sendable, Equatable {
        public let key: String
        public let keyPosition: SourcePosition
        public let value: YAMLNode
    }

    public let content: Content
    public let position: SourcePosition

    /// True for an absent value, `~` and `null`.
    public var isNull: Bool {
        guard case .scalar(let text, plain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// The text of a scalar of any type; nil for null, sequences and mappings.
    public var string: String? {
        guard case .scalar(let text, _) = content, !isNull else { return nil }
        return text
    }

    /// The value of an unquoted `true` or `false` in any of YAML's spellings.
    public var bool: Bool? {
        guard case .scalar(let text, plain: true) = content else { return nil }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    /// The value of an unquoted decimal integer.
    public var integer: Int? {
        guard case .scalar(let text, plain: true) = content else { return nil }
        return Int(text)
    }

    /// The elements of a sequence.
    public var elements: [YAMLNode]? {
        guard case .sequence(let nodes) = content else { return nil }
        return nodes
    }

    /// The entries of a mapping in the order of the file; empty for null, because GitBook writes an empty mapping as `redirects:`.
    public var entries: [Entry]? {
        if case .mapping(let entries) = content { return entries }
        return isNull ? [] : nil
    }

    /// The value of a key of a mapping. YAML does not allow equal keys; if a file has them, the last one counts, as in JavaScript's
    /// `JSON.parse`.
    public subscript(key: String) -> YAMLNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.last { $0.key == key }?.value
    }
}
