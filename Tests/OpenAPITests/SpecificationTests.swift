import OpenAPI
import Testing

@Suite struct SpecificationTests {
    private static let pets = """
        openapi: 3.1.0
        servers: [{url: https://api.example.com/v1}, {url: https://test.example.com}]
        paths:
          /pets/{id}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer, format: int64}}
            get:
              summary: Find a pet
              description: Finds it by its number.
              parameters:
                - $ref: '#/components/parameters/fields'
              responses:
                '200':
                  description: The pet
                  content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                default: {$ref: '#/components/responses/Error'}
            put:
              requestBody: {$ref: '#/components/requestBodies/Pet'}
          /alias: {$ref: '#/paths/~1pets~1{id}'}
        webhooks:
          petAdded:
            post: {summary: A pet was added}
        components:
          parameters:
            fields: {name: fields, in: query, description: What to return, schema: {type: array, items: {type: string}}}
          responses:
            Error: {description: It failed}
          requestBodies:
            Pet: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}, text/plain: {}}}
          schemas:
            Pet:
              allOf:
                - $ref: '#/components/schemas/Named'
                - required: [kind]
                  properties:
                    kind: {type: string, enum: [cat, dog]}
                    tags: {type: array, items: {$ref: '#/components/schemas/Tag'}}
            Named:
              properties:
                name: {type: [string, 'null'], description: How it is called}
            Tag: {type: object, properties: {label: {type: string}}}
            Node: {properties: {next: {$ref: '#/components/schemas/Node'}, value: {type: string}}}
            Value: {type: array, items: {$ref: '#/components/schemas/Value'}}
            Holder: {properties: {value: {$ref: '#/components/schemas/Value'}}}
            Loop: {$ref: '#/components/schemas/Loop'}
            Broken: {properties: {a: {$ref: '#/components/schemas/Missing'}}}
        """

    private func specification(_ source: String = pets) throws -> Specification {
        try #require(Specification(parsing: Array(source.utf8)))
    }

    /// Properties as indented lines of name and type, with `!` after required ones.
    private func outline(_ properties: [Property]?) -> [String]? {
        properties?.map { String(repeating: "  ", count: $0.depth) + $0.name + ($0.isRequired ? "!" : "") + " " + $0.type }
    }

    // MARK: Operations

    @Test func findsAnOperationByItsPathAndMethod() throws {
        let operation = try #require(try specification().operation(method: "get", path: "/pets/{id}"))
        #expect(operation.method == "GET")
        #expect(operation.path == "/pets/{id}")
        #expect(operation.server == "https://api.example.com/v1")
        #expect(operation.summary == "Find a pet")
        #expect(operation.description == "Finds it by its number.")
    }

    @Test func theMethodCanBeInAnyCase() throws {
        #expect(try specification().operation(method: "GET", path: "/pets/{id}")?.summary == "Find a pet")
    }

    @Test(arguments: [("post", "/pets/{id}"), ("get", "/pets"), ("get", "")])
    func isNilForAnUnknownOperation(method: String, path: String) throws {
        #expect(try specification().operation(method: method, path: path) == nil)
    }

    @Test func joinsTheParametersOfThePathAndTheOperation() throws {
        let parameters = try #require(try specification().operation(method: "get", path: "/pets/{id}")).parameters
        #expect(outline(parameters) == ["id! integer (int64)", "fields string[]"])
        #expect(parameters.map(\.location) == ["path", "query"])
        #expect(parameters.map(\.description) == [nil, "What to return"])
    }

    @Test func listsResponsesWithTheirProperties() throws {
        let responses = try #require(try specification().operation(method: "get", path: "/pets/{id}")).responses
        #expect(responses.map(\.status) == ["200", "default"])
        #expect(responses.map(\.description) == ["The pet", "It failed"])
        #expect(responses[0].media.map(\.type) == ["application/json"])
        #expect(outline(responses[0].media.first?.properties) == ["name string | null", "kind! string", "tags object[]", "  label string"])
    }

