import Diagnostics

/// Start and end tags.
extension HTMLTreeBuilder {
    mutating func start(_ element: HTMLElement, attributes: [Attribute], isSelfClosing: Bool, at position: TagPosition) {
        closeElements(endedBy: element)
        guard element.isAllowed else {
            return startForbidden(element, attributes: attributes, isSelfClosing: isSelfClosing, at: position)
        }
        guard element.isVoid || isWithinDepth(position) else { return }
        element.isBlock ? endLooseParagraph() : beginLooseParagraph(builder[position.node])
        let required = element.requiredParents
        if !required.isEmpty, !isDirectlyInside(required) {
            openMissingParents(of: element, at: position)
        } else if required.isEmpty, !element.isVoid || element == .img {
            openImpliedElements()
        }
        let isMisplaced = !required.isEmpty && !isDirectlyInside(required)
        if isMisplaced || !makeRoom(for: element) {
            if !element.isVoid { openWithoutNode(element, at: position) }
        } else if element.isVoid {
            _ = add(element, attributes: attributes, at: position)
        } else {
            push(element, attributes: attributes, at: position)
            if isSelfClosing, element == .a { openElements.removeLast() }
        }
    }

    /// Whether the innermost open element is one of these. GitBook's blocks may be in between.
    private func isDirectlyInside(_ parents: [HTMLElement]) -> Bool {
        openElements.last { $0.element != nil }?.element.map { parents.contains($0) } ?? false
    }

    /// Adds an element and opens it.
    mutating func push(_ element: HTMLElement, attributes: [Attribute], at position: TagPosition) {
        let node = add(element, attributes: attributes, at: position)
        openElements.append(OpenElement(element: element, node: node, position: position))
    }

    /// Opens an element whose tags are left out and whose content is kept.
    private mutating func openWithoutNode(_ element: HTMLElement, at position: TagPosition) {
        openElements.append(OpenElement(element: element, node: currentElement, position: position))
    }

    private mutating func add(_ name: HTMLElement, attributes: [Attribute], at position: TagPosition) -> NodeID {
        let source = builder[position.node]
        var node = Node(kind: .element, line: source.line, byteColumn: source.byteColumn)
        node.payload = Int32(truncatingIfNeeded: builder.elements.count)
        let id = builder.add(node, to: insertionParent)
        var element = Element(name: name, attributes: attributes, link: nil)
        if let address = name.addressAttribute.flatMap({ element[$0] }) ?? (name == .source ? element["src"] : nil) {
            element.link = builder.links.count
            let role: Link.Role = name == .a ? .hyperlink : .image
            builder.links.append(Link(role: role, node: id, destination: address, title: element["title"] ?? ""))
        }
        builder.elements.append(element)
        return id
    }

    /// Opens the row that a table's cell is missing. Other missing parents cannot be inferred.
    private mutating func openMissingParents(of element: HTMLElement, at position: TagPosition) {
        guard element == .td || element == .th, let outer = openElements.last?.element else { return }
        for implied in outer.impliedChildren.dropLast() where [.table, .thead, .tbody, .tfoot].contains(outer) {
            push(implied, attributes: [], at: position)
        }
    }

    /// Whether an element may be added here. Makes a `div` of a paragraph for a block.
    private mutating func makeRoom(for element: HTMLElement) -> Bool {
        guard element.isBlock, currentElement == nil else { return true }
        switch builder[parent].kind {
        case .document, .blockQuote, .item, .element, .block, .tableCell: return true
        case .paragraph:
            convertToDivision(parent)
            return true
        default: return false
        }
    }

    private mutating func startForbidden(
        _ element: HTMLElement, attributes: [Attribute], isSelfClosing: Bool, at position: TagPosition
    ) {
        let name = element.rawValue
        if element.isOpaque {
            if !isSelfClosing { skippedElement = element }
            return report(
                .htmlRemoved, "<\(name)> and what is in it is left out",
                "take it out; pages run no scripts but the theme's, and a theme's styles are in custom.css", at: position)
        }
        if element.isShownAsLink, let address = attributes.first(where: { $0.name == "src" })?.value, !address.isEmpty {
            openImpliedElements()
            beginLooseParagraph(builder[position.node])
            let link = add(.a, attributes: [Attribute(name: "href", value: address)], at: position)
            builder.add(text: address.utf8, like: builder[link], to: link)
            report(
                .htmlRemoved, "<\(name)> is shown as a link to its address",
                "write a link, which can say in words where it leads", at: position)
        } else {
            report(
                .htmlRemoved, "<\(name)> is left out; its content is shown",
                "take its tags out, or write them as code if readers are to see them", at: position)
        }
        if !element.isVoid, !isSelfClosing, isWithinDepth(position) { openWithoutNode(element, at: position) }
    }

    // MARK: Closing

    /// Closes the elements that the start tag of `next` ends, such as the previous item of a list.
    private mutating func closeElements(endedBy next: HTMLElement) {
        var index = openElements.count - 1
        while index >= 0 {
            guard let element = openElements[index].element else { return }
            if element.isEnded(by: next) {
                openElements.removeSubrange(index...)
            } else if element.isScope {
                return
            }
            index -= 1
        }
    }

    mutating func end(_ element: HTMLElement, at position: TagPosition) {
        if element.isVoid { return }
        guard let index = indexOfOpen(element) else {
            return report(.htmlUnbalanced, "</\(element.rawValue)> closes nothing", nil, at: position)
        }
        for inner in openElements[(index + 1)...].reversed() { reportUnclosed(inner) }
        openElements.removeSubrange(index...)
    }

    /// The index of the open element that an end tag closes; nil if there is none in its scope.
    private func indexOfOpen(_ element: HTMLElement) -> Int? {
        let isTablePart = [.table, .thead, .tbody, .tfoot, .tr, .td, .th].contains(element)
        for index in openElements.indices.reversed() {
            guard let candidate = openElements[index].element else { return nil }
            if candidate == element { return index }
            let isCell = candidate == .td || candidate == .th
            if isTablePart ? candidate == .table : isCell || (candidate.isScope && !element.isBlock) { return nil }
        }
        return nil
    }
}
