import Markdown

/// Lays a document out as passages in reading order.
struct ReadingOrder {
    private(set) var passages: [Passage] = []
    private let document: Document
    /// What the containers around the current node say of the passages in them.
    private struct Context {
        var disclosures: [Int] = []
        var isInHint = false
        var isInTab = false
        var isInStepper = false
        var item: Int?
        var listDepth = 0
    }

    private var context = Context()
    private var disclosureCount = 0
    private var listCount = 0

    init(_ document: Document) {
        self.document = document
        visitChildren(of: .root)
    }

    private mutating func visitChildren(of parent: NodeID) {
        for child in document.children(of: parent) { visit(child) }
    }

    private mutating func within(_ change: (inout Context) -> Void, _ visit: (inout ReadingOrder) -> Void) {
        let outer = context
        change(&context)
        visit(&self)
        context = outer
    }

    private mutating func visit(_ id: NodeID) {
        let node = document[id]
        switch node.kind {
        case .heading: add(.heading(level: Int(node.level)), id)
        case .paragraph: addParagraph(id)
        case .list: visitList(id, isOrdered: node.isOrdered)
        case .codeBlock, .displayMaths: add(.code, id, text: "")
        case .thematicBreak: add(.rule, id, text: "")
        case .comment: add(.comment, id, text: String(decoding: document[node.text], as: UTF8.self))
        case .blockQuote: visitHint(id)
        case .table: addRows(document.children(of: id).map { Array(document.children(of: $0)) })
        case .block: visitBlock(id, document.blocks[Int(node.payload)])
        case .element: visitElement(id, document.elements[Int(node.payload)].name)
        case .image: add(.image, id, text: "")
        default: if !node.kind.isInline { visitChildren(of: id) }
        }
    }

    private mutating func visitHint(_ id: NodeID) {
        add(.hint, id, text: "")
        within({ $0.isInHint = true }) { $0.visitChildren(of: id) }
    }

    private mutating func visitBlock(_ id: NodeID, _ block: Markdown.Block) {
        switch block.name {
        case .hint: visitHint(id)
        case .tab:
            add(.tab, id, text: block["title"] ?? "")
            within({ $0.isInTab = true }) { $0.visitChildren(of: id) }
        case .stepper: within({ $0.isInStepper = true }) { $0.visitChildren(of: id) }
        case .embed, .file, .contentReference, .pageReference, .integration, .footnote, .prompt: break
        case .code: add(.code, id, text: "")
        default: visitChildren(of: id)
        }
    }

    private mutating func visitElement(_ id: NodeID, _ name: HTMLElement) {
        switch name {
        case .details:
            disclosureCount += 1
            let number = disclosureCount
            within({ $0.disclosures.append(number) }) { $0.visitChildren(of: id) }
        case .summary: add(.summary, id)
        case .h1, .h2, .h3, .h4, .h5, .h6: add(.heading(level: Int(name.rawValue.dropFirst()) ?? 6), id)
        case .ul, .ol: visitList(id, isOrdered: name == .ol)
        case .table: addRows(rows(below: id))
        case .blockquote, .aside: visitHint(id)
        case .figure, .picture, .img: add(.image, id, text: "")
        case .pre: add(.code, id, text: "")
        case .hr: add(.rule, id, text: "")
        case _ where !name.isBlock: break
        default: document.children(of: id).contains { isInline($0) } ? addParagraph(id) : visitChildren(of: id)
        }
    }

    func isInline(_ id: NodeID) -> Bool {
        if let name = elementName(id) { return !name.isBlock }
        return document[id].kind.isInline && !isWhitespace(id)
    }

    /// The name of an HTML element; nil for any other node.
    private func elementName(_ id: NodeID) -> HTMLElement? {
        document[id].kind == .element ? document.elements[Int(document[id].payload)].name : nil
    }

    private func isWhitespace(_ id: NodeID) -> Bool {
        let node = document[id]
        return node.kind == .text && document[node.text].allSatisfy { $0 <= 0x20 }
    }

    // MARK: Blocks

