import Diagnostics
import Markdown
import Paths

/// The table of contents that a writer keeps in `SUMMARY.md`.
package struct Summary {
    /// An item or a group of the table.
    struct Item {
        var label: String
        /// The short title in the link's quotes.
        var shortTitle: String?
        /// Nil for a group and for an item that is text alone.
        var destination: String?
        var position: SourcePosition
        var isGroup = false
        var children: [Item] = []
    }

    private(set) var items: [Item] = []
    private(set) var diagnostics: [Diagnostic]
    private let document: Document
    /// The levels of the headings of the groups that are open, outermost first.
    private var openGroups: [Int] = []

    /// Reads a `SUMMARY.md`: a list of links nested as deeply as one likes, headings for groups. Its title is of no account.
    /// - Parameters:
    ///   - file: the file, as findings name it.
    ///   - text: its bytes.
    package init(_ file: SourceFile, _ text: [UInt8]) {
        self.init(Document(parsing: Source(file: file, raw: text.withoutComments)))
    }

    init(_ document: Document) {
        self.document = document
        diagnostics = document.diagnostics
        for child in document.children(of: .root) { read(child) }
        reportEmptyGroups(items)
    }

    private mutating func read(_ node: NodeID) {
        switch document[node].kind {
        case .heading where document[node].level > 1 || !items.isEmpty: openGroup(node)
        case .heading, .thematicBreak, .comment: return
        case .list: for item in document.children(of: node) { for item in self.items(item) { add(item) } }
        case .paragraph, .element: addParagraph(node)
        // A condition: what depends on the reader is listed for all.
        case .block: for child in document.children(of: node) { read(child) }
        default: report(node)
        }
    }

    private mutating func reportEmptyGroups(_ items: [Item]) {
        for item in items {
            if item.isGroup, item.children.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .summarySyntax, in: document.source.file, at: item.position,
                        "the group “\(item.label)” has no pages and is not shown",
                        help: "list its pages below it, or take it out"))
            }
            reportEmptyGroups(item.children)
        }
    }

    /// A heading of the second level opens a group, a deeper one a part of it.
    private mutating func openGroup(_ heading: NodeID) {
        let title = document.plainText(of: heading)
        guard !title.isEmpty else { return }
        let level = Int(document[heading].level)
        var group = Item(label: title, position: document.position(of: heading))
        openGroups.removeAll { $0 >= level }
        group.isGroup = openGroups.isEmpty
        for link in links(below: heading) { group.children.append(item(ofLink: link)) }
        add(group)
        openGroups.append(level)
    }

    /// Adds an item to the innermost group that is open.
    private mutating func add(_ item: Item) { Self.add(item, to: &items, depth: openGroups.count) }

    private static func add(_ item: Item, to items: inout [Item], depth: Int) {
        guard depth > 0, let last = items.indices.last else { return items.append(item) }
        add(item, to: &items[last].children, depth: depth - 1)
    }

    /// Older books have links outside any list.
    private mutating func addParagraph(_ paragraph: NodeID) {
        let links = links(below: paragraph)
        if links.isEmpty { return report(paragraph) }
        for link in links { add(item(ofLink: link)) }
    }

    /// The items that a list's item stands for: usually one, but each of its links counts.
    private mutating func items(_ node: NodeID) -> [Item] {
        var items: [Item] = []
        for child in document.children(of: node) {
            switch document[child].kind {
            case .list:
                if items.isEmpty { items.append(Item(label: "", position: document.position(of: node))) }
                for inner in document.children(of: child) { items[items.count - 1].children += self.items(inner) }
            case .block:
                if items.isEmpty { items.append(Item(label: "", position: document.position(of: node))) }
                items[items.count - 1].children += self.items(child)
            case .codeBlock: reportComputed(child)
            case .comment: continue
            default:
                let links = links(below: child)
                items += links.map(item(ofLink:))
                // Most items are links and nothing else.
                if !links.isEmpty, document.children(of: child).allSatisfy({ document[$0].kind == .link }) { continue }
                let text = document.plainText(of: child)
                // A link within a link is one that CommonMark does not know.
                if text.contains("](") || text.contains("] (") {
                    report(child)
                } else if !links.isEmpty {
                    reportWords(beside: links, child, text)
                }
                if links.isEmpty, !text.isEmpty { items.append(Item(label: text, position: document.position(of: child))) }
            }
        }
        return items
    }

    /// Reports words that stand beside the links of an item and are shown nowhere.
    private mutating func reportWords(beside links: [Int], _ node: NodeID, _ text: String) {
        let rest = links.reduce(text) { text, link in
            let label = document.plainText(of: document.links[link].node)
            return text.replacing(label, with: " ", maxReplacements: 1)
        }
        guard rest.contains(where: { $0.isLetter || $0.isNumber }) else { return }
        diagnostics.append(
            Diagnostic(
                .summarySyntax, in: document.source.file, at: document.position(of: node), "“\(rest.trimmed)” beside the link is not shown",
                help: "put it into the link's text, or take it out"))
    }

    private func item(ofLink index: Int) -> Item {
        let link = document.links[index]
        return Item(
            label: document.plainText(of: link.node), shortTitle: link.title.isEmpty ? nil : link.title,
            destination: link.destination, position: document.position(ofLink: index))
    }

    /// The links below a node, by their place in the document's table.
    private func links(below root: NodeID) -> [Int] {
        var found: [Int] = []
        func visit(_ id: NodeID) {
            let node = document[id]
            if node.kind == .link {
                found.append(Int(node.payload))
            } else if node.kind == .element, let link = document.elements[Int(node.payload)].link, document.links[link].role == .hyperlink {
                found.append(link)
            } else if node.kind != .list {
                for child in document.children(of: id) { visit(child) }
            }
        }
        visit(root)
        return found
    }

    /// GitBook computes such entries from a description that it holds itself, by name.
    private mutating func reportComputed(_ node: NodeID) {
        diagnostics.append(
            Diagnostic(
                .summaryComputed, in: document.source.file, at: document.position(of: node),
                "GitBook computes the pages of this entry; nothing is known of them here, and the entry is left out",
                help: "write a page with {% openapi-operation %} blocks, and list it"))
    }

    private mutating func report(_ node: NodeID) {
        diagnostics.append(
            Diagnostic(
                .summarySyntax, in: document.source.file, at: document.position(of: node),
                "this part of the table of contents is not understood, and left out",
                help: "use headings for groups and lists of links for pages"))
    }
}

extension [UInt8] {
    /// The text with blanks for HTML comments: one at the beginning of a line would end the list around it.
    fileprivate var withoutComments: [UInt8] {
        var text = self
        var index = 0
        while let start = text.index(of: "<!--", from: index), let end = text.index(of: "-->", from: start + 4) {
            for offset in start..<(end + 3) where text[offset] != 0x0A && text[offset] != 0x0D { text[offset] = 0x20 }
            index = end + 3
        }
        return text
    }

    private func index(of pattern: StaticString, from start: Int) -> Int? {
        let pattern = UnsafeBufferPointer(start: pattern.utf8Start, count: pattern.utf8CodeUnitCount)
        var index = start
        while index + pattern.count <= count {
            if self[index] == pattern[0], self[index..<(index + pattern.count)].elementsEqual(pattern) { return index }
            index += 1
        }
        return nil
    }
}
