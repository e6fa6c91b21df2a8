import Paths

/// Blocks between colons, as Docusaurus, VitePress and Starlight have them: `:::note Title`, `::: tip`, `:::caution[Title]`.
struct Containers {
    private(set) var findings: [(line: Int, message: String)] = []

    /// With hints, details and tabs of GitBook in place of the blocks.
    mutating func converted(_ lines: [SourceLine]) -> [SourceLine] {
        var out: [SourceLine] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            guard !line.isCode, let opening = Opening(line.trimmed) else {
                // A row of colons that closes nothing.
                if line.isCode || !line.isColons { out.append(line) }
                index += 1
                continue
            }
            let end = self.end(of: opening, from: index + 1, lines)
            let content = Array(lines[(index + 1)..<end]).dedented(most: line.indent)
            out += GitBookBlocks.placed(block(opening, content, at: line.number), indent: line.indent, at: line.number)
            index = end + 1
        }
        return out
    }

    private struct Opening {
        let colons: Int
        let name: String
        let title: String?

        init?(_ text: Substring) {
            colons = text.prefix { $0 == ":" }.count
            let rest = text.dropFirst(colons).trimmedSpace
            name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }.lowercased()
            guard colons > 2, !name.isEmpty else { return nil }
            var title = rest.dropFirst(name.count).trimmedSpace
            if title.first == "[", let close = title.lastIndex(of: "]") { title = title[title.index(after: title.startIndex)..<close] }
            if title.first == "{" {
                let quoted = title.split(separator: "\"", omittingEmptySubsequences: false)
                title = quoted.count > 2 ? quoted[1] : ""
            }
            self.title = title.isEmpty ? nil : String(title)
        }
    }

    /// The index of the line that closes a block; that of the end where none does.
    private func end(of opening: Opening, from start: Int, _ lines: [SourceLine]) -> Int {
        var open = [opening.colons]
        for index in start..<lines.count where !lines[index].isCode {
            if lines[index].isColons {
                let colons = lines[index].trimmed.count
                // More colons close what is around a block.
                while let innermost = open.last, colons > innermost, open.count > 1 { open.removeLast() }
                open.removeLast()
                if open.isEmpty { return index }
            } else if let inner = Opening(lines[index].trimmed) {
                open.append(inner.colons)
            }
        }
        return lines.count
    }

    private mutating func block(_ opening: Opening, _ content: [SourceLine], at number: Int) -> [SourceLine] {
        if opening.name == "code-group" { return GitBookBlocks.tabs(Self.codeTabs(content), at: number) }
        let inner = converted(content)
        if opening.name == "details" { return GitBookBlocks.details(opening.title ?? "Details", inner, at: number) }
        if let style = GitBookBlocks.style(of: opening.name) { return GitBookBlocks.hint(style, title: opening.title, inner, at: number) }
        if !["raw", "v-pre"].contains(opening.name) {
            findings.append((number, "“:::\(opening.name)” is no block that is known; what is in it is kept as text"))
        }
        return inner
    }

    /// The blocks of code of a group, with their titles.
    private static func codeTabs(_ lines: [SourceLine]) -> [(title: String, content: [SourceLine])] {
        var tabs: [(title: String, content: [SourceLine])] = []
        var isOpen = false
        for line in lines where line.isCode {
            if !isOpen {
                let info = line.trimmed.drop { $0 == "`" || $0 == "~" }
                let bracket = info.split(separator: "[", maxSplits: 1).dropFirst().first?.prefix { $0 != "]" }
                let language = info.prefix { !$0.isWhitespace && $0 != "[" }
                var first = line
                first.text = String(line.text.prefix { $0 != "[" }.reversed().drop { $0 == " " }.reversed())
                tabs.append((bracket.map(String.init) ?? (language.isEmpty ? "Code" : String(language)), [first]))
                isOpen = true
            } else {
                tabs[tabs.count - 1].content.append(line)
                isOpen = line.text.fence == nil || line.trimmed.count != line.text.fence?.count
            }
        }
        return tabs
    }
}

extension SourceLine {
    /// Whether it closes a block between colons.
    fileprivate var isColons: Bool { trimmed.count > 2 && trimmed.allSatisfy { $0 == ":" } }
}
