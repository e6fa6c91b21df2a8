import Markdown

/// Pass 1: lays a document out as passages in reading order.
struct ReadingOrder {
    private(set) var all: [Passage] = []
    private let document: Document
    private var disclosures: [Int] = []
    private var disclosureCount = 0
    private var isAside = false
    private var isInStepper = false
    private var lists = 0
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
        case .blockQuote: aside(id)
        case .table: addRows(document.children(of: id).map { Array(document.children(of: $0)) }, below: id)
        case .block: visitBlock(id, document.blocks[Int(node.payload)].name)
        case .element: visitElement(id, document.elements[Int(node.payload)].name)
        default: if !node.kind.isInline { visitChildren(of: id) }
        }
    }

    private mutating func aside(_ id: NodeID) {
        let before = isAside
        isAside = true
        visitChildren(of: id)
        isAside = before
    }

    private mutating func visitBlock(_ id: NodeID, _ name: BlockName) {
        switch name {
        case .hint: aside(id)
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
        case .table: addRows(rows(below: id), below: id)
        case .blockquote, .aside: aside(id)
        case .figure, .picture, .pre, .hr: break
        case _ where isInlineElement(name): break
        default: document.children(of: id).contains { isInline($0) } ? addParagraph(id) : visitChildren(of: id)
        }
    }

    private func isInlineElement(_ name: HTMLElement) -> Bool { !name.isBlock }

    private func isInline(_ id: NodeID) -> Bool {
        let node = document[id]
        if node.kind == .element { return isInlineElement(document.elements[Int(node.payload)].name) }
        return node.kind.isInline && !(node.kind == .text && document[node.text].allSatisfy { $0 <= 0x20 })
    }

    // MARK: Paragraphs and lists

    private mutating func add(_ kind: Passage.Kind, _ id: NodeID, text: String? = nil) {
        var passage = Passage(kind, node: id, line: Int(document[id].line), text: text ?? document.plainText(of: id))
        place(&passage)
        all.append(passage)
    }

    private func place(_ passage: inout Passage) {
        passage.disclosures = disclosures
        passage.isAside = isAside
        passage.isInStepper = isInStepper
    }

    private mutating func addParagraph(_ id: NodeID) {
        var passage = Passage(.paragraph, node: id, line: Int(document[id].line), text: document.plainText(of: id))
        guard !passage.text.isEmpty else { return visitChildren(of: id) }
        place(&passage)
        passage.firstLine = firstLine(of: Array(document.children(of: id))[...]) ?? passage.text
        passage.lead = lead(of: id)
        all.append(passage)
        // GitBook's blocks and disclosures may stand in what CommonMark takes for a paragraph.
        for child in document.children(of: id) where document[child].kind == .block || isBlockElement(child) { visit(child) }
    }

    private func isBlockElement(_ id: NodeID) -> Bool {
        document[id].kind == .element && document.elements[Int(document[id].payload)].name.isBlock
    }

    private mutating func visitList(_ id: NodeID, isOrdered: Bool) {
        lists += 1
        let list = lists
        var number = Int(document[id].kind == .list ? document[id].payload : 1) - 1
        for item in document.children(of: id) {
            number += 1
            var rest = Array(document.children(of: item))
            // The item's text is its first paragraph; in raw HTML it stands in the item itself.
            let first = rest.first { document[$0].kind == .paragraph }
            let holdsText = first == nil && rest.contains { isInline($0) }
            if let text = first ?? (holdsText ? item : nil) {
                var passage = Passage(
                    .item(isOrdered: isOrdered, depth: listDepth), node: item, line: Int(document[text].line), text: itemText(text))
                place(&passage)
                passage.list = list
                if document[text].kind == .paragraph {
                    passage.firstLine = firstLine(of: Array(document.children(of: text))[...]) ?? passage.text
                }
                passage.number = number
                passage.lead = lead(of: text)
                all.append(passage)
            }
            if let first { rest.removeAll { $0 == first } }
            listDepth += 1
            for child in rest where !isInline(child) { visit(child) }
            listDepth -= 1
        }
    }

    /// An item's own text, without lists that raw HTML has in it.
    private func itemText(_ id: NodeID) -> String {
        document[id].kind == .paragraph
            ? document.plainText(of: id)
            : document.children(of: id).filter { isInline($0) }.map { document.plainText(of: $0) }.joined(separator: " ")
    }

    // MARK: Bold beginnings

    /// The bold text that a paragraph begins with, and what follows it.
    private func lead(of id: NodeID) -> Passage.Lead? {
        var line = Int(document[id].line)
        var bold: [String] = []
        var children = Array(document.children(of: id))[...]
        while let first = children.first, isBlank(first) { children = children.dropFirst() }
        while let first = children.first, isBold(first) || (!bold.isEmpty && isSpace(first)) {
            bold.append(document.plainText(of: first))
            children = children.dropFirst()
        }
        guard !bold.isEmpty else { return nil }
        let text = bold.joined(separator: " ")
        // Breaks between the lead and what follows put that on another line.
        while let first = children.first, isBlank(first) {
            if document[first].kind == .softBreak || document[first].kind == .lineBreak { line += 1 }
            children = children.dropFirst()
        }
        var rest = children.filter { isInline($0) || isSpace($0) }.map { piece($0) }.joined()
        var title = text
        // The colon may stand behind the bold words.
        if let first = rest.first, ":：".contains(first), !title.hasSuffix(":") {
            title += ":"
            rest = String(rest.dropFirst())
            if rest.allSatisfy(\.isWhitespace), let next = breakBehindColon(children) { line += next }
        }
        rest = rest.trimmed
        let first = firstLine(of: children).map { $0.hasPrefix(":") ? String($0.dropFirst()).trimmed : $0 }
        return Passage.Lead(
            text: title.trimmed, words: Words(title), rest: rest, restLine: line,
            restFirstLine: first.flatMap { $0.isEmpty ? nil : $0 } ?? rest)
    }

    /// The text before the first hard break; nil where there is none, or nothing before it.
    private func firstLine(of inlines: ArraySlice<NodeID>) -> String? {
        guard let end = inlines.firstIndex(where: { document[$0].kind == .lineBreak || isLineBreakElement($0) }) else { return nil }
        let text = inlines[..<end].map { piece($0) }.joined().trimmed
        return text.isEmpty ? nil : text
    }

    private func isLineBreakElement(_ id: NodeID) -> Bool {
        document[id].kind == .element && document.elements[Int(document[id].payload)].name == .br
    }

    private func breakBehindColon(_ children: ArraySlice<NodeID>) -> Int? {
        children.dropFirst().first.map { document[$0].kind == .lineBreak || document[$0].kind == .softBreak ? 1 : 0 }
    }

    private func piece(_ id: NodeID) -> String {
        switch document[id].kind {
        case .softBreak, .lineBreak: " "
        case .text, .code, .literal: String(decoding: document[document[id].text], as: UTF8.self)
        default: document.plainText(of: id)
        }
    }

    private func isSpace(_ id: NodeID) -> Bool {
        let node = document[id]
        return node.kind == .text && document[node.text].allSatisfy { $0 <= 0x20 }
    }

    private func isBlank(_ id: NodeID) -> Bool {
        let kind = document[id].kind
        return kind == .softBreak || kind == .lineBreak || kind == .comment || kind == .emoji || isSpace(id)
    }

    private func isBold(_ id: NodeID) -> Bool {
        let node = document[id]
        switch node.kind {
        case .strong: return true
        case .link, .emphasis: return isWhollyBold(id)
        case .element:
            let name = document.elements[Int(node.payload)].name
            return name == .strong || name == .b || ([.a, .em, .i, .mark, .span, .u].contains(name) && isWhollyBold(id))
        default: return false
        }
    }

    private func isWhollyBold(_ id: NodeID) -> Bool {
        let children = document.children(of: id).filter { !isBlank($0) }
        return !children.isEmpty && children.allSatisfy { isBold($0) }
    }

    // MARK: Tables

    private mutating func addRows(_ rows: [[NodeID]], below table: NodeID) {
        guard let head = rows.first, rows.count > 1 else { return }
        let heads = head.map { document.plainText(of: $0) }
        for row in rows.dropFirst() {
            guard let first = row.first else { continue }
            let cells = row.map { document.plainText(of: $0) }
            var passage = Passage(.row, node: first, line: Int(document[first].line), text: cells[0])
            place(&passage)
            passage.heads = heads
            passage.cells = cells
            all.append(passage)
        }
    }

    private func rows(below parent: NodeID) -> [[NodeID]] {
        var rows: [[NodeID]] = []
        for child in document.children(of: parent) where document[child].kind == .element {
            if document.elements[Int(document[child].payload)].name == .tr {
                rows.append(document.children(of: child).filter { document[$0].kind == .element })
            } else {
                rows += self.rows(below: child)
            }
        }
        return rows
    }
}
