import Diagnostics

extension Document {
    /// The document with other documents put where its `include` blocks stand. Headings of all of them are one row, with ids that are unique
    /// in the whole.
    ///
    /// - Parameter parts: documents by the place of the `include`'s link. They are taken as they are: what they include is in them already.
    public func including(_ parts: [Int: Document]) -> Document {
        guard !parts.isEmpty else { return self }
        return Document(joining: self, parts)
    }

    private init(joining host: Document, _ parts: [Int: Document]) {
        var joint = DocumentMerger(host)
        for block in host.blocks where block.name == .include {
            guard let link = block.link, let part = parts[link] else { continue }
            joint.append(part, below: host.links[link].node)
        }
        joint.orderHeadings()
        self.init(
            dialect: host.dialect, source: host.source, frontMatter: host.frontMatter, bodyOffset: host.bodyOffset, links: joint.links,
            elements: joint.elements, blocks: joint.blocks, footnotes: joint.footnotes, headings: joint.headings, anchors: joint.anchors,
            diagnostics: host.diagnostics, nodes: joint.nodes, storage: joint.storage)
    }
}

/// The tables of a document, to which those of others are added.
private struct DocumentMerger {
    var nodes: [Node]
    var storage: [UInt8]
    var links: [Link]
    var elements: [Element]
    var blocks: [Block]
    var footnotes: [String]
    var headings: [Heading] = []
    var anchors: [Anchor] = []
    private var headingsByNode: [NodeID: Heading] = [:]
    private var anchorsByNode: [NodeID: [Anchor]] = [:]

    init(_ host: Document) {
        nodes = host.nodes
        storage = host.storage
        links = host.links
        elements = host.elements
        blocks = host.blocks
        footnotes = host.footnotes
        add(host, nodeShift: 0)
    }

    private mutating func add(_ document: Document, nodeShift: Int32) {
        for heading in document.headings {
            let id = heading.node.shifted(nodeShift)
            headingsByNode[id] = heading.with(node: id, anchor: heading.anchor)
        }
        for anchor in document.anchors {
            let id = anchor.node.shifted(nodeShift)
            anchorsByNode[id, default: []].append(Anchor(id: anchor.id, node: id))
        }
    }

    /// Adds a document's tables, and hangs its blocks from a node.
    mutating func append(_ part: Document, below parent: NodeID) {
        let shift = Int32(truncatingIfNeeded: nodes.count)
        let textShift = Int32(truncatingIfNeeded: storage.count)
        let (linkShift, elementShift, blockShift) = (links.count, elements.count, blocks.count)
        let footnoteShift = Int32(truncatingIfNeeded: footnotes.count)
        for var node in part.nodes {
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
        storage += part.storage
        links += part.links.enumerated().map { index, link in link.moved(to: part, index, nodeShift: shift) }
        elements += part.elements.map { $0.moved(by: linkShift) }
        blocks += part.blocks.map { $0.moved(by: linkShift) }
        footnotes += part.footnotes
        add(part, nodeShift: shift)
        hang(NodeID(index: shift), from: parent)
    }

    /// A part's footnotes stand with those of the page, at its end; all else is put below the block.
    private mutating func hang(_ root: NodeID, from parent: NodeID) {
        var child = nodes[Int(root.index)].firstChild
        var lastOfBlock = NodeID.none
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
                if lastOfBlock == .none {
                    nodes[Int(parent.index)].firstChild = child
                } else {
                    nodes[Int(lastOfBlock.index)].nextSibling = child
                }
                lastOfBlock = child
            }
            child = following
        }
    }

    /// Puts headings and ids in the order of the text, each id used once.
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
    /// The link as one of a document that includes its own.
    fileprivate func moved(to part: Document, _ index: Int, nodeShift: Int32) -> Link {
        var link = Link(role: role, node: node.shifted(nodeShift), destination: destination, title: title)
        link.origin = origin ?? Origin(file: part.source.file, position: part.position(ofLink: index))
        return link
    }
}

extension Element {
    fileprivate func moved(by offset: Int) -> Element { Element(name: name, attributes: attributes, link: link.map { $0 + offset }) }
}

extension Block {
    fileprivate func moved(by offset: Int) -> Block {
        Block(name: name, writtenName: writtenName, attributes: attributes, argument: argument, link: link.map { $0 + offset })
    }
}
