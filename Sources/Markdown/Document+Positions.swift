import Diagnostics

extension Document {
    /// Where a link stands in the file. libcmark's columns are exact on a paragraph's first line; elsewhere, and in raw HTML, the
    /// address itself is looked for.
    public func position(ofLink index: Int) -> SourcePosition {
        let link = links[index]
        let node = self[link.node]
        let lineStart = source.offset(ofLine: Int(node.line))
        let guess = lineStart + max(Int(node.byteColumn), 1) - 1
        let isBlockHTML = node.kind == .element && self[node.parent].kind != .paragraph
        if !isBlockHTML, guess < source.bytes.count, opensLink(source.bytes[guess], node.kind) { return source.position(at: guess) }
        guard var found = offset(of: link.destination, from: lineStart) else { return position(of: link.node) }
        for earlier in links[..<index] where self[earlier.node].line == node.line && earlier.destination == link.destination {
            found = offset(of: link.destination, from: found + 1) ?? found
        }
        return source.position(at: found)
    }

    private func opensLink(_ byte: UInt8, _ kind: Node.Kind) -> Bool {
        switch kind {
        case .link: byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<")
        case .image: byte == UInt8(ascii: "!")
        default: byte == UInt8(ascii: "<")
        }
    }

    /// The next place of an address as it is written, at or after a byte of the file.
    private func offset(of destination: String, from start: Int) -> Int? {
        let pattern = Array(destination.utf8)
        guard let first = pattern.first else { return nil }
        var index = start
        while index < source.bytes.count, let found = source.bytes[index...].firstIndex(of: first) {
            if source.bytes[found...].starts(with: pattern) { return found }
            index = found + 1
        }
        return nil
    }
}

extension Document {
    /// The bytes of a link's address, at or after a byte of the file; nil where it is written otherwise than it reads, with escapes
    /// or references.
    public func range(ofAddress link: Link, from start: Int) -> Range<Int>? {
        let bytes = source.bytes
        var from = max(start, source.offset(ofLine: Int(self[link.node].line)))
        while let found = offset(of: link.destination, from: from) {
            // An address stands behind a bracket, a quote, an equals sign or a space.
            if found > 0, "(<\"'= ".utf8.contains(bytes[found - 1]) { return found..<(found + link.destination.utf8.count) }
            from = found + 1
        }
        return nil
    }
}
