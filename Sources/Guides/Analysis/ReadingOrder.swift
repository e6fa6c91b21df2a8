import Markdown

/// Pass 1: lays a document out as passages in reading order.
struct ReadingOrder {
    private(set) var passages: [Passage] = []
    private let document: Document
    /// The disclosures around the current node, from the outermost in.
    private var disclosures: [Int] = []
    private var disclosureCount = 0
    private var isAside = false
    private var isInStepper = false
    private var listCount = 0
    private var listDepth = 0

    init(_ document: Document) {
        self.document = document
        visitChildren(of: .root)
    }

    private mutating func visitChildren(of parent: NodeID) {
        for child in document.children(of: parent) { visit(child) }
    }

    private mutating func visit(_ id: NodeID) {
        let node = document[id]
        switch node.kind {
        case .heading: add(.heading(level: Int(node.level)), id)
        case .paragraph: addParagraph(id)
        case .list: visitList(id, isOrdered: node.isOrdered)
        case .codeBlock, .displayMaths: add(.code, id, text: "")
        case .thematicBreak: add(.thematicBreak, id, text: "")
        case .comment: add(.comment, id, text: String(decoding: document[node.text], as: UTF8.self))
        case .blockQuote: visitAside(id)
        case .table: addRows(document.children(of: id).map { Array(document.children(of: $0)) })
        case .block: visitBlock(id, document.blocks[Int(node.payload)].name)
        case .element: visitElement(id, document.elements[Int(node.payload)].name)
        default: if !node.kind.isInline { visitChildren(of: id) }
        }
    }

    private mutating func visitAside(_ id: NodeID) {
        let wasAside = isAside
        isAside = true
        visitChildren(of: id)
        isAside = wasAside
    }

    private mutating func visitBlock(_ id: NodeID, _ name: BlockName) {
        switch name {
        case .hint: visitAside(id)
        case .code, .embed, .file, .contentReference, .pageReference, .integration, .footnote, .prompt: break
        case .stepper:
            isInStepper = true
            visitChildren(of: id)
            isInStepper = false
        default: visitChildren(of: id)
        }
    }

    private mutating func visitElement(_ id: NodeID, _ name: HTMLElement) {
        switch name {
        case .details:
            disclosureCount += 1
            disclosures.append(disclosureCount)
            visitChildren(of: id)
            disclosures.removeLast()
        case .summary: add(.summary, id)
        case .h1, .h2, .h3, .h4, .h5, .h6: add(.heading(level: Int(name.rawValue.dropFirst()) ?? 6), id)
        case .ul, .ol: visitList(id, isOrdered: name == .ol)
        case .table: addRows(rows(below: id))
        case .blockquote, .aside: visitAside(id)
        case .figure, .picture, .pre, .hr: break
        case _ where !name.isBlock: break
        default: document.children(of: id).contains { isInline($0) } ? addParagraph(id) : visitChildren(of: id)
        }
    }

    private func isInline(_ id: NodeID) -> Bool {
        if let name = elementName(id) { return !name.isBlock }
        return document[id].kind.isInline && !isWhitespace(id)
    }

    /// The name of an HTML element; nil for any other node.
    private func elementName(_ id: NodeID) -> HTMLElement? {
        document[id].kind == .element ? document.elements[Int(document[id].payload)].name : nil
    }

    // MARK: Paragraphs and lists

    private mutating func add(_ kind: Passage.Kind, _ id: NodeID, text: String? = nil) {
        append(Passage(kind, element: id, line: Int(document[id].line), text: text ?? document.plainText(of: id)))
    }

    /// Appends a passage after setting what depends on the containers around it.
    private mutating func append(_ passage: Passage) {
        var passage = passage
        passage.disclosures = disclosures
        passage.isAside = isAside
        passage.isInStepper = isInStepper
        passages.append(passage)
    }

