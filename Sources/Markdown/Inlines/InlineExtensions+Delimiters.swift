/// Strikethrough, and the emphasis that libcmark left as text.
extension InlineExtensions {
    /// The greatest depth of nodes that delimiters enclose.
    private static let maxDelimiterDepth = 40

    /// Pairs delimiter runs of the same character and length among the children of a node, and encloses what is between them.
    mutating func pairDelimiters(below parent: NodeID) {
        var done: [NodeID] = []
        var openers: [(index: Int, delimiter: DelimiterRun)] = []
        var depths: [NodeID: Int] = [:]
        for child in builder.detachChildren(of: parent) {
            let delimiter = delimiters[child]
            if let delimiter, delimiter.canClose,
                let opener = openers.lastIndex(where: { $0.delimiter.character == delimiter.character }),
                openers[opener].delimiter.count == delimiter.count, openers[opener].index + 1 < done.count
            {
                let start = openers[opener].index
                let depth = 1 + (done[start...].lazy.compactMap { depths[$0] }.max() ?? 0)
                if depth <= Self.maxDelimiterDepth {
                    let wrapper = wrap(done[start...], as: delimiter.nodeKind)
                    done.removeSubrange(start...)
                    done.append(wrapper)
                    depths[wrapper] = depth
                    openers.removeSubrange(opener...)
                    continue
                }
            }
            if let delimiter, delimiter.canOpen { openers.append((done.count, delimiter)) }
            done.append(child)
        }
        for child in done { builder.attach(child, to: parent) }
    }

    /// A node that contains everything after the first of some nodes, which is the opening delimiter.
    private mutating func wrap(_ children: ArraySlice<NodeID>, as kind: Node.Kind) -> NodeID {
        let opener = builder[children[children.startIndex]]
        let wrapper = builder.addDetached(Node(kind: kind, line: opener.line, byteColumn: opener.byteColumn))
        for child in children.dropFirst() { builder.attach(child, to: wrapper) }
        return wrapper
    }
}
