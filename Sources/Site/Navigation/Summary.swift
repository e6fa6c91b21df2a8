import Diagnostics
import Markdown

/// The table of contents that a writer keeps in `SUMMARY.md`.
struct Summary {
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

    /// Reads a `SUMMARY.md`: a list of links nested as deeply as one likes, headings for groups. Its title is of no account.
    init(_ document: Document) {
        self.document = document
        diagnostics = document.diagnostics
        var hasContent = false
        for child in document.children(of: .root) {
            switch document[child].kind {
            case .heading where document[child].level > 1 || hasContent: openGroup(child)
            case .heading, .thematicBreak, .comment: continue
            case .list:
                hasContent = true
                for item in document.children(of: child) { add(self.item(item)) }
            case .paragraph: addParagraph(child)
            case .element: addParagraph(child)
            default: report(child)
            }
        }
    }

    private mutating func openGroup(_ heading: NodeID) {
        let title = document.plainText(of: heading)
        guard !title.isEmpty else { return }
        items.append(Item(label: title, position: document.position(of: heading), isGroup: true))
    }

    private mutating func add(_ item: Item?) {
        guard let item else { return }
        if let last = items.indices.last, items[last].isGroup {
            items[last].children.append(item)
        } else {
            items.append(item)
        }
    }

    /// Older books have links outside any list.
    private mutating func addParagraph(_ paragraph: NodeID) {
        let links = links(below: paragraph)
        if links.isEmpty { return report(paragraph) }
        for link in links { add(item(ofLink: link)) }
    }

    private mutating func item(_ node: NodeID) -> Item? {
        var item: Item?
        for child in document.children(of: node) {
            switch document[child].kind {
            case .list:
                let children = document.children(of: child).compactMap { self.item($0) }
                if item == nil { item = Item(label: "", position: document.position(of: node)) }
                item?.children += children
            case .codeBlock: reportComputed(child)
            default:
                guard item == nil else { continue }
                if let link = links(below: child).first {
                    item = self.item(ofLink: link)
                } else {
                    let label = document.plainText(of: child)
                    if !label.isEmpty { item = Item(label: label, position: document.position(of: child)) }
                }
            }
        }
        return item
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
