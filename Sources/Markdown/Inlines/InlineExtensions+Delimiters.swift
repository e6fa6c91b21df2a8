/// Strikethrough, and the emphasis that libcmark left as text.
extension InlineExtensions {
    /// The greatest depth of nodes that delimiters enclose.
    private static let maxDelimiterDepth = 40
    /// How much of the text between two runs is looked at, in bytes.
    private static let maxContent = 2_000

    /// Pairs delimiter runs of the same character and length among the children of a node, and encloses what is between them.
    mutating func pairDelimiters(below parent: NodeID) {
        var done: [NodeID] = []
        /// The runs that may still open something, by their character, each with its index in `done`.
        var openers: [UInt8: [(index: Int, delimiter: DelimiterRun)]] = [:]
        var depths: [NodeID: Int] = [:]
        for child in builder.detachChildren(of: parent) {
            guard let delimiter = delimiters[child] else {
                done.append(child)
                continue
            }
            if delimiter.canClose, let opener = openers[delimiter.character]?.last, opener.delimiter.count == delimiter.count,
                opener.index + 1 < done.count, opener.delimiter.encloses(text(of: done[(opener.index + 1)...]), with: delimiter)
            {
                let start = opener.index
                let depth = 1 + (done[start...].lazy.compactMap { depths[$0] }.max() ?? 0)
                if depth <= Self.maxDelimiterDepth {
                    let wrapper = wrap(done[start...], as: delimiter.nodeKind)
                    done.removeSubrange(start...)
                    done.append(wrapper)
                    depths[wrapper] = depth
                    for character in openers.keys {
                        while let last = openers[character]?.last, last.index >= start { openers[character]?.removeLast() }
                    }
                    continue
                }
                openers[delimiter.character] = []
            }
            if delimiter.canOpen { openers[delimiter.character, default: []].append((done.count, delimiter)) }
            done.append(child)
        }
        for child in done { builder.attach(child, to: parent) }
    }

    /// What readers see of some nodes, or the beginning of it.
    private func text(of nodes: ArraySlice<NodeID>) -> String {
        var bytes: [UInt8] = []
        for id in nodes {
            switch builder[id].kind {
            case .text, .literal: bytes += builder[builder[id].text].prefix(Self.maxContent)
            case .softBreak, .lineBreak: bytes.append(0x20)
            // Any other node stands for a word.
            default: bytes.append(UInt8(ascii: "x"))
            }
            if bytes.count >= Self.maxContent { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A node that contains everything after the first of some nodes, which is the opening delimiter.
    private mutating func wrap(_ children: ArraySlice<NodeID>, as kind: Node.Kind) -> NodeID {
        let opener = builder[children[children.startIndex]]
        let wrapper = builder.addDetached(Node(kind: kind, line: opener.line, byteColumn: opener.byteColumn))
        for child in children.dropFirst() { builder.attach(child, to: wrapper) }
        return wrapper
    }
}
