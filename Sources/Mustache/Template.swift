import Diagnostics
import Paths

/// A parsed Mustache template (https://mustache.github.io/mustache.5.html): variables, sections, inverted sections, partials, comments and
/// changes of delimiters; no lambdas.
public struct Template: Sendable {
    /// The file name without `.mustache`, by which partial tags refer to the template.
    public let name: String
    /// The file that diagnostics name.
    public let file: SourceFile
    let nodes: [TemplateNode]
    let source: [UInt8]
}

/// A node of a template's syntax tree.
enum TemplateNode: Sendable {
    /// Literal text: a range of the source.
    case literal(Range<Int>)
    /// The start of a line, where the indentation of a partial tag is inserted.
    case lineStart
    case variable(Reference, isEscaped: Bool)
    case section(Reference, isInverted: Bool, [TemplateNode])
    case partial(String, indentation: [UInt8], SourcePosition)
}

/// A name in a tag: `.`, or components separated by dots.
struct Reference: Sendable {
    /// The components; empty for `.`.
    let path: [String]
    let position: SourcePosition

    var text: String { path.isEmpty ? "." : path.joined(separator: ".") }
}
