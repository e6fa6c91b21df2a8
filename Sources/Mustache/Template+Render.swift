import Bytes

extension TemplateSet {
    /// Renders a template; nothing where there is none of that name.
    /// - Returns: UTF-8.
    public func render(_ name: String, with value: Value) -> [UInt8] {
        var renderer = TemplateRenderer(templates: self, stack: [value])
        if let template = templates[name] { renderer.render(template.nodes, of: template) }
        return renderer.out
    }
}

/// Writes the nodes of templates.
private struct TemplateRenderer {
    /// Partials may include one another in a circle; it ends here.
    private static let maxLevels = 40

    let templates: TemplateSet
    var stack: [Value]
    var out: [UInt8] = []
    private var indentation: [UInt8] = []
    private var level = 0

    init(templates: TemplateSet, stack: [Value]) {
        self.templates = templates
        self.stack = stack
    }

    mutating func render(_ nodes: [TemplateNode], of template: Template) {
        for node in nodes {
            switch node {
            case .literal(let range): out.append(contentsOf: template.text[range])
            case .lineStart: if !indentation.isEmpty { out.append(contentsOf: indentation) }
            case .variable(let reference, let isEscaped): write(lookUp(reference.path), isEscaped: isEscaped)
            case .section(let reference, false, let inner): renderSection(lookUp(reference.path), inner, template)
            case .section(let reference, true, let inner):
                if !lookUp(reference.path).isShown { render(inner, of: template) }
            case .partial(let name, let added, _): renderPartial(name, added)
            }
        }
    }

    private mutating func renderPartial(_ name: String, _ added: [UInt8]) {
        guard let partial = templates[name], level < Self.maxLevels else { return }
        let outer = indentation
        indentation += added
        level += 1
        render(partial.nodes, of: partial)
        level -= 1
        indentation = outer
    }

    private mutating func renderSection(_ value: Value, _ inner: [TemplateNode], _ template: Template) {
        guard value.isShown else { return }
        guard case .list(let elements) = value else {
            stack.append(value)
            render(inner, of: template)
            stack.removeLast()
            return
        }
        for element in elements {
            stack.append(element)
            render(inner, of: template)
            stack.removeLast()
        }
    }

    private mutating func write(_ value: Value, isEscaped: Bool) {
        guard case .text(let text) = value else { return }
        isEscaped ? out.write(escaping: text) : out.append(contentsOf: text)
    }

    /// The first name is looked for from the innermost context outwards, the others within what it names.
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
    /// Whether a section of it is rendered.
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
