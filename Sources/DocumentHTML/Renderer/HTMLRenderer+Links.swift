import Bytes
import Markdown

/// Links and Markdown's images, with URLs from the context.
extension HTMLRenderer {
    mutating func renderLink(_ id: NodeID, _ node: Node) {
        let link = document.links[Int(node.payload)]
        switch context.url(ofLink: Int(node.payload)) {
        case nil: wrap(id, "<span class=\"kb-unresolved\">", "</span>")
        case .local where linkDepth > 0, .external where linkDepth > 0: renderChildren(of: id)
        case .local(let address), .external(let address):
            out.write("<a href=\"")
            out.write(href: address)
            writeTitle(link)
            out.write("\">")
            linkDepth += 1
            if link.isMention, let title = context.title(ofLink: Int(node.payload)) {
                out.write(escaping: title)
            } else {
                renderChildren(of: id)
            }
            linkDepth -= 1
            out.write("</a>")
        }
    }

    /// Writes a link, or its label alone inside another link, since links cannot be nested.
    mutating func writeLink(_ address: String, _ label: String, attributes: StaticString = "") {
        guard linkDepth == 0 else { return out.write(escaping: label) }
        out.write("<a href=\"")
        out.write(href: address)
        out.write("\"")
        out.write(attributes)
        out.write(">")
        out.write(escaping: label)
        out.write("</a>")
    }

    mutating func renderImage(_ id: NodeID, _ node: Node) {
        let link = document.links[Int(node.payload)]
        let alternative = document.alternativeText(of: id)
        switch context.url(ofLink: Int(node.payload)) {
        case nil: renderUnresolvedImage(alternative)
        case .external(let address): renderExternalImage(alternative, address)
        case .local(let address):
            var image = Image(
                address: address, alternative: alternative, title: link.title, size: context.imageSize(ofLink: Int(node.payload)))
            image.isBlock = document.standsAlone(id)
            if document.dialect == .gitbook, let media = Media(link.destination) {
                return writePlayer(media, address, label: String(decoding: alternative, as: UTF8.self))
            }
            document.dialect == .gitbook ? renderImage(image) : renderPlainImage(image)
        }
    }

    private mutating func renderPlainImage(_ image: Image) {
        out.write("<img src=\"")
        out.write(href: image.address)
        out.write("\" alt=\"")
        out.write(escaping: image.alternative)
        if !image.title.isEmpty {
            out.write("\" title=\"")
            out.write(escaping: image.title)
        }
        out.write("\" />")
    }

    mutating func renderUnresolvedImage(_ alternative: [UInt8]) {
        out.write("<span class=\"kb-unresolved\">")
        out.write(escaping: alternative)
        out.write("</span>")
    }

    /// Renders an image on another host as a link to it, or as text inside a link, since pages load nothing from other hosts.
    mutating func renderExternalImage(_ alternative: [UInt8], _ address: String) {
        let isInLink = linkDepth > 0
        isInLink ? out.write("<span class=\"kb-external-image\">") : out.write("<a class=\"kb-external-image\" href=\"")
        if !isInLink {
            out.write(href: address)
            out.write("\">")
        }
        if alternative.allSatisfy(\.isASCIIWhitespace) { out.write(escaping: address) } else { out.write(escaping: alternative) }
        isInLink ? out.write("</span>") : out.write("</a>")
    }

    /// Writes a title attribute into a tag whose last attribute value is still open.
    mutating func writeTitle(_ link: Link) {
        guard !link.title.isEmpty, !link.isMention || document.dialect != .gitbook else { return }
        out.write("\" title=\"")
        out.write(escaping: link.title)
    }

    /// Writes a tag of another template language as it is, or the value of `{{ book.x }}`, which older books have in `book.json`.
    mutating func renderLiteral(_ node: Node) {
        let text = String(decoding: document[node.text], as: UTF8.self)
        if text.hasPrefix("{{"), text.hasSuffix("}}") {
            let name = String(text.dropFirst(2).dropLast(2)).trimmed
            if name.hasPrefix("book."), let value = context.value(of: name) { return out.write(escaping: value) }
        }
        wrap(node, "<samp class=\"kb-literal\">", "</samp>")
    }
}

extension Document {
    /// An image's `alt` text: the text in its brackets without markup.
    func alternativeText(of id: NodeID) -> [UInt8] {
        var text: [UInt8] = []
        appendAlternativeText(of: id, to: &text)
        return text
    }

    private func appendAlternativeText(of parent: NodeID, to text: inout [UInt8]) {
        for child in children(of: parent) {
            let node = self[child]
            switch node.kind {
            case .text, .code, .htmlInline, .literal, .emoji, .maths: text.append(contentsOf: self[node.text])
            case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
            default: appendAlternativeText(of: child, to: &text)
            }
        }
    }
}
