import Bytes
import Diagnostics

extension TemplateSet {
    /// What a template and the partials that it includes name that there is not: a value, a member, a partial.
    public func check(_ name: String, against schema: Schema) -> [Diagnostic] {
        guard let template = templates[name] else { return [] }
        var checker = TemplateChecker(templates: self, stack: [schema], including: [name])
        checker.check(template.nodes, in: template)
        return checker.diagnostics
    }
}

/// Walks a template as rendering would, over shapes instead of values.
private struct TemplateChecker {
    let templates: TemplateSet
    var stack: [Schema]
    var including: [String]
    var diagnostics: [Diagnostic] = []

    mutating func check(_ nodes: [TemplateNode], in template: Template) {
        for node in nodes {
            switch node {
            case .literal, .lineStart: break
            case .variable(let reference, _): _ = lookUp(reference, template)
            case .section(let reference, let isInverted, let inner):
                let schema = lookUp(reference, template)
                guard !isInverted, let schema else {
                    check(inner, in: template)
                    continue
                }
                stack.append(schema.ofElements)
                check(inner, in: template)
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
        guard !including.contains(name) else { return }
        including.append(name)
        check(partial.nodes, in: partial)
        including.removeLast()
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
    /// What a section of it is rendered with.
    fileprivate var ofElements: Schema {
        if case .list(let element) = self { return element }
        return self
    }
}
