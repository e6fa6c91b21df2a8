import Bytes

/// A section of a page for a search server.
package struct SearchDocument: Sendable {
    /// The same in every export, of letters and digits: servers know it again by that.
    package let id: String
    /// The section's name, empty for a page's top.
    package let section: String
    /// Relative to the site's root, with the section's id.
    package let url: String
    /// What a reader sees of it: running text, and code.
    package let text: String
    package let code: String

    private let page: SearchPage

    /// The sections of a page that have any text or are its top.
    /// - Parameter body: the HTML of its text, as kbgen's renderer writes it.
    package static func documents(of page: SearchPage, body: [UInt8]) -> [SearchDocument] {
        var parts: [(section: SearchSection, text: [UInt8], code: [UInt8])] = [(SearchSection(anchor: ""), [], [])]
        HTMLTextReader.read(body, parts: page.parts) { event in
            let last = parts.count - 1
            switch event {
            case .section(let anchor): parts.append((SearchSection(anchor: anchor), [], []))
            case .title(let title): parts[last].section.title = title
            case .boundary: parts[last].text.append(0x20)
            case .unit: parts[last].code.append(0x0A)
            case .text(_, .heading), .reference(_, .heading): break
            case .reference(let character, .codeBlock): parts[last].code.append(contentsOf: character.utf8)
            case .reference(let character, _): parts[last].text.append(contentsOf: character.utf8)
            case .text(let bytes, .codeBlock): parts[last].code.append(contentsOf: bytes)
            case .text(let bytes, _): parts[last].text.append(contentsOf: bytes)
            }
        }
        return parts.enumerated().compactMap { index, part in
            let (text, code) = (plain(part.text, " "), plain(part.code, "\n"))
            guard index == 0 || !text.isEmpty || !code.isEmpty else { return nil }
            return SearchDocument(page, part.section, text: text, code: code)
        }
    }

    private init(_ page: SearchPage, _ section: SearchSection, text: String, code: String) {
        self.page = page
        self.section = section.title
        url = page.url + (section.anchor.isEmpty ? "" : "#" + section.anchor.fragmentEncoded)
        id = url.utf8.contentHash
        self.text = text
        self.code = code
    }

    /// In one line, or without empty lines.
    private static func plain(_ bytes: [UInt8], _ separator: Character) -> String {
        String(decoding: bytes, as: UTF8.self).split { separator == " " ? $0.isWhitespace : $0.isNewline }.joined(
            separator: String(separator))
    }

    package var json: JSON {
        .object([
            ("id", .string(id)), ("title", .string(page.title)), ("section", .string(section)), ("url", .string(url)),
            ("crumbs", .array(page.crumbs.map(JSON.string))),
            ("description", .string(page.description)), ("tags", .array(page.tags.map(JSON.string))), ("kind", .string(page.kind)),
            ("hasGuide", .bool(page.hasGuide)),
            ("language", .string(page.language)), ("text", .string(text)), ("code", .string(code)),
        ])
    }
}

/// The search servers that documents are written for.
package enum SearchServer: String, Sendable, CaseIterable {
    /// And Elasticsearch: the lines of its bulk interface.
    case opensearch
    case meilisearch
    case typesense

    /// A document as lines of the server's import.
    package func lines(_ document: SearchDocument) -> [UInt8] {
        let action: [UInt8] = self == .opensearch ? JSON.object([("index", .object([("_id", .string(document.id))]))]).bytes + [0x0A] : []
        return action + document.json.bytes + [0x0A]
    }

    /// The fields that are searched, those that count most first; and those by which results may be narrowed.
    private static let searched = ["title", "section", "crumbs", "description", "tags", "code", "text"]
    private static let narrowing = ["kind", "language", "tags"]

    /// What the server has to be told before the documents come: OpenSearch's mapping, Meilisearch's settings, Typesense's schema.
    package var settings: JSON {
        switch self {
        case .opensearch:
            let texts = Self.searched.filter { $0 != "tags" }.map { ($0, JSON.object([("type", .string("text"))])) }
            let keywords = ["id", "url", "kind", "language", "tags"].map { ($0, JSON.object([("type", .string("keyword"))])) }
            return .object([
                ("mappings", .object([("properties", .object(texts + keywords + [("hasGuide", .object([("type", .string("boolean"))]))]))]))
            ])
        case .meilisearch:
            return .object([
                ("searchableAttributes", .array(Self.searched.map(JSON.string))),
                ("filterableAttributes", .array((Self.narrowing + ["hasGuide"]).map(JSON.string))), ("distinctAttribute", .string("url")),
            ])
        case .typesense:
            let lists: Set = ["crumbs", "tags"]
            let names = ["title", "section", "url", "crumbs", "description", "tags", "kind", "language", "text", "code"]
            let fields = names.map { name -> JSON in
                .object([
                    ("name", .string(name)), ("type", .string(lists.contains(name) ? "string[]" : "string")),
                    ("facet", .bool(Self.narrowing.contains(name))),
                ])
            }
            return .object([
                ("name", .string("pages")),
                ("fields", .array(fields + [.object([("name", .string("hasGuide")), ("type", .string("bool")), ("facet", .bool(true))])])),
            ])
        }
    }
}
