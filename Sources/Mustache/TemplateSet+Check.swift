import Bytes
import Diagnostics

extension TemplateSet {
    /// Reports names in a template and the partials that it includes that do not exist: values, members and partials.
    public func check(_ name: String, against schema: Schema) -> [Diagnostic] {
        guard let template = templates[name] else { return [] }
        var checker = TemplateChecker(templates: self, stack: [schema], active: [name])
        checker.check(template.nodes, in: template)
        return checker.diagnostics
    }
}

/// Walks a template as the renderer does, with schemas instead of values.
private struct TemplateChecker {
    let templates: TemplateSet
    /// The contexts, the innermost last.
    var stack: [Schema]
    /// The templates that are being checked, so that partials that include each other end.
    var active: [String]
    var diagnostics: [Diagnostic] = []

    mutating func check(_ nodes: [TemplateNode], in template: Template) {
        for node in nodes {
            switch node {
            case .literal, .lineStart: break
            case .variable(let reference, _): _ = lookUp(reference, template)
            case .section(let reference, let isInverted, let children):
                let schema = lookUp(reference, template)
                guard !isInverted, let schema else {
                    check(children, in: template)
                    continue
                }
                stack.append(schema.ofElements)
                check(children, in: template)
                stack.removeLast()
            case .partial(let name, _, let position): checkPartial(name, position, template)
            }
        }
    }

    private mutating func checkPartial(_ name: String, _ position: SourcePosition, _ template: Template) {
        guard let partial = templates[name] else {
            let nearest = templates.templates.keys.sorted().nearest(to: name)
            return report(position, template, "there is no partial “\(name)”", help: nearest.map { "did you mean “\($0)”?" })
        }
        guard !active.contains(name) else { return }
        active.append(name)
        check(partial.nodes, in: partial)
        active.removeLast()
    }

    private mutating func lookUp(_ reference: Reference, _ template: Template) -> Schema? {
        guard let first = reference.path.first else { return stack.last }
        guard var schema = stack.lazy.reversed().compactMap({ $0[first] }).first else {
            let names = stack.flatMap(\.names)
            report(reference.position, template, "there is no value “\(first)” here", help: suggestion(first, names))
            return nil
        }
        for name in reference.path.dropFirst() {
            guard let member = schema[name] else {
                report(
                    reference.position, template, "“\(reference.text)” names nothing: there is no “\(name)” in it",
                    help: suggestion(name, schema.names))
                return nil
            }
            schema = member
        }
        return schema
    }

    private func suggestion(_ name: String, _ names: [String]) -> String? {
        if let nearest = names.nearest(to: name) { return "did you mean “\(nearest)”?" }
        return names.isEmpty ? nil : "there are: " + names.sorted().joined(separator: ", ")
    }

    private mutating func report(_ position: SourcePosition, _ template: Template, _ message: String, help: String?) {
        diagnostics.append(Diagnostic(.templateName, in: template.file, at: position, message, help: help))
    }
}

extension Schema {
    /// The schema of the context in a section of this value.
    fileprivate var ofElements: Schema {
        if case .list(let element) = self { return element }
        return self
    }
}
