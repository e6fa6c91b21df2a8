/// Blocks whose content is indented, as MkDocs and its Material theme have them: `!!! note "Title"`, `??? tip`, `=== "Tab"`
/// (https://squidfunk.github.io/mkdocs-material/reference/admonitions/).
enum IndentedBlocks {
    /// With hints, details and tabs of GitBook in place of the blocks.
    static func converted(_ lines: [SourceLine]) -> [SourceLine] {
        var out: [SourceLine] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            guard !line.isCode, let opening = Opening(line.trimmed) else {
                out.append(line)
                index += 1
                continue
            }
            var end = self.end(from: index, lines)
            var block: [SourceLine]
            if opening.mark == "===" {
                var tabs = [(title: opening.title ?? "", content: content(lines, index, end))]
                while end < lines.count, lines[end].indent == line.indent, let next = Opening(lines[end].trimmed), next.mark == "===",
                    !next.isNew
                {
                    let start = end
                    end = self.end(from: start, lines)
                    tabs.append((next.title ?? "", content(lines, start, end)))
                }
                block = GitBookBlocks.tabs(tabs, at: line.number)
            } else {
                let inner = content(lines, index, end)
                let style = GitBookBlocks.style(of: opening.kind) ?? "info"
                // A kind of its own is what the reader sees as the title.
                let title =
                    opening.title ?? (["note", "info", "tip", "warning", "danger"].contains(opening.kind) ? nil : opening.kind.capitalized)
                block =
                    opening.mark == "!!!"
                    ? GitBookBlocks.hint(style, title: title?.isEmpty == true ? nil : title, inner, at: line.number)
                    : GitBookBlocks.details(title ?? opening.kind.capitalized, isOpen: opening.mark == "???+", inner, at: line.number)
            }
            out += GitBookBlocks.placed(block, indent: line.indent, at: line.number)
            index = end
        }
        return out
    }

    private struct Opening {
        let mark: String
        let kind: String
        let title: String?
        /// Whether a tab begins a new group: `===!`.
        let isNew: Bool

        init?(_ text: Substring) {
            guard let mark = ["!!!", "???+", "???", "==="].first(where: text.hasPrefix) else { return nil }
            var rest = text.dropFirst(mark.count)
            isNew = mark == "===" && rest.first == "!"
            if mark == "===" { rest = rest.drop { $0 == "!" || $0 == "+" } }
            let quoted = rest.split(separator: "\"", omittingEmptySubsequences: false)
            let words = quoted[0].split(separator: " ")
            // A rule of equals signs, or anything else that only begins so.
            guard rest.first?.isWhitespace ?? false, mark == "===" ? quoted.count > 2 : !words.isEmpty else { return nil }
            self.mark = mark
            kind = words.first.map { $0.lowercased() } ?? ""
            title = quoted.count > 2 ? quoted[1...].dropLast().joined(separator: "\"") : nil
        }
    }

    /// The index behind the content of the block that begins at a line.
    private static func end(from start: Int, _ lines: [SourceLine]) -> Int {
        let indent = lines[start].indent + 4
        var end = start + 1
        while end < lines.count, lines[end].isBlank || lines[end].indent >= indent { end += 1 }
        // Blank lines behind it belong to what follows.
        while end > start + 1, lines[end - 1].isBlank { end -= 1 }
        // But not those between the tabs of a group.
        var next = end
        while next < lines.count, lines[next].isBlank { next += 1 }
        let isTab = lines[start].trimmed.hasPrefix("===") && next < lines.count && lines[next].trimmed.hasPrefix("===")
        return isTab && lines[next].indent == lines[start].indent ? next : end
    }

    private static func content(_ lines: [SourceLine], _ start: Int, _ end: Int) -> [SourceLine] {
        var inner = Array(lines[(start + 1)..<end])
        let indent = lines[start].indent + 4
        for index in inner.indices { inner[index].text = String(inner[index].text.dropFirst(min(indent, inner[index].indent))) }
        // What is code further in was told by its fences already; what became visible as a fence is found now.
        inner.markCode()
        // A block of code that is never closed ends with the block that it is in.
        if let fence = inner.openFence {
            inner.append(SourceLine(text: String(fence), number: inner.last?.number ?? lines[start].number, isCode: true))
        }
        return converted(inner)
    }
}

extension String {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
