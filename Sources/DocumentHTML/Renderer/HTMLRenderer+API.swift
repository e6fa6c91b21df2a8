import Bytes
import Markdown

/// API descriptions: from an OpenAPI file, which the context reads, or from the tags of older versions of GitBook.
extension HTMLRenderer {
    mutating func renderAPI(_ id: NodeID, _ block: Block) {
        switch block.name {
        case .openAPI, .openAPIOperation, .openAPIWebhook, .openAPISchemas: renderSpecification(id, block)
        case .swagger, .apiMethod: renderMethod(id, block)
        case .swaggerParameter, .apiMethodParameter: renderParameter(id, block)
        case .swaggerResponse, .apiMethodResponseExample: renderResponse(id, block)
        case .apiMethodPathParameters, .apiMethodQueryParameters, .apiMethodHeaders, .apiMethodBodyParameters, .apiMethodFormDataParameters:
            renderParameters(id, block)
        default: renderChildren(of: id)
        }
    }

    private mutating func renderSpecification(_ id: NodeID, _ block: Block) {
        if let html = context.specification(of: block) { return out.append(contentsOf: html) }
        renderHead(block)
        // If the file cannot be read, a link to it is all that can be shown.
        if let link = block.link, case .external(let address) = context.url(ofLink: link) {
            out.write("<p>")
            writeLink(address, address)
            out.write("</p>\n")
        }
    }

    /// Renders `GET /path` on a line of its own.
    private mutating func renderHead(_ block: Block) {
        breakLine()
        let method = (block["method"] ?? "").uppercased()
        let path = (block["baseurl"] ?? block["host"] ?? "") + (block["path"] ?? block["name"] ?? block["schemas"] ?? "")
        guard !method.isEmpty || !path.isEmpty else { return }
        out.write(operation: path, method: method)
    }

    private mutating func renderMethod(_ id: NodeID, _ block: Block) {
        if block["src"] != nil, let html = context.specification(of: block) { return out.append(contentsOf: html) }
        breakLine()
        out.write("<section class=\"kb-operation\">\n")
        renderHead(block)
        if let summary = block["summary"], !summary.isEmpty {
            out.write("<p><strong>")
            out.write(escaping: summary)
            out.write("</strong></p>\n")
        }
        renderChildren(of: id)
        breakLine()
        out.write("</section>\n")
    }

    private mutating func renderParameters(_ id: NodeID, _ block: Block) {
        let title = block.name.rawValue.split(separator: "-").dropFirst(2).joined(separator: " ")
        breakLine()
        out.write("<p><strong>")
        out.write(escaping: title.prefix(1).uppercased() + title.dropFirst())
        out.write("</strong></p>\n")
        renderChildren(of: id)
    }

    private mutating func renderParameter(_ id: NodeID, _ block: Block) {
        breakLine()
        out.write("<div class=\"kb-parameter\"><p><code>")
        out.write(escaping: block["name"] ?? "")
        out.write("</code>")
        for detail in [block["in"], block["type"], block["required"] == "true" ? context.label(.required) : nil] {
            guard let detail, !detail.isEmpty else { continue }
            out.write(" <span class=\"kb-tag\">")
            out.write(escaping: detail)
            out.write("</span>")
        }
        out.write("</p>\n")
        renderChildren(of: id)
        breakLine()
        out.write("</div>\n")
    }

    private mutating func renderResponse(_ id: NodeID, _ block: Block) {
        breakLine()
        out.write("<div class=\"kb-parameter\"><p>")
        out.write(escaping: context.label(.response))
        out.write(" <span class=\"kb-tag\">")
        out.write(escaping: block["status"] ?? block["httpcode"] ?? "")
        out.write("</span> ")
        out.write(escaping: block["description"] ?? "")
        out.write("</p>\n")
        renderChildren(of: id)
        breakLine()
        out.write("</div>\n")
    }
}
