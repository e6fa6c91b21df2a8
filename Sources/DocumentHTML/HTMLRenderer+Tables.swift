import Bytes
import Markdown

/// A table of raw HTML as GitBook writes them: columns with types, hidden columns and heads, and tables that are cards.
struct TypedTable {
    struct Column {
        let cell: NodeID
        let type: String
        let isHidden: Bool
        let isTarget: Bool
        let isCover: Bool
        let isDarkCover: Bool
        /// The labels of a select's options, by their values.
        let options: [String: String]
    }

    private(set) var columns: [Column] = []
    /// The rows of the body.
    private(set) var rows: [[NodeID]] = []

    init(_ table: NodeID, in document: Document) {
        visit(table, in: document)
    }

    private mutating func visit(_ parent: NodeID, in document: Document) {
        for child in document.children(of: parent) {
            switch document[child].kind {
            case .block: visit(child, in: document)
            case .element:
                switch document.element(child).name {
                case .thead: if columns.isEmpty { readHead(child, in: document) }
                case .tbody, .tfoot: visit(child, in: document)
                case .tr: rows.append(document.children(of: child).filter { document[$0].kind == .element })
                default: break
                }
            default: break
            }
        }
    }

    private mutating func readHead(_ head: NodeID, in document: Document) {
        guard let row = document.children(of: head).first(where: { document[$0].kind == .element && document.element($0).name == .tr })
        else { return }
        for cell in document.children(of: row) where document[cell].kind == .element {
            let element = document.element(cell)
            columns.append(
                Column(
                    cell: cell, type: element["data-type"] ?? "text", isHidden: element["data-hidden"] != nil,
                    isTarget: element["data-card-target"] != nil,
                    isCover: element["data-card-cover"] != nil, isDarkCover: element["data-card-cover-dark"] != nil,
                    options: Self.options(cell, in: document)))
        }
    }

    private static func options(_ cell: NodeID, in document: Document) -> [String: String] {
        var options: [String: String] = [:]
        for child in document.children(of: cell) where document[child].kind == .element {
            let element = document.element(child)
            if element.name == .option, let value = element["value"] { options[value] = element["label"] ?? value }
            options.merge(Self.options(child, in: document)) { first, _ in first }
        }
        return options
    }

    func column(_ index: Int) -> Column? { index < columns.count ? columns[index] : nil }
}

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
        renderTableChildren(id, table, hidesHead: element.isOn("data-header-hidden"))
        out.write("</table>\n")
    }

    private mutating func renderTableChildren(_ parent: NodeID, _ table: TypedTable, hidesHead: Bool) {
        for child in document.children(of: parent) {
            guard document[child].kind == .element else {
                if document[child].kind == .block { renderConditionally(child, table) } else { renderNode(child) }
                continue
            }
            let element = document.element(child)
            switch element.name {
            case .tr: renderRow(child, table)
            case .thead, .tbody, .tfoot:
                // A head without any text says nothing; screen readers still need one that is only out of sight.
                if element.name == .thead, hidesHead, document.plainText(of: child).isEmpty { continue }
                out.write(utf8: "<\(element.name.rawValue)")
                if element.name == .thead, hidesHead { write(attribute: "class", "kb-visually-hidden") }
                out.write(">\n")
                renderTableChildren(child, table, hidesHead: false)
                out.write(utf8: "</\(element.name.rawValue)>\n")
            default: renderNode(child)
            }
        }
    }

    private mutating func renderConditionally(_ id: NodeID, _ table: TypedTable) {
        let block = document.blocks[Int(document[id].payload)]
        if block.name == .if, context.holds(block.argument) == false { return }
        renderTableChildren(id, table, hidesHead: false)
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
            if let mark = context.mark(of: cell) { write(mark) }
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

    /// What a cell's column makes of it.
    private mutating func renderCell(_ cell: NodeID, _ column: TypedTable.Column?) {
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
        let chosen = document.children(of: cell).compactMap { child -> String? in
            guard document[child].kind == .element else { return nil }
            return document.element(child)["data-option"].map { options[$0] ?? $0 }
        }
        guard !chosen.isEmpty else { return renderChildren(of: cell) }
        for option in chosen {
            out.write("<span class=\"kb-tag\">")
            out.write(escaping: option)
            out.write("</span> ")
        }
    }

    /// Links to pages with the titles that these have now.
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

    // MARK: Cards

    private mutating func renderCards(_ table: TypedTable, _ element: Element) {
        breakLine()
        out.write(utf8: "<ul class=\"kb-cards\(element["data-card-size"] == "large" ? " kb-large" : "")\">\n")
        for row in table.rows { renderCard(row, table) }
        out.write("</ul>\n")
    }

    private mutating func renderCard(_ row: [NodeID], _ table: TypedTable) {
        var target: String?
        for (index, cell) in row.enumerated() where table.column(index)?.isTarget ?? false { target = target ?? address(in: cell) }
        // One link for the whole card: those within it are its text.
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

extension Element {
    /// Whether one of GitBook's switches is there, and not `false`.
    fileprivate func isOn(_ name: String) -> Bool { self[name].map { $0 != "false" } ?? false }
}

extension Document {
    /// The link that a node is.
    func link(of id: NodeID) -> Int? {
        switch self[id].kind {
        case .link, .image: Int(self[id].payload)
        case .element: element(id).link
        default: nil
        }
    }
}
