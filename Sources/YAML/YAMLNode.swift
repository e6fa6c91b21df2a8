import Diagnostics

/// A YAML value with its place in the file. Scalars stay as written; the accessors read them by YAML 1.2's core schema.
public struct YAMLNode: Sendable, Equatable {
    /// What the node is.
    public enum Content: Sendable, Equatable {
        /// `plain` is false for quoted and block scalars, which are always strings.
        case scalar(String, plain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    /// A key of a mapping with its value.
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

    /// The text of a scalar; nil for null, sequences and mappings.
    public var string: String? {
        guard case .scalar(let text, _) = content, !isNull else { return nil }
        return text
    }

    /// `true` or `false`, unquoted, in any of YAML's spellings.
    public var bool: Bool? {
        guard case .scalar(let text, plain: true) = content else { return nil }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        default: return nil
        }
    }

    /// A whole number, unquoted, in decimal.
    public var integer: Int? {
        guard case .scalar(let text, plain: true) = content else { return nil }
        return Int(text)
    }

    /// The elements of a sequence.
    public var elements: [YAMLNode]? {
        guard case .sequence(let nodes) = content else { return nil }
        return nodes
    }

    /// The entries of a mapping in the order of the file; an empty mapping for null, as GitBook writes `redirects:`.
    public var entries: [Entry]? {
        if case .mapping(let entries) = content { return entries }
        return isNull ? [] : nil
    }

    /// The value of a key of a mapping; the last one where a key is written twice.
    public subscript(key: String) -> YAMLNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.last { $0.key == key }?.value
    }
}

/// What is wrong with a YAML text, and where.
public struct YAMLError: Error, Sendable, Equatable {
    public let message: String
    public let position: SourcePosition
}
