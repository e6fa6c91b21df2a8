import Diagnostics

extension Document {
    /// The document with other documents as the content of its `include` blocks. Headings are in document order, and ids are unique in the
    /// whole.
    ///
    /// - Parameter includes: documents by the index of the `include`'s link. Their own includes must be in them already.
    public func including(_ includes: [Int: Document]) -> Document {
        guard !includes.isEmpty else { return self }
        return Document(merging: includes, into: self)
    }

    private init(merging includes: [Int: Document], into host: Document) {
        var merger = DocumentMerger(host)
        for block in host.blocks where block.name == .include {
            guard let link = block.link, let included = includes[link] else { continue }
            merger.append(included, below: host.links[link].node)
        }
        merger.orderHeadings()
        self.init(
            dialect: host.dialect, source: host.source, frontMatter: host.frontMatter, bodyOffset: host.bodyOffset, links: merger.links,
            elements: merger.elements, blocks: merger.blocks, footnotes: merger.footnotes, headings: merger.headings,
            anchors: merger.anchors, diagnostics: host.diagnostics, nodes: merger.nodes, storage: merger.storage)
        hasComments = host.hasComments || includes.values.contains(where: \.hasComments)
    }
}

/// Appends the arrays of included documents to those of a document, with all indices shifted.
private struct DocumentMerger {
    private(set) var nodes: [Node]
    private(set) var storage: [UInt8]
    private(set) var links: [Link]
    private(set) var elements: [Element]
    private(set) var blocks: [Block]
    private(set) var footnotes: [String]
    private(set) var headings: [Heading] = []
    private(set) var anchors: [Anchor] = []
    private var headingsByNode: [NodeID: Heading] = [:]
    private var anchorsByNode: [NodeID: [Anchor]] = [:]

    init(_ host: Document) {
        nodes = host.nodes
        storage = host.storage
        links = host.links
        elements = host.elements
        blocks = host.blocks
        footnotes = host.footnotes
        addHeadings(of: host, nodeShift: 0)
    }

    private mutating func addHeadings(of document: Document, nodeShift: Int32) {
        for heading in document.headings {
            let id = heading.node.shifted(nodeShift)
            headingsByNode[id] = heading.with(node: id, anchor: heading.anchor)
        }
        for anchor in document.anchors {
            let id = anchor.node.shifted(nodeShift)
            anchorsByNode[id, default: []].append(Anchor(id: anchor.id, node: id))
        }
    }

    /// Appends a document, and makes its blocks children of a node.
    mutating func append(_ included: Document, below parent: NodeID) {
        let shift = Int32(truncatingIfNeeded: nodes.count)
        let textShift = Int32(truncatingIfNeeded: storage.count)
        let (linkShift, elementShift, blockShift) = (links.count, elements.count, blocks.count)
        let footnoteShift = Int32(truncatingIfNeeded: footnotes.count)
        for var node in included.nodes {
            node.parent = node.parent.shifted(shift)
            node.firstChild = node.firstChild.shifted(shift)
            node.nextSibling = node.nextSibling.shifted(shift)
            if !node.text.isEmpty || node.kind == .codeBlock {
                node.text = TextRange(start: node.text.start + textShift, end: node.text.end + textShift)
            }
            switch node.kind {
            case .link, .image: node.payload += Int32(truncatingIfNeeded: linkShift)
            case .element: node.payload += Int32(truncatingIfNeeded: elementShift)
            case .block: node.payload += Int32(truncatingIfNeeded: blockShift)
            case .footnoteReference: node.payload += footnoteShift
            default: break
            }
            nodes.append(node)
        }
        storage += included.storage
        links += included.links.enumerated().map { index, link in link.shifted(by: shift, index: index, in: included) }
        elements += included.elements.map { $0.shifted(byLinks: linkShift) }
        blocks += included.blocks.map { $0.shifted(byLinks: linkShift) }
        footnotes += included.footnotes
        addHeadings(of: included, nodeShift: shift)
        moveChildren(of: NodeID(index: shift), to: parent)
    }

    /// Moves the definitions of footnotes to the end of the document, and all other children of an included document's root to `parent`.
    private mutating func moveChildren(of includedRoot: NodeID, to parent: NodeID) {
        var child = nodes[Int(includedRoot.index)].firstChild
        var lastOfParent = NodeID.none
        var lastOfRoot = NodeID.root
        var next = nodes[0].firstChild
        while next != .none {
            lastOfRoot = next
            next = nodes[Int(next.index)].nextSibling
        }
        while child != .none {
            let following = nodes[Int(child.index)].nextSibling
            let isFootnote = nodes[Int(child.index)].kind == .block && blocks[Int(nodes[Int(child.index)].payload)].name == .footnote
            nodes[Int(child.index)].nextSibling = .none
            nodes[Int(child.index)].parent = isFootnote ? .root : parent
            if isFootnote {
                if lastOfRoot == .root { nodes[0].firstChild = child } else { nodes[Int(lastOfRoot.index)].nextSibling = child }
                lastOfRoot = child
            } else {
                if lastOfParent == .none {
                    nodes[Int(parent.index)].firstChild = child
                } else {
                    nodes[Int(lastOfParent.index)].nextSibling = child
                }
                lastOfParent = child
            }
            child = following
        }
    }

    /// Puts headings and anchors in document order, and makes their ids unique.
    mutating func orderHeadings() {
        var used = UniqueNames()
        func visit(_ parent: NodeID) {
            var child = nodes[Int(parent.index)].firstChild
            while child != .none {
                if let heading = headingsByNode[child] { headings.append(heading.with(node: child, anchor: used.name(heading.anchor))) }
                for anchor in anchorsByNode[child] ?? [] { anchors.append(Anchor(id: used.name(anchor.id), node: child)) }
                visit(child)
                child = nodes[Int(child.index)].nextSibling
            }
        }
        visit(.root)
    }
}

extension NodeID {
    fileprivate func shifted(_ offset: Int32) -> NodeID { self == .none ? .none : NodeID(index: index + offset) }
}

extension Heading {
    fileprivate func with(node: NodeID, anchor: String) -> Heading {
        Heading(node: node, level: level, anchor: anchor, text: text, line: line, isInOutline: isInOutline)
    }
}

extension Link {
    /// The link in the document that includes its own, with the position in its own file.
    ///
    /// - Parameters:
    ///   - nodeShift: the number of nodes before those of the included document.
    ///   - index: its index in the included document.
    fileprivate func shifted(by nodeShift: Int32, index: Int, in included: Document) -> Link {
        var link = Link(role: role, node: node.shifted(nodeShift), destination: destination, title: title)
        link.origin = origin ?? Origin(file: included.source.file, position: included.position(ofLink: index))
        return link
    }
}

extension Element {
    fileprivate func shifted(byLinks count: Int) -> Element { Element(name: name, attributes: attributes, link: link.map { $0 + count }) }
}

extension Block {
    fileprivate func shifted(byLinks count: Int) -> Block {
        Block(name: name, writtenName: writtenName, attributes: attributes, argument: argument, link: link.map { $0 + count })
    }
}
