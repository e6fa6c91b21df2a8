/// Strikethrough, and the emphasis that libcmark left as text.
extension InlineExtensions {
    /// The greatest depth of nodes that delimiters enclose.
    private static let maxDelimiterDepth = 40
    /// How much of the text between two runs is looked at, in bytes.
    private static let maxContent = 2_000

    mutating func readDelimiter(_ scan: inout TextScan) {
        let text = scan.text
        let character = text[scan.index]
        let run = text[scan.index...].prefix { $0 == character }
        let delimiter = DelimiterRun(
            character, count: run.count, before: before(run.startIndex, scan), after: after(run.endIndex, scan))
        guard run.count <= 2, delimiter.canOpen || delimiter.canClose else {
            scan.plain += run
            scan.index += run.count
            return
        }
        let id = addNode(.text, text: run, &scan)
        delimiters[id] = delimiter
        scan.hasDelimiters = true
        scan.index = run.endIndex
    }

    /// The character before an offset; a space or a parenthesis stands for what is before the text.
    private func before(_ index: Int, _ scan: TextScan) -> Unicode.Scalar {
        guard index > scan.text.startIndex else { return Unicode.Scalar(scan.before) }
        var start = index - 1
        while start > scan.text.startIndex, scan.text[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
        return String(decoding: scan.text[start..<index], as: UTF8.self).unicodeScalars.last ?? " "
    }

    /// The character at an offset; a space or a parenthesis stands for what follows the text.
    private func after(_ index: Int, _ scan: TextScan) -> Unicode.Scalar {
        guard index < scan.text.endIndex else { return isSpaceAfter(scan.last) ? " " : "(" }
        return String(decoding: scan.text[index..<min(index + 4, scan.text.endIndex)], as: UTF8.self).unicodeScalars.first ?? " "
    }

    /// Whether a node is the last of its parent, or a line break follows it.
    private func isSpaceAfter(_ node: NodeID) -> Bool {
        let next = builder[node].nextSibling
        return next == .none || builder[next].kind == .softBreak || builder[next].kind == .lineBreak
    }

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