    @Test func listsTheMediaTypesOfTheBody() throws {
        let body = try #require(try specification().operation(method: "put", path: "/pets/{id}")).body
        #expect(body.map(\.type) == ["application/json", "text/plain"])
        #expect(body.map(\.properties.count) == [4, 0])
    }

    @Test func resolvesReferencesWithEscapedSlashes() throws {
        #expect(try specification().operation(method: "get", path: "/alias")?.summary == "Find a pet")
    }

    @Test func findsWebhooksByTheirName() throws {
        #expect(try specification().webhook(name: "petAdded", method: "post")?.summary == "A pet was added")
        #expect(try specification().webhook(name: "petRemoved", method: "post") == nil)
        let old = try specification("openapi: 3.0.0\nx-webhooks: {ping: {get: {summary: Hello}}}")
        #expect(old.webhook(name: "ping", method: "get")?.summary == "Hello")
    }

    // MARK: Schemas

    @Test func listsThePropertiesOfASchemaWithTheirValues() throws {
        let properties = try #require(try specification().schema(named: "Pet"))
        #expect(properties.map(\.name) == ["name", "kind", "tags", "label"])
        #expect(properties.map(\.values) == [[], ["cat", "dog"], [], []])
        #expect(properties.first?.description == "How it is called")
    }

    @Test func expandsASchemaThatContainsItselfOnce() throws {
        #expect(outline(try specification().schema(named: "Node")) == ["next object", "  next object", "  value string", "value string"])
    }

    @Test func endsReferencesInACycle() throws {
        #expect(outline(try specification().schema(named: "Loop")) == [])
        #expect(outline(try specification().schema(named: "Holder"))?.first?.hasPrefix("value array[]") == true)
    }

    @Test func schemasThatReferToEachOtherDoNotMultiply() throws {
        let all = (0..<40).map { "{$ref: '#/components/schemas/s\($0)'}" }.joined(separator: ", ")
        let schemas = (0..<40).map {
            "    s\($0): {allOf: [\(all)], properties: {a: {description: \(String(repeating: "word ", count: 2_000))}}}"
        }
        let text = "openapi: 3.0.0\ncomponents:\n  schemas:\n" + schemas.joined(separator: "\n")
        let properties = try #require(try specification(text).schema(named: "s0"))
        #expect(properties.count <= 400)
        #expect(properties.reduce(0) { $0 + ($1.description?.utf8.count ?? 0) } < 300_000)
    }

    @Test func keepsAPropertyWhoseReferenceHasNoTarget() throws {
        #expect(outline(try specification().schema(named: "Broken")) == ["a "])
    }

    @Test func isNilForAnUnknownSchema() throws { #expect(try specification().schema(named: "Plant") == nil) }

    // MARK: Formats

    @Test func readsJSON() throws {
        let json = #"{"openapi": "3.0.0", "paths": {"/a": {"get": {"summary": "A"}}}}"#
        #expect(try specification(json).operation(method: "get", path: "/a")?.summary == "A")
    }

    @Test func readsSwagger2() throws {
        let swagger = try specification(
            """
            swagger: '2.0'
            host: example.com
            basePath: /v2
            paths:
              /pets:
                post:
                  parameters:
                    - {name: body, in: body, schema: {$ref: '#/definitions/Pet'}}
                    - {name: limit, in: query, type: integer, enum: [10, 20]}
                  responses: {'201': {schema: {$ref: '#/definitions/Pet'}}}
            definitions:
              Pet: {required: [name], properties: {name: {type: string}}}
            """)
        let operation = try #require(swagger.operation(method: "post", path: "/pets"))
        #expect(operation.server == "https://example.com/v2")
        #expect(outline(operation.parameters) == ["limit integer"])
        #expect(operation.parameters.first?.values == ["10", "20"])
        #expect(outline(operation.body.first?.properties) == ["name! string"])
        #expect(outline(operation.responses.first?.media.first?.properties) == ["name! string"])
        #expect(outline(swagger.schema(named: "Pet")) == ["name! string"])
    }

    @Test(arguments: ["", "title: x", "[1, 2]", "paths: [", "text"])
    func isNilForOtherFiles(source: String) { #expect(Specification(parsing: Array(source.utf8)) == nil) }
}
