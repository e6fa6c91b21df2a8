import Bytes
import Markdown

extension Guide {
    /// The page with its reading written into it: the front matter says what it is, and a comment before each title what that is. Whatever later
    /// versions learn, it is read so.
    ///
    /// Titles that share their line with something else, such as items of lists and cells, have no place for a comment; they stay as they are read.
    /// - Parameter text: the file that the guide was read from.
    /// - Returns: the new text, and how many comments were added; nil if the front matter speaks of a guide already.
    package func pinned(_ text: [UInt8], of document: Document) -> (text: [UInt8], count: Int)? {
        guard !document.frontMatter.otherFields.contains(where: { $0.key == "guide" }) else { return nil }
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        let comments = comments(lines)
        var out: [UInt8] = []
        let setting = Array("guide: {kind: \(kind.rawValue), tree: \(hasTree), pinned: true}\n".utf8)
        let hasFrontMatter = lines.first.map(Self.isFence) ?? false
        if !hasFrontMatter { out += Array("---\n".utf8) + setting + Array("---\n\n".utf8) }
        for (index, line) in lines.enumerated() {
            if let comment = comments[index + 1] { out += comment }
            out += line
            if index + 1 < lines.count { out.append(0x0A) }
            if index == 0, hasFrontMatter { out += setting }
        }
        return (out, comments.count)
    }

    /// The comments to write, by the line before which they stand.
    private func comments(_ lines: [ArraySlice<UInt8>]) -> [Int: [UInt8]] {
        var comments: [Int: [UInt8]] = [:]
        for node in nodes where (node.source == .heading || node.source == .bold) && lines.indices.contains(node.line - 1) {
            let line = lines[node.line - 1]
            let indentation = line.prefix { $0 == 0x20 || $0 == 0x09 }
            let before = node.line > 1 ? String(decoding: lines[node.line - 2], as: UTF8.self).trimmed : ""
            // A title in a quote or in an item has no line of its own.
            guard let first = line.dropFirst(indentation.count).first, first == 0x23 || first == 0x2A || first == 0x5F || first > 0x40,
                !before.hasPrefix("<!-- guide:")
            else { continue }
            comments[node.line] = indentation + Array("<!-- guide: \(words(node)) -->\n".utf8)
        }
        return comments
    }

    private func words(_ node: Node) -> String {
        var words = [node.kind.rawValue]
        if let likelihood = node.likelihood { words.append("likelihood=\(likelihood)") }
        if node.isOrdered { words.append("ordered") }
        if node.hasAlternatives { words.append("alternatives") }
        return words.joined(separator: " ")
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        String(decoding: line, as: UTF8.self).trimmedEnd == "---"
    }
}

extension String {
    fileprivate var trimmedEnd: Substring {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