    private mutating func add(_ kind: Passage.Kind, _ id: NodeID, text: String? = nil) {
        var passage = Passage(kind, id, line: Int(document[id].line), text: text ?? document.plainText(of: id))
        if text == nil { passage.marks = InlineParts(document, id).parts.reduce(into: Passage.Marks()) { $0.formUnion($1.marks) } }
        append(passage)
    }

    /// Appends a passage after setting what depends on the containers around it.
    private mutating func append(_ passage: Passage) {
        var passage = passage
        passage.disclosures = context.disclosures
        passage.isInHint = context.isInHint
        passage.isInTab = context.isInTab
        passage.isInStepper = context.isInStepper
        passage.item = passage.item ?? context.item
        passages.append(passage)
    }

    private mutating func addParagraph(_ id: NodeID) {
        append(parts: InlineParts(document, id).parts, of: id, as: Passage(.paragraph, id, line: 0, text: ""))
        // A CommonMark paragraph may contain GitBook passages and disclosures.
        for child in document.children(of: id) where document[child].kind == .block || elementName(child)?.isBlock == true { visit(child) }
    }

    /// Appends the parts of a paragraph or an item. The first one has what the passage given has.
    private mutating func append(parts: [InlineParts.Part], of id: NodeID, as first: Passage) {
        let index = passages.count
        for (number, part) in parts.enumerated() {
            let isFirst = number == 0
            if part.text.isEmpty {
                if part.marks.contains(.image) { append(Passage(.image, id, line: part.line, text: "")) }
                continue
            }
            var passage = Passage(isFirst ? first.kind : .paragraph, isFirst ? first.element : id, line: part.line, text: part.text)
            passage.marks = part.marks
            passage.lead = part.lead
            passage.isFirst = isFirst
            if isFirst {
                (passage.depth, passage.isOrdered, passage.number, passage.list) = (first.depth, first.isOrdered, first.number, first.list)
            } else if first.kind == .item {
                passage.item = index
            }
            append(passage)
        }
    }

    private mutating func visitList(_ id: NodeID, isOrdered: Bool) {
        listCount += 1
        let list = listCount
        var number = Int(document[id].kind == .list ? document[id].payload : 1) - 1
        for item in document.children(of: id) {
            number += 1
            var children = Array(document.children(of: item))
            // The text of an item is its first paragraph. In raw HTML it may be directly in the item.
            let paragraph = children.first { document[$0].kind == .paragraph }
            let hasInlineText = paragraph == nil && children.contains { isInline($0) }
            let index = passages.count
            var passage = Passage(.item, item, line: 0, text: "")
            (passage.depth, passage.isOrdered, passage.number, passage.list) = (context.listDepth + 1, isOrdered, number, list)
            if let source = paragraph ?? (hasInlineText ? item : nil) {
                append(parts: InlineParts(document, source).parts, of: source, as: passage)
            }
            if let paragraph { children.removeAll { $0 == paragraph } }
            let hasText = passages.count > index
            within({
                $0.listDepth += 1
                if hasText { $0.item = index }
            }) { reader in
                for child in children where !reader.isInline(child) { reader.visit(child) }
            }
        }
    }

    // MARK: Tables

    private mutating func addRows(_ rows: [[NodeID]]) {
        guard let headerRow = rows.first, rows.count > 1 else { return }
        listCount += 1
        let headers = headerRow.map { document.plainText(of: $0) }
        for row in rows.dropFirst() {
            guard let first = row.first else { continue }
            var passage = Passage(.row, first, line: Int(document[first].line), text: document.plainText(of: first))
            passage.headers = headers
            passage.cells = row.map { document.plainText(of: $0) }
            passage.list = listCount
            passage.marks = InlineParts(document, first).parts.reduce(into: Passage.Marks()) { $0.formUnion($1.marks) }
            append(passage)
        }
    }

    /// The cells of the rows of an HTML table.
    private func rows(below parent: NodeID) -> [[NodeID]] {
        var rows: [[NodeID]] = []
        for child in document.children(of: parent) {
            guard let name = elementName(child) else { continue }
            if name == .tr {
                rows.append(document.children(of: child).filter { document[$0].kind == .element })
            } else {
                rows += self.rows(below: child)
            }
        }
        return rows
    }
}
