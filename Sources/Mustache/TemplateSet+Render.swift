import Bytes

extension TemplateSet {
    /// Renders a template with a value as its context; empty if there is no template of this name.
    /// - Returns: UTF-8.
    public func render(_ name: String, with value: Value) -> [UInt8] {
        var renderer = TemplateRenderer(templates: self, stack: [value])
        if let template = templates[name] { renderer.render(template.nodes, of: template) }
        return renderer.output
    }
}

/// Renders the nodes of templates.
private struct TemplateRenderer {
    /// Ends partials that include each other in a cycle.
    private static let maxDepth = 40

    let templates: TemplateSet
    /// The contexts, the innermost last.
    var stack: [Value]
    var output: [UInt8] = []
    private var indentation: [UInt8] = []
    private var depth = 0
    /// How many partials may still be rendered: those that include each other several times would multiply.
    private var partialsLeft = 100_000
    /// How many elements of lists may still be rendered: sections of lists in one another multiply.
    private var elementsLeft = 1_000_000

    init(templates: TemplateSet, stack: [Value]) {
        self.templates = templates
        self.stack = stack
    }

    mutating func render(_ nodes: [TemplateNode], of template: Template) {
        for node in nodes {
            switch node {
            case .literal(let range): output.append(contentsOf: template.source[range])
            case .lineStart: if !indentation.isEmpty { output.append(contentsOf: indentation) }
            case .variable(let reference, let isEscaped): write(lookUp(reference.path), isEscaped: isEscaped)
            case .section(let reference, false, let children): renderSection(lookUp(reference.path), children, template)
            case .section(let reference, true, let children):
                if !lookUp(reference.path).isShown { render(children, of: template) }
            case .partial(let name, let indentation, _): renderPartial(name, indentation)
            }
        }
    }

    private mutating func renderPartial(_ name: String, _ addedIndentation: [UInt8]) {
        guard let partial = templates[name], depth < Self.maxDepth, partialsLeft > 0 else { return }
        partialsLeft -= 1
        let outerIndentation = indentation
        indentation += addedIndentation
        depth += 1
        render(partial.nodes, of: partial)
        depth -= 1
        indentation = outerIndentation
    }

    private mutating func renderSection(_ value: Value, _ children: [TemplateNode], _ template: Template) {
        guard value.isShown else { return }
        guard case .list(let elements) = value else {
            stack.append(value)
            render(children, of: template)
            stack.removeLast()
            return
        }
        for element in elements where elementsLeft > 0 {
            elementsLeft -= 1
            stack.append(element)
            render(children, of: template)
            stack.removeLast()
        }
    }

    private mutating func write(_ value: Value, isEscaped: Bool) {
        guard case .text(let text) = value else { return }
        isEscaped ? output.write(escaping: text) : output.append(contentsOf: text)
    }

    /// Looks up the first component from the innermost context outwards, and the others as members of its value.
    private func lookUp(_ path: [String]) -> Value {
        guard let first = path.first else { return stack.last ?? .absent }
        var index = stack.count - 1
        while index >= 0 {
            if var value = stack[index][first] {
                for name in path.dropFirst() { value = value[name] ?? .absent }
                return value
            }
            index -= 1
        }
        return .absent
    }
}

extension Value {
    /// Whether a section of this value is rendered.
    var isShown: Bool {
        switch self {
        case .absent: false
        case .flag(let isSet): isSet
        case .text(let text): !text.isEmpty
        case .object: true
        case .list(let elements): !elements.isEmpty
        }
    }
}
