import Bytes

/// A GitBook tag in a text.
public struct BlockTag {
    public enum Role: Equatable {
        case opening
        /// Closes the tag with this index.
        case closing(Int)
        /// Needs no closing tag and has none.
        case void
        /// A closing tag without an opening one.
        case stray
    }

    public let name: BlockName
    /// The name as written, without `end`.
    public let writtenName: String
    public let attributes: [Attribute]
    /// The content that is not an attribute: the path of an `include`, the condition of an `if`.
    public let argument: String
    /// The tag's range in the original text.
    public let range: Range<Int>
    public var role: Role

    /// Reads the text between `{%` and `%}`.
    ///
    /// - Parameters:
    ///   - text: the text between the delimiters.
    ///   - range: the range of the tag with its delimiters.
    ///   - isPlugin: whether an unknown name is a plug-in's.
    /// - Returns: nil if it is not one of GitBook's tags.
    public init?(_ text: ArraySlice<UInt8>, range: Range<Int>, isPlugin: (String) -> Bool) {
        var body = text
        if body.first == .hyphen { body.removeFirst() }
        if body.last == .hyphen { body.removeLast() }
        body = body.drop(while: \.isASCIIWhitespace)
        let word = body.prefix { !$0.isASCIIWhitespace && $0 != .quote && $0 != .equals }
        var written = String(decoding: word, as: UTF8.self)
        let isClosing = written.hasPrefix("end") && written.utf8.count > 3
        if isClosing { written.removeFirst(3) }
        let remainder = body[word.endIndex...]
        let hasArguments = remainder.contains { !$0.isASCIIWhitespace }
        if let known = BlockName(rawValue: written), known != .integration, known != .plugin, known != .footnote {
            name = known
        } else if written.hasPrefix("@"), written.utf8.contains(.slash) {
            name = .integration
        } else if !hasArguments, isPlugin(written) {
            name = .plugin
        } else {
            return nil
        }
        writtenName = written
        self.range = range
        role = isClosing ? .stray : .opening
        (attributes, argument) =
            name == .if || name == .elif ? ([], String(decoding: remainder, as: UTF8.self).trimmed) : Self.arguments(remainder)
    }

    /// A tag for a construct that is not written as one.
    public init(_ name: BlockName, argument: String, role: Role, range: Range<Int>) {
        self.name = name
        writtenName = name.rawValue
        attributes = []
        self.argument = argument
        self.range = range
        self.role = role
    }

    /// Reads `name="value"`, `name='value'` and `name=value`. The first thing that is no attribute is the argument.
    private static func arguments(_ text: ArraySlice<UInt8>) -> ([Attribute], String) {
        var attributes: [Attribute] = []
        var argument = ""
        var remainder = text.drop(while: \.isASCIIWhitespace)
        while let first = remainder.first {
            if first == .quote || first == .apostrophe {
                let value = quoted(&remainder)
                if argument.isEmpty { argument = value }
            } else {
                let word = remainder.prefix { !$0.isASCIIWhitespace && $0 != .equals }
                remainder = remainder[word.endIndex...]
                let next = remainder.drop(while: \.isASCIIWhitespace)
                if next.first == .equals {
                    remainder = next.dropFirst().drop(while: \.isASCIIWhitespace)
                    let value = remainder.first == .quote || remainder.first == .apostrophe ? quoted(&remainder) : bare(&remainder)
                    attributes.append(Attribute(name: String(decoding: word.map(\.asciiLowercased), as: UTF8.self), value: value))
                } else if argument.isEmpty {
                    argument = String(decoding: word, as: UTF8.self)
                }
                if word.isEmpty, remainder.first == first { remainder.removeFirst() }
            }
            remainder = remainder.drop(while: \.isASCIIWhitespace)
        }
        return (attributes, argument)
    }

    private static func bare(_ remainder: inout ArraySlice<UInt8>) -> String {
        let value = remainder.prefix { !$0.isASCIIWhitespace }
        remainder = remainder[value.endIndex...]
        return String(decoding: value, as: UTF8.self)
    }

    /// Removes a quoted value from the text and returns it. A backslash escapes punctuation.
    private static func quoted(_ remainder: inout ArraySlice<UInt8>) -> String {
        let quote = remainder.removeFirst()
        var value: [UInt8] = []
        while let byte = remainder.popFirst(), byte != quote {
            if byte == .backslash, let next = remainder.first, next.isASCIIPunctuation {
                value.append(remainder.removeFirst())
            } else {
                value.append(byte)
            }
        }
        return CharacterReferences.decode(value[...])
    }
}
