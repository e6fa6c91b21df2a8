import Bytes
import Markdown
import OpenAPI

/// Renders OpenAPI operations and schemas as HTML.
public struct OperationMarkup {
    private(set) var out: [UInt8] = []
    private let label: (RenderingLabel) -> String

    /// The HTML for a block; nil if the description does not contain what the block refers to.
    public static func html(of block: Block, _ specification: Specification, label: @escaping (RenderingLabel) -> String) -> [UInt8]? {
        var markup = OperationMarkup(label: label)
        let method = block["method"] ?? "get"
        switch block.name {
        case .openAPISchemas:
            let names = (block["schemas"] ?? "").split(separator: ",").map { String($0).trimmed }
            for name in names {
                guard let properties = specification.schema(named: name) else { return nil }
                markup.out.write(operation: name, method: "")
                markup.write(properties)
            }
        case .openAPIWebhook:
            guard let operation = specification.webhook(name: block["name"] ?? "", method: method) else { return nil }
            markup.write(operation)
        default:
            guard let operation = specification.operation(method: method, path: block["path"] ?? "") else { return nil }
            markup.write(operation)
        }
        return markup.out
    }

    private init(label: @escaping (RenderingLabel) -> String) { self.label = label }

    private mutating func write(_ operation: Operation) {
        out.write("<section class=\"kb-operation\">\n")
        if let summary = operation.summary {
            out.write("<p><strong>")
            out.write(escaping: summary)
            out.write("</strong></p>\n")
        }
        out.write(operation: operation.server + operation.path, method: operation.method)
        write(text: operation.description)
        write(operation.parameters)
        for media in operation.body where !media.properties.isEmpty {
            writeTitle(media.type)
            write(media.properties)
        }
        for response in operation.responses {
            writeTitle(label(.response) + " " + response.status)
            write(text: response.description)
            for media in response.media { write(media.properties) }
        }
        out.write("</section>\n")
    }

    private mutating func writeTitle(_ title: String) {
        out.write("<p><strong>")
        out.write(escaping: title)
        out.write("</strong></p>\n")
    }

    /// Writes a description as paragraphs. Its Markdown is shown as source.
    private mutating func write(text: String?) {
        for paragraph in (text ?? "").replacing("\r", with: "").split(separator: "\n\n") where !paragraph.allSatisfy(\.isWhitespace) {
            out.write("<p>")
            out.write(escaping: String(paragraph).trimmed)
            out.write("</p>\n")
        }
    }

    private mutating func write(_ properties: [Property]) {
        guard !properties.isEmpty else { return }
        out.write("<table class=\"kb-properties\">\n<thead><tr><th>")
        out.write(escaping: label(.parameter))
        out.write("</th><th>")
        out.write(escaping: label(.description))
        out.write("</th></tr></thead>\n<tbody>\n")
        for property in properties { write(property) }
        out.write("</tbody>\n</table>\n")
    }

    private mutating func write(_ property: Property) {
        out.write(utf8: "<tr><td class=\"kb-depth-\(property.depth)\"><code>")
        out.write(escaping: property.name)
        out.write("</code>")
        for detail in [property.location, property.type, property.isRequired ? label(.required) : nil] {
            guard let detail, !detail.isEmpty else { continue }
            out.write(" <span class=\"kb-tag\">")
            out.write(escaping: detail)
            out.write("</span>")
        }
        out.write("</td><td>")
        out.write(escaping: property.description ?? "")
        for (index, value) in property.values.enumerated() {
            out.write(index == 0 && (property.description ?? "").isEmpty ? "<code>" : " <code>")
            out.write(escaping: value)
            out.write("</code>")
        }
        out.write("</td></tr>\n")
    }
}

extension [UInt8] {
    /// Writes `GET /path` on a line of its own.
    /// - Parameter method: in capitals; empty for what has none.
    mutating func write(operation address: String, method: String) {
        write("<p class=\"kb-operation-head\">")
        if !method.isEmpty {
            write("<span class=\"kb-method\">")
            write(escaping: method)
            write("</span> ")
        }
        write("<code>")
        write(escaping: address)
        write("</code></p>\n")
    }
}
