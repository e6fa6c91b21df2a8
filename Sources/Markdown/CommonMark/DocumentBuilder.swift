/// A document under construction. Nodes are appended to the array; their parents can change until the document is complete.
struct DocumentBuilder {
    /// The greatest depth of nested blocks and inlines. Deeper nodes become children of the deepest node that fits. This bounds every
    /// recursion over documents.
    static let maxDepth = 120

    private(set) var nodes: [Node] = [Node(kind: .document)]
    private(set) var storage: [UInt8] = []
    private var lastChildren: [NodeID] = [.none]
    var links: [Link] = []
    var elements: [Element] = []
    var blocks: [Block] = []
    var hasComments = false

    init(expectedBytes: Int) {
        storage.reserveCapacity(expectedBytes)
        nodes.reserveCapacity(expectedBytes / 16)
        lastChildren.reserveCapacity(expectedBytes / 16)
    }

    subscript(id: NodeID) -> Node {
        get { nodes[Int(id.index)] }
        set { nodes[Int(id.index)] = newValue }
    }

    subscript(text: TextRange) -> ArraySlice<UInt8> { storage[Int(text.start)..<Int(text.end)] }

    /// Adds a node as the last child of `parent`.
    mutating func add(_ node: Node, to parent: NodeID) -> NodeID {
        let id = NodeID(nodes.count)
        nodes.append(node)
        lastChildren.append(.none)
        attach(id, to: parent)
        return id
    }

    /// Adds a node without a parent.
    mutating func addDetached(_ node: Node) -> NodeID {
        nodes.append(node)
        lastChildren.append(.none)
        return NodeID(nodes.count - 1)
    }

    /// Makes a detached node the last child of `parent`.
    mutating func attach(_ id: NodeID, to parent: NodeID) {
        nodes[Int(id.index)].parent = parent
        nodes[Int(id.index)].nextSibling = .none
        let last = lastChildren[Int(parent.index)]
        if last == .none {
            nodes[Int(parent.index)].firstChild = id
        } else {
            nodes[Int(last.index)].nextSibling = id
        }
        lastChildren[Int(parent.index)] = id
    }

    /// Detaches all children of a node and returns them in order.
    mutating func detachChildren(of parent: NodeID) -> [NodeID] {
        var children: [NodeID] = []
        var child = self[parent].firstChild
        while child != .none {
            children.append(child)
            child = self[child].nextSibling
        }
        nodes[Int(parent.index)].firstChild = .none
        lastChildren[Int(parent.index)] = .none
        return children
    }

    /// The last child of a node; `.none` if it has no children.
    func lastChild(of parent: NodeID) -> NodeID { lastChildren[Int(parent.index)] }

    /// Appends UTF-8 to the storage and returns its range.
    mutating func store(_ text: some Sequence<UInt8>) -> TextRange {
        let start = Int32(truncatingIfNeeded: storage.count)
        storage.append(contentsOf: text)
        return TextRange(start: start, end: Int32(truncatingIfNeeded: storage.count))
    }

    /// Adds text to `parent`. Adjacent text is merged into one node.
    ///
    /// - Parameter node: the source position of the new node.
    mutating func add(text: some Sequence<UInt8>, like node: Node, to parent: NodeID) {
        let last = lastChild(of: parent)
        let range = store(text)
        if last != .none, self[last].kind == .text, self[last].text.end == range.start, self[last].isRaw == node.isRaw {
            nodes[Int(last.index)].text.end = range.end
            return
        }
        var node = node
        node.kind = .text
        node.text = range
        _ = add(node, to: parent)
    }

    /// Inserts a new node after a sibling.
    mutating func insert(_ node: Node, after sibling: NodeID) -> NodeID {
        let id = NodeID(nodes.count)
        var node = node
        node.parent = self[sibling].parent
        node.nextSibling = self[sibling].nextSibling
        nodes.append(node)
        lastChildren.append(.none)
        nodes[Int(sibling.index)].nextSibling = id
        if lastChildren[Int(node.parent.index)] == sibling { lastChildren[Int(node.parent.index)] = id }
        return id
    }

    /// Adds a GitBook block, and its address to the links.
    mutating func add(_ block: Block, line: Int32, byteColumn: Int32, to parent: NodeID) -> NodeID {
        var node = Node(kind: .block, line: line, byteColumn: byteColumn)
        node.payload = Int32(truncatingIfNeeded: blocks.count)
        let id = add(node, to: parent)
        var block = block
        if let address = block.address {
            block.link = links.count
            links.append(Link(role: block.role, node: id, destination: address, title: ""))
        }
        blocks.append(block)
        return id
    }
}
