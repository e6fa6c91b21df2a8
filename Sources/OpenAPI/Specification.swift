import YAML

/// A description of an HTTP interface: OpenAPI 3 or Swagger 2, as JSON or YAML. What it says elsewhere (`$ref`) is looked up in the same
/// file; nothing is fetched.
public struct Specification: Sendable {
    private let root: YAMLNode

    /// - Returns: nil for what is no such description.
    public init?(parsing bytes: [UInt8]) {
        guard let node = (try? YAMLNode(parsing: bytes)) ?? nil, node["openapi"] != nil || node["swagger"] != nil || node["paths"] != nil
        else { return nil }
        root = node
    }

    /// An operation of a path; nil where there is none.
    public func operation(method: String, path: String) -> Operation? {
        guard let item = root["paths"]?[path].map(resolved) else { return nil }
        return operation(in: item, method, path)
    }

    /// What the interface calls at its users.
    public func webhook(name: String, method: String) -> Operation? {
        guard let item = (root["webhooks"] ?? root["x-webhooks"])?[name].map(resolved) else { return nil }
        return operation(in: item, method, name)
    }

    /// A named schema with its parts.
    public func schema(named name: String) -> [Property]? {
        guard let node = root["components"]?["schemas"]?[name] ?? root["definitions"]?[name] else { return nil }
        return properties(of: node)
    }

    // MARK: Operations

    private func operation(in item: YAMLNode, _ method: String, _ path: String) -> Operation? {
        guard let node = item[method.lowercased()] else { return nil }
        let parameters = ((item["parameters"]?.elements ?? []) + (node["parameters"]?.elements ?? [])).map(resolved)
        var body = node["requestBody"].map(resolved).map(media) ?? []
        // Swagger 2 has the body among the parameters.
        for parameter in parameters where parameter["in"]?.string == "body" {
            body.append(Operation.Media(type: "application/json", properties: parameter["schema"].map(properties) ?? []))
        }
        return Operation(
            method: method.uppercased(), path: path, server: server, summary: node["summary"]?.string,
            description: node["description"]?.string,
            isDeprecated: node["deprecated"]?.bool ?? false,
            parameters: parameters.filter { $0["in"]?.string != "body" }.map(parameter), body: body,
            responses: (node["responses"]?.entries ?? []).map { entry in
                let response = resolved(entry.value)
                let own = response["schema"].map { [Operation.Media(type: "", properties: properties(of: $0))] } ?? []
                return Operation.Response(status: entry.key, description: response["description"]?.string, media: media(response) + own)
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

    private static let maxLevels = 6
    private static let maxProperties = 400

    private func properties(of schema: YAMLNode) -> [Property] {
        var properties: [Property] = []
        add(schema, within: [], depth: 0, to: &properties)
        return properties
    }

    /// - Parameter within: the named schemas that this one is a part of; one that contains itself is not unfolded again.
    private func add(_ schema: YAMLNode, within: Set<String>, depth: Int, to properties: inout [Property]) {
        guard depth < Self.maxLevels, properties.count < Self.maxProperties else { return }
        var within = within
        if let name = schema["$ref"]?.string, !within.insert(name).inserted { return }
        let node = resolved(schema)
        let parts = ["allOf", "oneOf", "anyOf"].flatMap { node[$0]?.elements ?? [] }
        for part in parts { add(part, within: within, depth: depth, to: &properties) }
        if let items = node["items"] { return add(items, within: within, depth: depth, to: &properties) }
        let required = Set((node["required"]?.elements ?? []).compactMap(\.string))
        for entry in node["properties"]?.entries ?? [] {
            let property = resolved(entry.value)
            properties.append(
                Property(
                    name: entry.key, location: nil, type: type(of: property), isRequired: required.contains(entry.key),
                    description: property["description"]?.string, values: values(property), depth: depth))
            add(entry.value, within: within, depth: depth + 1, to: &properties)
        }
    }

    private func values(_ node: YAMLNode) -> [String] { (node["enum"]?.elements ?? []).compactMap(\.string) }

    private func type(of node: YAMLNode) -> String {
        let name =
            node["type"]?.string ?? node["type"]?.elements?.compactMap(\.string).joined(separator: " | ")
            ?? (node["properties"] == nil ? "" : "object")
        if name == "array", let items = node["items"] { return type(of: resolved(items)) + "[]" }
        return node["format"]?.string.map { name.isEmpty ? $0 : "\(name) (\($0))" } ?? name
    }

    /// What a `$ref` leads to, by way of no more than a few others.
    private func resolved(_ node: YAMLNode) -> YAMLNode {
        var node = node
        for _ in 0..<10 {
            guard let pointer = node["$ref"]?.string, pointer.hasPrefix("#/") else { return node }
            var target: YAMLNode? = root
            for part in pointer.dropFirst(2).split(separator: "/") {
                target = target?[part.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")]
            }
            guard let target else { return node }
            node = target
        }
        return node
    }
}

/// An operation of an HTTP interface.
public struct Operation: Sendable {
    public let method: String
    public let path: String
    /// The address that the path is appended to; may be empty.
    public let server: String
    public let summary: String?
    public let description: String?
    public let isDeprecated: Bool
    public let parameters: [Property]
    public let body: [Media]
    public let responses: [Response]

    /// Something sent or answered.
    public struct Media: Sendable {
        public let type: String
        public let properties: [Property]
    }

    public struct Response: Sendable {
        public let status: String
        public let description: String?
        public let media: [Media]
    }
}

/// A parameter, or a part of something sent or answered.
public struct Property: Sendable {
    public let name: String
    /// `path`, `query`, `header` or `cookie`; nil for parts of a body.
    public let location: String?
    public let type: String
    public let isRequired: Bool
    public let description: String?
    /// What it can be; empty where anything.
    public let values: [String]
    /// How many others it is a part of.
    public let depth: Int
}

extension YAMLNode {
    /// The value of a key.
    fileprivate subscript(key: String) -> YAMLNode? { entries?.first { $0.key == key }?.value }
}
