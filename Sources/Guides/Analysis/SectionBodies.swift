import Markdown

/// Splits a document by its titles: the body of a title is the content between it and the next, without the lists, tabs and disclosures
/// around both.
struct SectionBodies {
    /// The body of each node, in the order of the nodes.
    private(set) var bodies: [[DocumentPart]]
    private let document: Document
    private let nodes: [Guide.Node]
    /// The indices of the nodes by the elements of their titles.
    private let nodeOfElement: [NodeID: Int]
    /// The elements that contain titles.
    private var containers: Set<NodeID> = []
    /// The node whose body is being collected; nil before the first title.
    private var current: Int?

    init(of nodes: [Guide.Node], in document: Document) {
        self.document = document
        self.nodes = nodes
        nodeOfElement = Dictionary(nodes.indices.map { (nodes[$0].element, $0) }) { first, _ in first }
        bodies = Array(repeating: [], count: nodes.count)
        for node in nodes {
            var parent = document[node.element].parent
            while parent != .none, containers.insert(parent).inserted { parent = document[parent].parent }
        }
        visitChildren(of: .root)
    }

    private mutating func add(_ part: DocumentPart) {
        if let current { bodies[current].append(part) }
    }

    private mutating func visitChildren(of parent: NodeID) {
        var inlines: [NodeID] = []
        for child in document.children(of: parent) {
            if isInline(child) {
                inlines.append(child)
                continue
            }
            flush(&inlines)
            visit(child)
        }
        flush(&inlines)
    }

    private mutating func flush(_ inlines: inout [NodeID]) {
        if inlines.contains(where: { !document.plainText(of: $0).isEmpty }) { add(.text(inlines)) }
        inlines = []
    }

    private func isInline(_ id: NodeID) -> Bool {
        let node = document[id]
        return node.kind == .element ? !document.elements[Int(node.payload)].name.isBlock : node.kind.isInline
    }

    private mutating func visit(_ id: NodeID) {
        if let node = nodeOfElement[id] {
            current = node
            return visitTitle(id, of: node)
        }
        guard containers.contains(id) else {
            if document[id].kind != .comment, document[id].kind != .thematicBreak { add(.block(id)) }
            return
        }
        if document.isList(id) { return visitList(id) }
        if let table = Table(id, in: document) { return visit(table) }
        visitChildren(of: id)
    }

    /// Adds the content that the element of a title has beside the title: the blocks of a list item, or a paragraph that begins in bold.
    private mutating func visitTitle(_ id: NodeID, of node: Int) {
        if document.isItem(id) {
            var children = Array(document.children(of: id))
            if let first = children.first, document.plainText(of: first) == nodes[node].title { children.removeFirst() }
            for child in children { isInline(child) ? add(.text([child])) : visit(child) }
        } else if nodes[node].source == .lead || nodes[node].source == .bold, document.plainText(of: id) != nodes[node].title {
            add(.block(id))
        }
    }

    private mutating func visitList(_ list: NodeID) {
        let isTight = document[list].isTight
        var items: [NodeID] = []
        for item in document.children(of: list) {
            if containers.contains(item) || nodeOfElement[item] != nil {
                if !items.isEmpty { add(.items(items, of: list, isTight: isTight)) }
                items = []
                nodeOfElement[item] == nil ? visitChildren(of: item) : visit(item)
            } else if document.isItem(item) {
                items.append(item)
            }
        }
        if !items.isEmpty { add(.items(items, of: list, isTight: isTight)) }
    }

    // MARK: Tables

    private struct Table {
        let headers: [String]
        let rows: [[NodeID]]

        /// Nil unless the node is a table with a header row and other rows.
        init?(_ id: NodeID, in document: Document) {
            let isTable =
                document[id].kind == .table
                || (document[id].kind == .element && document.elements[Int(document[id].payload)].name == .table)
            guard isTable else { return nil }
            var rows = Self.rows(below: id, in: document)
            guard rows.count > 1 else { return nil }
            headers = rows.removeFirst().map { document.plainText(of: $0) }
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
            var cells = zip(table.headers + Array(repeating: "", count: max(0, row.count - table.headers.count)), row).map {
                DocumentPart.Cell(header: $0, cell: $1)
            }
            if let first = row.first, let node = nodeOfElement[first] {
                current = node
                if document.plainText(of: first) == nodes[node].title { cells.removeFirst() }
            }
            if !cells.isEmpty { add(.cells(cells)) }
        }
    }
}
