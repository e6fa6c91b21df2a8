import YAML

/// A description of an HTTP API: OpenAPI 3 (https://spec.openapis.org/oas/v3.1.0.html) or Swagger 2
/// (https://swagger.io/specification/v2/), as JSON or YAML. References (`$ref`) are resolved within the file; nothing is fetched.
public struct Specification: Sendable {
    private let root: YAMLNode

    /// Nil if the file is not such a description.
    public init?(parsing bytes: [UInt8]) {
        guard let node = (try? YAMLNode(parsing: bytes)) ?? nil, node["openapi"] != nil || node["swagger"] != nil || node["paths"] != nil
        else { return nil }
        root = node
    }

    /// The operation of a path; nil if there is none. The case of `method` does not matter.
    public func operation(method: String, path: String) -> Operation? {
        guard let item = root["paths"]?[path].map(resolved) else { return nil }
        return operation(in: item, method, path)
    }

    /// The request that the API sends to its users for an event; nil if there is none.
    public func webhook(name: String, method: String) -> Operation? {
        guard let item = (root["webhooks"] ?? root["x-webhooks"])?[name].map(resolved) else { return nil }
        return operation(in: item, method, name)
    }

    /// The properties of a named schema; nil if there is none of this name.
    public func schema(named name: String) -> [Property]? {
        guard let node = root["components"]?["schemas"]?[name] ?? root["definitions"]?[name] else { return nil }
        return properties(of: node)
    }

    // MARK: Operations

    private func operation(in item: YAMLNode, _ method: String, _ path: String) -> Operation? {
        guard let node = item[method.lowercased()] else { return nil }
        let parameters = ((item["parameters"]?.elements ?? []) + (node["parameters"]?.elements ?? [])).map(resolved)
        var body = node["requestBody"].map(resolved).map(media) ?? []
        // In Swagger 2, the body is one of the parameters.
        for parameter in parameters where parameter["in"]?.string == "body" {
            body.append(Operation.Media(type: "application/json", properties: parameter["schema"].map(properties) ?? []))
        }
        return Operation(
            method: method.uppercased(), path: path, server: server, summary: node["summary"]?.string,
            description: node["description"]?.string,
            parameters: parameters.filter { $0["in"]?.string != "body" }.map(parameter), body: body,
            responses: (node["responses"]?.entries ?? []).map { entry in
                let response = resolved(entry.value)
                // Swagger 2 has the schema in the response itself.
                let untyped = response["schema"].map { [Operation.Media(type: "", properties: properties(of: $0))] } ?? []
                return Operation.Response(status: entry.key, description: response["description"]?.string, media: media(response) + untyped)
            })
    }

    private var server: String {
        if let url = root["servers"]?.elements?.first?["url"]?.string { return url }
        guard let host = root["host"]?.string else { return root["basePath"]?.string ?? "" }
        return "https://" + host + (root["basePath"]?.string ?? "")
    }

    private func parameter(_ node: YAMLNode) -> Property {
        let schema = node["schema"].map(resolved) ?? node
        return Property(
            name: node["name"]?.string ?? "", location: node["in"]?.string, type: type(of: schema),
            isRequired: node["required"]?.bool ?? false,
            description: node["description"]?.string ?? schema["description"]?.string, values: values(schema), depth: 0)
    }

    private func media(_ node: YAMLNode) -> [Operation.Media] {
        (node["content"]?.entries ?? []).map { entry in
            Operation.Media(type: entry.key, properties: entry.value["schema"].map(properties) ?? [])
        }
    }

    // MARK: Schemas

    private static let maxDepth = 6
    private static let maxProperties = 400

    private func properties(of schema: YAMLNode) -> [Property] {
        var expansion = Expansion()
        add(schema, ancestors: [], depth: 0, nesting: 0, to: &expansion)
        return expansion.properties
    }

    /// What a schema has been expanded to. Schemas that refer to one another could grow without end.
    private struct Expansion {
        var properties: [Property] = []
        /// The schemas that have been looked at.
        var visited = 0
        /// The bytes of the descriptions.
        var described = 0

        static let maxVisited = 4_000
        static let maxNesting = 64
        static let maxDescribed = 256 * 1024

        mutating func append(_ property: Property) {
            described += property.description?.utf8.count ?? 0
            properties.append(property)
        }
    }

    /// - Parameter ancestors: the references that led to this schema. A schema that contains itself is not expanded again.
    private func add(_ schema: YAMLNode, ancestors: Set<String>, depth: Int, nesting: Int, to expansion: inout Expansion) {
        guard depth < Self.maxDepth, expansion.properties.count < Self.maxProperties, nesting < Expansion.maxNesting,
            expansion.visited < Expansion.maxVisited
        else { return }
        expansion.visited += 1
        var ancestors = ancestors
        if let name = schema["$ref"]?.string, !ancestors.insert(name).inserted { return }
        let node = resolved(schema)
        let subschemas = ["allOf", "oneOf", "anyOf"].flatMap { node[$0]?.elements ?? [] }
        for subschema in subschemas { add(subschema, ancestors: ancestors, depth: depth, nesting: nesting + 1, to: &expansion) }
        if let items = node["items"] { return add(items, ancestors: ancestors, depth: depth, nesting: nesting + 1, to: &expansion) }
        let required = Set((node["required"]?.elements ?? []).compactMap(\.string))
        for entry in node["properties"]?.entries ?? [] {
            let property = resolved(entry.value)
            let description = expansion.described < Expansion.maxDescribed ? property["description"]?.string : nil
            expansion.append(
                Property(
                    name: entry.key, location: nil, type: type(of: property), isRequired: required.contains(entry.key),
                    description: description, values: values(property), depth: depth))
            add(entry.value, ancestors: ancestors, depth: depth + 1, nesting: nesting + 1, to: &expansion)
        }
    }

    private func values(_ node: YAMLNode) -> [String] { (node["enum"]?.elements ?? []).compactMap(\.string) }

    /// - Parameter depth: the number of arrays around the type. The items of an array can be such an array again.
    private func type(of node: YAMLNode, depth: Int = 0) -> String {
        let name =
            node["type"]?.string ?? node["type"]?.elements?.compactMap(\.string).joined(separator: " | ")
            ?? (node["properties"] == nil ? "" : "object")
        if name == "array", depth < Self.maxDepth, let items = node["items"] { return type(of: resolved(items), depth: depth + 1) + "[]" }
        return node["format"]?.string.map { name.isEmpty ? $0 : "\(name) (\($0))" } ?? name
    }

    /// The target of a `$ref`, a JSON pointer into the file (https://www.rfc-editor.org/rfc/rfc6901; `~1` stands for `/`), following at
    /// most ten references. The node itself if it has no reference or the target is missing.
    private func resolved(_ node: YAMLNode) -> YAMLNode {
        var node = node
        for _ in 0..<10 {
            guard let pointer = node["$ref"]?.string, pointer.hasPrefix("#/") else { return node }
            var target: YAMLNode? = root
            for component in pointer.dropFirst(2).split(separator: "/") {
                target = target?[component.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")]
            }
            guard let target else { return node }
            node = target
        }
        return node
    }
}