    private mutating func addParagraph(_ id: NodeID) {
        var passage = Passage(.paragraph, element: id, line: Int(document[id].line), text: document.plainText(of: id))
        guard !passage.text.isEmpty else { return visitChildren(of: id) }
        passage.firstLine = firstLine(of: Array(document.children(of: id))[...]) ?? passage.text
        passage.lead = lead(of: id)
        append(passage)
        // A CommonMark paragraph may contain GitBook blocks and disclosures.
        for child in document.children(of: id) where document[child].kind == .block || elementName(child)?.isBlock == true { visit(child) }
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
            if let source = paragraph ?? (hasInlineText ? item : nil) {
                var passage = Passage(
                    .item(isOrdered: isOrdered, depth: listDepth), element: item, line: Int(document[source].line), text: itemText(source))
                passage.list = list
                if document[source].kind == .paragraph {
                    passage.firstLine = firstLine(of: Array(document.children(of: source))[...]) ?? passage.text
                }
                passage.number = number
                passage.lead = lead(of: source)
                append(passage)
            }
            if let paragraph { children.removeAll { $0 == paragraph } }
            listDepth += 1
            for child in children where !isInline(child) { visit(child) }
            listDepth -= 1
        }
    }

    /// The text of an item, without the lists that raw HTML may have in the same element.
    /// - Parameter id: the item's first paragraph, or the item.
    private func itemText(_ id: NodeID) -> String {
        document[id].kind == .paragraph
            ? document.plainText(of: id)
            : document.children(of: id).filter { isInline($0) }.map { document.plainText(of: $0) }.joined(separator: " ")
    }

    // MARK: Leads

    /// The bold text that a paragraph or an item begins with, and the text after it; nil if it does not begin in bold.
    private func lead(of id: NodeID) -> Passage.Lead? {
        var line = Int(document[id].line)
        var bold: [String] = []
        var children = Array(document.children(of: id))[...]
        while let first = children.first, isBlank(first) { children = children.dropFirst() }
        while let first = children.first, isBold(first) || (!bold.isEmpty && isWhitespace(first)) {
            bold.append(document.plainText(of: first))
            children = children.dropFirst()
        }
        guard !bold.isEmpty else { return nil }
        // The body begins on a later line if there are breaks before it.
        while let first = children.first, isBlank(first) {
            if isBreak(first) { line += 1 }
            children = children.dropFirst()
        }
        var title = bold.joined(separator: " ")
        var body = children.filter { isInline($0) || isWhitespace($0) }.map { inlineText($0) }.joined()
        // The colon of the title may come after the bold text.
        if let first = body.first, ":：".contains(first), !title.hasSuffix(":") {
            title += ":"
            body = String(body.dropFirst())
            if body.allSatisfy(\.isWhitespace), let next = children.dropFirst().first, isBreak(next) { line += 1 }
        }
        body = body.trimmed
        let firstLine = firstLine(of: children).map { $0.hasPrefix(":") ? String($0.dropFirst()).trimmed : $0 }
        return Passage.Lead(
            text: title.trimmed, words: Words(title), body: body, bodyLine: line,
            bodyFirstLine: firstLine.flatMap { $0.isEmpty ? nil : $0 } ?? body)
    }

    /// The text before the first hard break; nil if there is no hard break, or no text before it.
    private func firstLine(of inlines: ArraySlice<NodeID>) -> String? {
        guard let end = inlines.firstIndex(where: { document[$0].kind == .lineBreak || elementName($0) == .br }) else { return nil }
        let text = inlines[..<end].map { inlineText($0) }.joined().trimmed
        return text.isEmpty ? nil : text
    }

    private func isBreak(_ id: NodeID) -> Bool { document[id].kind == .softBreak || document[id].kind == .lineBreak }

    private func inlineText(_ id: NodeID) -> String {
        switch document[id].kind {
        case .softBreak, .lineBreak: " "
        case .text, .code, .literal: String(decoding: document[document[id].text], as: UTF8.self)
        default: document.plainText(of: id)
        }
    }

    private func isWhitespace(_ id: NodeID) -> Bool {
        let node = document[id]
        return node.kind == .text && document[node.text].allSatisfy { $0 <= 0x20 }
    }

    private func isBlank(_ id: NodeID) -> Bool {
        isBreak(id) || document[id].kind == .comment || document[id].kind == .emoji || isWhitespace(id)
    }

    private func isBold(_ id: NodeID) -> Bool {
        switch document[id].kind {
        case .strong: return true
        case .link, .emphasis: return isEntirelyBold(id)
        case .element:
            guard let name = elementName(id) else { return false }
            return name == .strong || name == .b || ([.a, .em, .i, .mark, .span, .u].contains(name) && isEntirelyBold(id))
        default: return false
        }
    }

    private func isEntirelyBold(_ id: NodeID) -> Bool {
        let children = document.children(of: id).filter { !isBlank($0) }
        return !children.isEmpty && children.allSatisfy { isBold($0) }
    }

    // MARK: Tables

    private mutating func addRows(_ rows: [[NodeID]]) {
        guard let headerRow = rows.first, rows.count > 1 else { return }
        let headers = headerRow.map { document.plainText(of: $0) }
        for row in rows.dropFirst() {
            guard let first = row.first else { continue }
            let cells = row.map { document.plainText(of: $0) }
            var passage = Passage(.row, element: first, line: Int(document[first].line), text: cells[0])
            passage.headers = headers
            passage.cells = cells
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
