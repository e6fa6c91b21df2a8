import Bytes

/// Collects a document's headings and anchors, and gives each of them a unique id.
struct HeadingPass {
    private(set) var headings: [Heading] = []
    private(set) var anchors: [Anchor] = []
    private(set) var builder: DocumentBuilder
    private var used = UniqueNames()

    init(_ builder: consuming DocumentBuilder) {
        self.builder = builder
        visit(.root, isInOutline: true)
    }

    private mutating func visit(_ parent: NodeID, isInOutline: Bool) {
        var child = builder[parent].firstChild
        while child != .none {
            let node = builder[child]
            switch node.kind {
            case .heading: addHeading(child, isInOutline: isInOutline)
            case .element:
                addAnchors(of: child)
                visit(child, isInOutline: isInOutline && builder.elements[Int(node.payload)].name != .details)
            case .block: visit(child, isInOutline: isInOutline && builder.blocks[Int(node.payload)].name.isInOutline)
            case .list, .item, .blockQuote: visit(child, isInOutline: false)
            case .paragraph, .table, .tableRow, .tableCell, .strikethrough, .emphasis, .strong, .link:
                visit(child, isInOutline: isInOutline)
            default: break
            }
            child = node.nextSibling
        }
    }

    private mutating func addAnchors(of id: NodeID) {
        let element = builder.elements[Int(builder[id].payload)]
        guard let name = element["id"] ?? (element.name == .a ? element["name"] : nil), !name.isEmpty else { return }
        anchors.append(Anchor(id: unique(name), node: id))
    }

    private mutating func addHeading(_ id: NodeID, isInOutline: Bool) {
        let explicit = takeExplicitAnchors(of: id)
        let text = builder.visibleText(of: id).trimmed
        let slug = Slug.gitBook(text.withoutShortcodes)
        let node = builder[id]
        headings.append(
            Heading(
                node: id, level: Int(node.level), anchor: unique(explicit.first ?? (slug.isEmpty ? "section" : slug)), text: text,
                line: Int(node.line), isInOutline: isInOutline))
        for name in explicit.dropFirst() where !used.contains(name) { anchors.append(Anchor(id: unique(name), node: id)) }
    }

    /// Removes the empty `<a id>` elements of a heading, or the `{#id}` at its end, and returns their ids.
    private mutating func takeExplicitAnchors(of heading: NodeID) -> [String] {
        var ids: [String] = []
        var last = NodeID.none
        for child in builder.detachChildren(of: heading) {
            if let id = emptyAnchor(child) {
                ids.append(id)
            } else {
                builder.attach(child, to: heading)
                last = child
            }
        }
        if ids.isEmpty, last != .none, let id = takeTrailingID(last) { ids.append(id) }
        return ids
    }

    /// The id of an empty `<a>` element; nil for any other node.
    private func emptyAnchor(_ id: NodeID) -> String? {
        let node = builder[id]
        guard node.kind == .element else { return nil }
        let element = builder.elements[Int(node.payload)]
        guard element.name == .a, let name = element["id"] ?? element["name"], !name.isEmpty else { return nil }
        return builder.visibleText(of: id).trimmed.isEmpty && node.firstChild == .none ? name : nil
    }

    /// Removes the id from `## Title {#id}`, a notation of kramdown and older GitBook, and returns it.
    private mutating func takeTrailingID(_ last: NodeID) -> String? {
        guard builder[last].kind == .text, builder[builder[last].text].last(where: { !$0.isASCIIWhitespace }) == .closeBrace else {
            return nil
        }
        let text = String(decoding: builder[builder[last].text], as: UTF8.self).trimmed
        guard text.hasSuffix("}"), let open = text.firstRange(of: "{#") else { return nil }
        let id = text[open.upperBound...].dropLast()
        guard !id.isEmpty, id.allSatisfy({ $0.isLetter || $0.isNumber || "-_.:".contains($0) }) else { return nil }
        builder[last].text = builder.store(String(text[..<open.lowerBound]).trimmed.utf8)
        return String(id)
    }

    /// A free id for a name, with hyphens in place of white space.
    private mutating func unique(_ name: String) -> String {
        used.name(name.utf8.contains(where: \.isASCIIWhitespace) ? String(name.map { $0.isWhitespace ? "-" : $0 }) : name)
    }
}

extension String {
    /// The string without the `:shortcodes:` of emoji.
    fileprivate var withoutShortcodes: String {
        guard containsByte(.colon) else { return self }
        var segments = split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var index = 1
        while index + 1 < segments.count {
            let isName =
                !segments[index].isEmpty
                && segments[index].utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == .underscore || $0 == .hyphen }
            if isName, segments[index].utf8.contains(where: \.isASCIILetter) {
                segments[index - 1] += segments[index + 1]
                segments.removeSubrange(index...(index + 1))
            } else {
                index += 1
            }
        }
        return segments.joined(separator: ":")
    }
}
