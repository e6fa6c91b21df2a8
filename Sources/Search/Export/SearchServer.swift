import Bytes

/// A search server that documents are exported for.
package enum SearchServer: String, Sendable, CaseIterable {
    /// OpenSearch and Elasticsearch: newline-delimited JSON for the bulk API
    /// (https://docs.opensearch.org/latest/api-reference/document-apis/bulk/).
    case opensearch
    case meilisearch
    case typesense

    /// A document as newline-delimited JSON for the server's import: the document in a line, after an action line for OpenSearch.
    package func lines(_ document: SearchDocument) -> [UInt8] {
        let action: [UInt8] = self == .opensearch ? JSON.object([("index", .object([("_id", .string(document.id))]))]).bytes + [0x0A] : []
        return action + document.json.bytes + [0x0A]
    }

    /// Full-text fields, the most important ones first.
    private static let searchableFields = ["title", "section", "crumbs", "description", "tags", "code", "text"]
    /// Fields that results can be filtered by.
    private static let filterFields = ["kind", "language", "tags"]

    /// The configuration to set up before documents are imported: OpenSearch's mappings, Meilisearch's settings, Typesense's collection
    /// schema.
    package var settings: JSON {
        switch self {
        case .opensearch: Self.openSearchMappings
        case .meilisearch: Self.meilisearchSettings
        case .typesense: Self.typesenseSchema
        }
    }

    private static var openSearchMappings: JSON {
        let texts = searchableFields.filter { $0 != "tags" }.map { ($0, JSON.object([("type", .string("text"))])) }
        let keywords = ["id", "url", "kind", "language", "tags"].map { ($0, JSON.object([("type", .string("keyword"))])) }
        return .object([
            ("mappings", .object([("properties", .object(texts + keywords + [("hasGuide", .object([("type", .string("boolean"))]))]))]))
        ])
    }

    private static var meilisearchSettings: JSON {
        .object([
            ("searchableAttributes", .array(searchableFields.map(JSON.string))),
            ("filterableAttributes", .array((filterFields + ["hasGuide"]).map(JSON.string))), ("distinctAttribute", .string("url")),
        ])
    }

    private static var typesenseSchema: JSON {
        let arrays: Set = ["crumbs", "tags"]
        let names = ["title", "section", "url", "crumbs", "description", "tags", "kind", "language", "text", "code"]
        let fields = names.map { name -> JSON in
            .object([
                ("name", .string(name)), ("type", .string(arrays.contains(name) ? "string[]" : "string")),
                ("facet", .bool(filterFields.contains(name))),
            ])
        }
        return .object([
            ("name", .string("pages")),
            ("fields", .array(fields + [.object([("name", .string("hasGuide")), ("type", .string("bool")), ("facet", .bool(true))])])),
        ])
    }
}
