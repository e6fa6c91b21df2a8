/// Templates that can include one another as partials, by their names.
public struct TemplateSet: Sendable {
    let templates: [String: Template]

    public init(_ templates: [Template]) {
        self.templates = Dictionary(templates.map { ($0.name, $0) }) { _, last in last }
    }

    public subscript(name: String) -> Template? { templates[name] }
}
