import Diagnostics

extension Document {
    /// The position of a link in its file. libcmark's columns are exact only on a paragraph's first line; elsewhere, and in raw HTML, the
    /// address is searched for.
    public func position(ofLink index: Int) -> SourcePosition {
        let link = links[index]
        if let origin = link.origin { return origin.position }
        let node = self[link.node]
        let lineStart = source.offset(ofLine: Int(node.line))
        let guess = lineStart + max(Int(node.byteColumn), 1) - 1
        let isBlockHTML = node.kind == .element && self[node.parent].kind != .paragraph
        if !isBlockHTML, guess < source.bytes.count, opensLink(source.bytes[guess], node.kind) { return source.position(at: guess) }
        // An address that is written in another way, with character references for instance, is not looked for in the whole file.
        let limit = source.offset(ofLine: Int(node.line) + 100)
        guard var match = range(of: link.destination, from: lineStart, before: limit) else { return position(of: link.node) }
        for _ in 0..<equalLinks(before: index) { match = range(of: link.destination, from: match.upperBound, before: limit) ?? match }
        return source.position(at: node.kind == .element ? match.lowerBound : opening(before: match.lowerBound))
    }

    /// How many links before this one have the same address on the same line. Of more than a few dozen, nobody looks for each.
    private func equalLinks(before index: Int) -> Int {
        let line = self[links[index].node].line
        var count = 0
        for earlier in links[..<index].reversed() {
            if self[earlier.node].line != line || count == 50 { break }
            if earlier.destination == links[index].destination { count += 1 }
        }
        return count
    }

    /// The offset of the bracket that opens the link with its address at an offset, or of an image's `!`.
    private func opening(before address: Int) -> Int {
        let bytes = source.bytes
        guard var index = bytes[..<address].lastIndex(of: .closeBracket), address - index <= 3 else { return address }
        var depth = 0
        while index >= 0 {
            if bytes[index] == .closeBracket { depth += 1 }
            if bytes[index] == .openBracket { depth -= 1 }
            if depth == 0 { return index > 0 && bytes[index - 1] == .exclamation ? index - 1 : index }
            index -= 1
        }
        return address
    }

    private func opensLink(_ byte: UInt8, _ kind: Node.Kind) -> Bool {
        switch kind {
        case .link: byte == .openBracket || byte == .lessThan
        case .image: byte == .exclamation
        default: byte == .lessThan
        }
    }

    /// The next occurrence of an address at or after an offset, with or without Markdown's escapes.
    private func range(of address: String, from start: Int, before limit: Int = .max) -> Range<Int>? {
        let bytes = source.bytes
        let pattern = Array(address.utf8)
        guard let first = pattern.first else { return nil }
        let end = min(limit, bytes.count)
        var index = start
        while index < end, let match = bytes[index..<end].firstIndex(of: first) {
            if let end = self.end(of: pattern, at: match) { return match..<end }
            index = match + 1
        }
        return nil
    }

    /// The end of the occurrence of `pattern` at an offset; nil if it does not occur there.
    private func end(of pattern: [UInt8], at start: Int) -> Int? {
        let bytes = source.bytes
        var index = start
        for byte in pattern {
            if index < bytes.count, bytes[index] == .backslash, byte != bytes[index] { index += 1 }
            guard index < bytes.count, bytes[index] == byte else { return nil }
            index += 1
        }
        return index
    }

    /// The next occurrence of a link's address at or after an offset, in any context.
    public func range(ofAddress link: Link, anywhereFrom start: Int) -> Range<Int>? { range(of: link.destination, from: start) }

    /// The next occurrence of a link's address at or after an offset where an address can be; nil if there is none, as when it is written
    /// with character references.
    public func range(ofAddress link: Link, from start: Int) -> Range<Int>? {
        var from = max(start, source.offset(ofLine: Int(self[link.node].line)))
        while let match = range(of: link.destination, from: from) {
            // An address follows a bracket, a quote, an equals sign or a space.
            if match.lowerBound > 0, "(<\"'= ".utf8.contains(source.bytes[match.lowerBound - 1]) { return match }
            from = match.lowerBound + 1
        }
        return nil
    }
}

extension Document {
    /// Whether a node is `other` or a descendant of it.
    public func isNode(_ id: NodeID, inside other: NodeID) -> Bool {
        var next = id
        while next != .none {
            if next == other { return true }
            next = self[next].parent
        }
        return false
    }
}

extension Document {
    /// The items of all ordered lists, of Markdown or of raw HTML, in document order.
    public var orderedItems: some Sequence<NodeID> {
        nodes.indices.lazy.map { NodeID(index: Int32($0)) }.filter { isItem($0) && isOrderedList(self[$0].parent) }
    }

    /// The first paragraph of an item; the item itself if it has none.
    public func firstParagraph(of item: NodeID) -> NodeID {
        children(of: item).first { self[$0].kind == .paragraph } ?? item
    }

    /// The nodes of bold text.
    public var boldTexts: some Sequence<NodeID> {
        nodes.indices.lazy.filter { nodes[$0].kind == .strong }.map { NodeID(index: Int32($0)) }
    }
}

extension Document {
    /// A short name of the text without its front matter, by which translations say what they were made of: eight characters.
    public var bodyHash: String { String(Array(source.bytes[bodyOffset...]).contentHash.suffix(8)) }
}
