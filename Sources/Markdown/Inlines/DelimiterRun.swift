import Bytes

/// A run of `~`, `*` or `_` that libcmark left as text. The terms are CommonMark's: https://spec.commonmark.org/0.30/#delimiter-run
struct DelimiterRun {
    let character: UInt8
    let count: Int
    let canOpen: Bool
    let canClose: Bool

    /// - Parameters:
    ///   - before: the byte before the run.
    ///   - after: the byte after the run.
    init(_ character: UInt8, count: Int, before: UInt8, after: UInt8) {
        self.character = character
        self.count = count
        canOpen = Self.canOpen(character, before, after)
        canClose = Self.canClose(character, count, before, after)
    }

    /// The kind of node that the run and one like it enclose.
    var nodeKind: Node.Kind { character == .tilde ? .strikethrough : count == 2 ? .strong : .emphasis }

    /// GFM's rule for `~`. A `*` or `_` that libcmark left opens before anything that is not white space.
    private static func canOpen(_ character: UInt8, _ before: UInt8, _ after: UInt8) -> Bool {
        guard !after.isASCIIWhitespace else { return false }
        switch character {
        case .tilde: return !after.isASCIIPunctuation || before.isASCIIWhitespace || before.isASCIIPunctuation
        case .underscore: return !before.isASCIIAlphanumeric
        default: return true
        }
    }

    /// GitBook also closes bold after a space if a word follows: `**text **word`.
    private static func canClose(_ character: UInt8, _ count: Int, _ before: UInt8, _ after: UInt8) -> Bool {
        if before.isASCIIWhitespace { return character == .asterisk && count == 2 && !after.isASCIIWhitespace }
        switch character {
        case .tilde: return !before.isASCIIPunctuation || after.isASCIIWhitespace || after.isASCIIPunctuation
        case .underscore: return !after.isASCIIAlphanumeric
        default: return true
        }
    }
}

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
