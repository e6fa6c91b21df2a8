import Markdown

/// Parts a document by its titles: what stands below each, up to the next, without the lists, tabs and disclosures that several share.
struct SectionBodies {
    /// For each title, in the order in which they were given.
    private(set) var parts: [[DocumentPart]]
    private let document: Document
    private let nodes: [Guide.Node]
    private let titles: [NodeID: Int]
    /// What titles stand in.
    private var holders: Set<NodeID> = []
    private var current: Int?

    init(of document: Document, below nodes: [Guide.Node]) {
        self.document = document
        self.nodes = nodes
        titles = Dictionary(nodes.indices.map { (nodes[$0].element, $0) }) { first, _ in first }
        parts = Array(repeating: [], count: nodes.count)
        for node in nodes {
            var parent = document[node.element].parent
            while parent != .none, holders.insert(parent).inserted { parent = document[parent].parent }
        }
        visitChildren(of: .root)
    }

    private mutating func add(_ part: DocumentPart) {
        if let current { parts[current].append(part) }
    }

    private mutating func visitChildren(of parent: NodeID) {
        var text: [NodeID] = []
        for child in document.children(of: parent) {
            if isInline(child) {
                text.append(child)
                continue
            }
            flush(&text)
            visit(child)
        }
        flush(&text)
    }

    private mutating func flush(_ text: inout [NodeID]) {
        if text.contains(where: { !document.plainText(of: $0).isEmpty }) { add(.text(text)) }
        text = []
    }

    private func isInline(_ id: NodeID) -> Bool {
        let node = document[id]
        return node.kind == .element ? !document.elements[Int(node.payload)].name.isBlock : node.kind.isInline
    }

    private mutating func visit(_ id: NodeID) {
        if let title = titles[id] {
            current = title
            return addTitle(id, title)
        }
        guard holders.contains(id) else {
            if document[id].kind != .comment, document[id].kind != .thematicBreak { add(.block(id)) }
            return
        }
        if document.isList(id) { return visitList(id) }
        if let table = Table(id, in: document) { return visit(table) }
        visitChildren(of: id)
    }

    /// A title that is more than its text: an item with what is in it, a paragraph that begins in bold.
    private mutating func addTitle(_ id: NodeID, _ title: Int) {
        if document.isItem(id) {
            var children = Array(document.children(of: id))
            if let first = children.first, document.plainText(of: first) == nodes[title].title { children.removeFirst() }
            for child in children { isInline(child) ? add(.text([child])) : visit(child) }
        } else if nodes[title].source == .lead || nodes[title].source == .bold, document.plainText(of: id) != nodes[title].title {
            add(.block(id))
        }
    }

    private mutating func visitList(_ list: NodeID) {
        let isTight = document[list].isTight
        var items: [NodeID] = []
        for item in document.children(of: list) {
            if holders.contains(item) || titles[item] != nil {
                if !items.isEmpty { add(.items(items, of: list, isTight: isTight)) }
                items = []
                titles[item] == nil ? visitChildren(of: item) : visit(item)
            } else if document.isItem(item) {
                items.append(item)
            }
        }
        if !items.isEmpty { add(.items(items, of: list, isTight: isTight)) }
    }

    // MARK: Tables

    private struct Table {
        let heads: [String]
        let rows: [[NodeID]]

        /// Nil for what is no table with a head and rows.
        init?(_ id: NodeID, in document: Document) {
            let isTable =
                document[id].kind == .table
                || (document[id].kind == .element && document.elements[Int(document[id].payload)].name == .table)
            guard isTable else { return nil }
            var rows = Self.rows(below: id, in: document)
            guard rows.count > 1 else { return nil }
            heads = rows.removeFirst().map { document.plainText(of: $0) }
            self.rows = rows
        }

        private static func rows(below parent: NodeID, in document: Document) -> [[NodeID]] {
            document.children(of: parent).flatMap { child -> [[NodeID]] in
                let node = document[child]
                let isRow = node.kind == .tableRow || (node.kind == .element && document.elements[Int(node.payload)].name == .tr)
                return isRow
                    ? [document.children(of: child).filter { document[$0].kind == .tableCell || document[$0].kind == .element }]
                    : rows(below: child, in: document)
            }
        }
    }

    private mutating func visit(_ table: Table) {
        for row in table.rows {
            var cells = zip(table.heads + Array(repeating: "", count: max(0, row.count - table.heads.count)), row).map {
                DocumentPart.Cell(head: $0, cell: $1)
            }
            if let first = row.first, let title = titles[first] {
                current = title
                if document.plainText(of: first) == nodes[title].title { cells.removeFirst() }
            }
            if !cells.isEmpty { add(.cells(cells)) }
        }
    }
}
