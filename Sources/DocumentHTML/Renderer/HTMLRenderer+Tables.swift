import Bytes
import Markdown

/// Tables of raw HTML.
extension HTMLRenderer {
    mutating func renderTable(_ id: NodeID, _ element: Element) {
        let table = TypedTable(id, in: document)
        if element["data-view"] == "cards" { return renderCards(table, element) }
        breakLine()
        out.write("<table")
        let classes = [("data-full-width", "kb-full-width"), ("data-header-sticky", "kb-sticky"), ("data-search", "kb-searched")]
            .filter { element.isOn($0.0) }.map(\.1)
        if !classes.isEmpty { write(attribute: "class", classes.joined(separator: " ")) }
        out.write(">\n")
        renderTableChildren(id, table, hidesHeader: element.isOn("data-header-hidden"))
        out.write("</table>\n")
    }

    private mutating func renderTableChildren(_ parent: NodeID, _ table: TypedTable, hidesHeader: Bool) {
        for child in document.children(of: parent) {
            guard document[child].kind == .element else {
                if document[child].kind == .block { renderConditionally(child, table) } else { renderNode(child) }
                continue
            }
            let element = document.element(child)
            switch element.name {
            case .tr: renderRow(child, table)
            case .thead, .tbody, .tfoot:
                // An empty header is left out. One with text is hidden from sight only, since screen readers need it.
                if element.name == .thead, hidesHeader, document.plainText(of: child).isEmpty { continue }
                out.write(utf8: "<\(element.name.rawValue)")
                if element.name == .thead, hidesHeader { write(attribute: "class", "kb-visually-hidden") }
                out.write(">\n")
                renderTableChildren(child, table, hidesHeader: false)
                out.write(utf8: "</\(element.name.rawValue)>\n")
            default: renderNode(child)
            }
        }
    }

    private mutating func renderConditionally(_ id: NodeID, _ table: TypedTable) {
        let block = document.blocks[Int(document[id].payload)]
        if block.name == .if, context.holds(block.argument) == false { return }
        renderTableChildren(id, table, hidesHeader: false)
    }

    private mutating func renderRow(_ row: NodeID, _ table: TypedTable) {
        out.write("<tr>")
        var index = 0
        for cell in document.children(of: row) {
            guard document[cell].kind == .element, [.td, .th].contains(document.element(cell).name) else {
                renderNode(cell)
                continue
            }
            defer { index += 1 }
            let column = table.column(index)
            if column?.isHidden ?? false { continue }
            let element = document.element(cell)
            out.write(utf8: "<\(element.name.rawValue)")
            writeCellAttributes(element)
            if let identity = context.identity(of: cell) { write(identity) }
            out.write(">")
            element.name == .td ? renderCell(cell, column) : renderChildren(of: cell)
            out.write(utf8: "</\(element.name.rawValue)>")
        }
        out.write("</tr>\n")
    }

    private mutating func writeCellAttributes(_ element: Element) {
        for attribute in element.attributes {
            if let (name, value) = element.safe(attribute) { write(attribute: name, value) }
        }
        let align =
            element["align"] ?? element["style"]?.firstRange(of: "text-align:").flatMap { range in
                element["style"].map { String($0[range.upperBound...].drop { $0 == " " }.prefix { $0.isLetter }) }
            } ?? ""
        var classes: [String] = []
        if ["left", "center", "right"].contains(align) { classes.append("kb-align-\(align)") }
        if element["valign"] == "top" { classes.append("kb-top") }
        if element.name == .th, let width = element["width"]?.pixels.flatMap({ Int($0) }) {
            classes.append("kb-width-\(max(5, min(100, width * 100 / 750 / 5 * 5)))")
        }
        if !classes.isEmpty { write(attribute: "class", classes.joined(separator: " ")) }
    }

    /// Renders a cell's content by the type of its column.
    mutating func renderCell(_ cell: NodeID, _ column: TypedTable.Column?) {
        let text = document.plainText(of: cell)
        switch column?.type {
        case "checkbox" where text == "true": out.write("<span class=\"kb-checked\" role=\"img\" aria-label=\"✓\">☑</span>")
        case "checkbox" where text == "false" || text.isEmpty: out.write("<span role=\"img\" aria-label=\"–\">☐</span>")
        case "rating": renderRating(text)
        case "select": renderOptions(cell, column?.options ?? [:])
        case "content-ref": renderTitles(cell)
        default: renderChildren(of: cell)
        }
    }

    private mutating func renderRating(_ text: String) {
        guard let stars = Int(text), stars > 0, stars <= 10 else { return out.write(escaping: text) }
        out.write(utf8: "<span role=\"img\" aria-label=\"\(stars)\">\(String(repeating: "★", count: stars))</span>")
    }

    private mutating func renderOptions(_ cell: NodeID, _ options: [String: String]) {
        let selected = document.children(of: cell).compactMap { child -> String? in
            guard document[child].kind == .element else { return nil }
            return document.element(child)["data-option"].map { options[$0] ?? $0 }
        }
        guard !selected.isEmpty else { return renderChildren(of: cell) }
        for option in selected {
            out.write("<span class=\"kb-tag\">")
            out.write(escaping: option)
            out.write("</span> ")
        }
    }

    /// Renders links to pages with the titles of the pages.
    private mutating func renderTitles(_ cell: NodeID) {
        for child in document.children(of: cell) {
            guard let link = document.link(of: child), let title = context.title(ofLink: link),
                case .local(let address) = context.url(ofLink: link)
            else {
                renderNode(child)
                continue
            }
            writeLink(address, title)
        }
    }
}

extension Element {
    /// Whether one of GitBook's boolean attributes is present and not `false`.
    fileprivate func isOn(_ name: String) -> Bool { self[name].map { $0 != "false" } ?? false }
}
