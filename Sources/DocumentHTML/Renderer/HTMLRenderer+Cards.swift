import Bytes
import Markdown

/// Tables that GitBook shows as cards.
extension HTMLRenderer {
    mutating func renderCards(_ table: TypedTable, _ element: Element) {
        breakLine()
        out.write(utf8: "<ul class=\"kb-cards\(element["data-card-size"] == "large" ? " kb-large" : "")\">\n")
        for row in table.rows { renderCard(row, table) }
        out.write("</ul>\n")
    }

    private mutating func renderCard(_ row: [NodeID], _ table: TypedTable) {
        var target: String?
        for (index, cell) in row.enumerated() where table.column(index)?.isTarget ?? false { target = target ?? address(in: cell) }
        // The whole card is one link, so the links in it are plain text.
        var body = HTMLRenderer(document, context: context)
        if target != nil { body.linkDepth = 1 }
        body.renderCardBody(row, table)
        out.write(target == nil ? "<li class=\"kb-card\">" : "<li class=\"kb-card kb-linked\">")
        renderCover(row, table)
        if let target {
            out.write("<a class=\"kb-card-body\" href=\"")
            out.write(href: target)
            out.write("\">")
        } else {
            out.write("<div class=\"kb-card-body\">")
        }
        if target != nil, !body.hasText { out.write(escaping: label(of: row, table) ?? target ?? "") }
        out.append(contentsOf: body.out)
        out.write(target == nil ? "</div></li>\n" : "</a></li>\n")
    }

    /// Whether the HTML written so far contains text.
    private var hasText: Bool {
        var isInTag = false
        return out.contains { byte in
            if byte == UInt8(ascii: "<") {
                isInTag = true
            } else if byte == UInt8(ascii: ">") {
                isInTag = false
            } else if !isInTag {
                return !byte.isASCIIWhitespace
            }
            return false
        }
    }

    /// The title of a card's target, or the text of the link to it.
    private func label(of row: [NodeID], _ table: TypedTable) -> String? {
        for (index, cell) in row.enumerated() where table.column(index)?.isTarget ?? false {
            for child in document.children(of: cell) {
                if let link = document.link(of: child) { return context.title(ofLink: link) ?? document.plainText(of: child) }
            }
        }
        return nil
    }

    private mutating func renderCardBody(_ row: [NodeID], _ table: TypedTable) {
        for (index, cell) in row.enumerated() {
            let column = table.column(index)
            if let column, column.isHidden || column.isCover || column.isDarkCover || column.isTarget { continue }
            guard document[cell].firstChild != .none else { continue }
            out.write("<div>")
            renderCell(cell, column)
            out.write("</div>\n")
        }
    }

    /// Renders the cover images; both, if there is one for light and one for dark mode.
    private mutating func renderCover(_ row: [NodeID], _ table: TypedTable) {
        var covers: [(address: String, link: Int, isDark: Bool)] = []
        for (index, cell) in row.enumerated() {
            guard let column = table.column(index), column.isCover || column.isDarkCover, let link = firstLink(in: cell) else { continue }
            if case .local(let address) = context.url(ofLink: link) {
                covers.append((address, link, column.isDarkCover && !column.isCover))
            }
        }
        let hasDark = covers.contains { $0.isDark } && covers.contains { !$0.isDark }
        for cover in covers {
            var image = Image(address: cover.address, alternative: [], size: context.imageSize(ofLink: cover.link))
            image.classes = ["kb-cover"] + (hasDark ? [cover.isDark ? "kb-dark-only" : "kb-light-only"] : [])
            renderImage(image)
        }
    }

    private func firstLink(in parent: NodeID) -> Int? {
        for child in document.children(of: parent) {
            if let link = document.link(of: child) ?? firstLink(in: child) { return link }
        }
        return nil
    }

    private func address(in cell: NodeID) -> String? {
        guard let link = firstLink(in: cell) else { return nil }
        switch context.url(ofLink: link) {
        case .local(let address), .external(let address): return address
        case nil: return nil
        }
    }
}
