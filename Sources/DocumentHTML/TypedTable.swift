import Markdown

/// A table of raw HTML as GitBook writes it: columns have types, and may be hidden or give a card its target and cover.
struct TypedTable {
    struct Column {
        let cell: NodeID
        let type: String
        let isHidden: Bool
        let isTarget: Bool
        let isCover: Bool
        let isDarkCover: Bool
        /// The labels of a select column's options, by their values.
        let options: [String: String]
    }

    private(set) var columns: [Column] = []
    /// The cells of each row of the body.
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
                case .thead: if columns.isEmpty { readHeader(child, in: document) }
                case .tbody, .tfoot: visit(child, in: document)
                case .tr: rows.append(document.children(of: child).filter { document[$0].kind == .element })
                default: break
                }
            default: break
            }
        }
    }

    private mutating func readHeader(_ header: NodeID, in document: Document) {
        guard let row = document.children(of: header).first(where: { document[$0].kind == .element && document.element($0).name == .tr })
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

    /// A column by its index; nil if the header has fewer.
    func column(_ index: Int) -> Column? { index < columns.count ? columns[index] : nil }
}

extension Document {
    /// The index of the link that a node is, or nil.
    func link(of id: NodeID) -> Int? {
        switch self[id].kind {
        case .link, .image: Int(self[id].payload)
        case .element: element(id).link
        default: nil
        }
    }
}
