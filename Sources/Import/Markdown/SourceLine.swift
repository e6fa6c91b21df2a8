/// A line of a Markdown file that is imported.
struct SourceLine {
    var text: String
    /// Its number in the file, from 1.
    let number: Int
    /// Whether it is within a block of code or begins or ends one.
    var isCode = false

    /// The number of spaces in front.
    var indent: Int { text.prefix { $0 == " " }.count }
    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
    var trimmed: Substring { text.trimmedSpace }
}

extension String {
    /// With four spaces for each tab in front.
    var withoutLeadingTabs: String {
        let space = prefix { $0 == " " || $0 == "\t" }
        return space.contains("\t") ? String(space).replacing("\t", with: "    ") + dropFirst(space.count) : self
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmedSpace: SubSequence {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
        return self[start..<end]
    }

    /// The marks that a line of code begins or ends with, three or more of one kind; nil for another line.
    var fence: Substring? {
        let text = Substring(trimmedSpace)
        for mark in ["`", "~"] as [Character] {
            let marks = text.prefix { $0 == mark }
            if marks.count >= 3, mark == "~" || !text.dropFirst(marks.count).contains("`") { return marks }
        }
        return nil
    }
}

/// A Markdown file in lines, its front matter apart.
struct SourceText {
    var frontMatter: [SourceLine] = []
    var lines: [SourceLine] = []

    init(_ text: String) {
        let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        var start = 0
        if all.first?.trimmedSpace == "---", let end = all.dropFirst().firstIndex(where: { $0.trimmedSpace == "---" }) {
            frontMatter = all[1..<end].enumerated().map { SourceLine(text: $1, number: $0 + 2) }
            start = end + 1
        }
        lines = all[start...].enumerated().map { SourceLine(text: $1, number: start + $0 + 1) }
        lines.markCode()
        for index in lines.indices where !lines[index].isCode { lines[index].text = lines[index].text.withoutLeadingTabs }
    }

    /// The text of a field of the front matter that is written on one line.
    func field(_ name: String) -> String? {
        guard let line = frontMatter.first(where: { $0.text.hasPrefix(name + ":") }) else { return nil }
        let value = line.text.dropFirst(name.count + 1).trimmedSpace
        guard value.count > 1, let quote = value.first, "\"'".contains(quote), value.last == quote else {
            return value.isEmpty ? nil : String(value)
        }
        return String(value.dropFirst().dropLast())
    }

    /// The front matter without some fields, which may have lines of their own below them.
    func frontMatter(without names: Set<String>) -> [String] {
        var isDropped = false
        return frontMatter.filter { line in
            if !line.text.hasPrefix(" "), !line.text.hasPrefix("-"), !line.isBlank {
                isDropped = names.contains(String(line.text.prefix { $0 != ":" }))
            }
            return !isDropped && !line.isBlank
        }.map(\.text)
    }

    /// The text of the first heading of level 1.
    var title: String? {
        lines.first { !$0.isCode && $0.text.hasPrefix("# ") }.map { String($0.text.dropFirst(2).prefix { $0 != "{" }.trimmedSpace) }
    }
}

extension [SourceLine] {
    /// Finds out which lines are code.
    mutating func markCode() { _ = mark() }

    /// The marks of a block of code that is never closed; nil if each is.
    var openFence: Substring? {
        var lines = self
        return lines.mark()
    }

    private mutating func mark() -> Substring? {
        var open: Substring?
        for index in indices {
            let fence = self[index].text.fence
            if let marks = open {
                self[index].isCode = true
                let isEnd =
                    fence.map { $0.first == marks.first && $0.count >= marks.count && self[index].trimmed.count == $0.count } ?? false
                if isEnd { open = nil }
            } else if let fence {
                self[index].isCode = true
                open = fence
            } else {
                self[index].isCode = false
            }
        }
        return open
    }

    var joined: String { map(\.text).joined(separator: "\n") }

    /// With less white space in front, as much as all of them have, `most` at most.
    func dedented(most: Int = .max) -> [SourceLine] {
        let least = Swift.min(most, filter { !$0.isBlank }.map(\.indent).min() ?? 0)
        return least == 0
            ? self
            : map { line in
                var line = line
                line.text = String(line.text.dropFirst(Swift.min(least, line.indent)))
                return line
            }
    }

    func indented(by count: Int) -> [SourceLine] {
        count == 0
            ? self
            : map { line in
                var line = line
                if !line.isBlank { line.text = String(repeating: " ", count: count) + line.text }
                return line
            }
    }

    /// With one blank line where there are several, outside code.
    var withoutSpareBlanks: [SourceLine] {
        var out: [SourceLine] = []
        for line in self where line.isCode || !line.isBlank || !(out.last.map { !$0.isCode && $0.isBlank } ?? false) { out.append(line) }
        return out
    }

    /// Without blank lines at both ends.
    var trimmedBlanks: [SourceLine] {
        let start = firstIndex { !$0.isBlank } ?? endIndex
        let end = lastIndex { !$0.isBlank }.map { $0 + 1 } ?? start
        return Array(self[start..<end])
    }
}
