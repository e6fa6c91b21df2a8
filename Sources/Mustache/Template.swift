import Diagnostics
import Paths

/// A compiled Mustache template (the language of mustache(5): variables, sections, inverted sections, partials, comments and
/// changed delimiters; no lambdas).
public struct Template: Sendable {
    /// The file's name, without `.mustache`: what a partial calls it.
    public let name: String
    /// How diagnostics name the file.
    public let file: SourceFile
    let nodes: [TemplateNode]
    let text: [UInt8]
}

/// A piece of a template.
enum TemplateNode: Sendable {
    /// Literal text: a range of the template's bytes.
    case literal(Range<Int>)
    /// White space that a partial's indentation adds at the start of a line of the partial.
    case lineStart
    case variable(Reference, isEscaped: Bool)
    case section(Reference, isInverted: Bool, [TemplateNode])
    case partial(String, indentation: [UInt8], SourcePosition)
}

/// A name in a template: `.`, or names joined by dots.
struct Reference: Sendable {
    let path: [String]
    let position: SourcePosition

    var text: String { path.isEmpty ? "." : path.joined(separator: ".") }
}

/// Templates that can include one another.
public struct TemplateSet: Sendable {
    let templates: [String: Template]

    public init(_ templates: [Template]) {
        self.templates = Dictionary(templates.map { ($0.name, $0) }) { _, last in last }
    }

    public subscript(name: String) -> Template? { templates[name] }
}
