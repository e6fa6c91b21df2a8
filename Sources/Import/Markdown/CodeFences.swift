/// What other programs write behind the language of a block of code.
enum CodeFences {
    /// With GitBook's `{% code %}` around blocks that have a title or numbers of lines, and nothing but the language behind the marks.
    static func converted(_ lines: [SourceLine]) -> [SourceLine] {
        var out: [SourceLine] = []
        var open: (marks: Substring, isWrapped: Bool, indent: Int)?
        for line in lines {
            guard line.isCode, let fence = line.text.fence else {
                out.append(line)
                continue
            }
            if let block = open {
                out.append(line)
                guard fence.first == block.marks.first, fence.count >= block.marks.count, line.trimmed.count == fence.count else {
                    continue
                }
                if block.isWrapped { out.append(SourceLine(text: pad(block.indent) + "{% endcode %}", number: line.number)) }
                open = nil
                continue
            }
            let info = Info(line.trimmed.dropFirst(fence.count))
            let indent = line.indent
            if let attributes = info.attributes {
                out.append(SourceLine(text: pad(indent) + "{% code\(attributes) %}", number: line.number))
            }
            out.append(SourceLine(text: pad(indent) + fence + info.language, number: line.number, isCode: true))
            open = (fence, info.attributes != nil, indent)
        }
        return out
    }

    private static func pad(_ count: Int) -> String { String(repeating: " ", count: count) }

    /// The text behind the marks: `js title="a.js" {1,3} showLineNumbers`, `js:line-numbers`, `python linenums="1" hl_lines="2"`,
    /// `{.python title="a.py"}`, `rust,ignore`.
    struct Info {
        let language: String
        /// What `{% code %}` has; nil where it has nothing.
        let attributes: String?

        init(_ text: Substring) {
            var rest = text.trimmedSpace
            if rest.first == "{", rest.last == "}" { rest = rest.dropFirst().dropLast().trimmedSpace }
            let word = rest.prefix { !$0.isWhitespace && $0 != "{" && $0 != "[" }
            let isAttribute = word.contains("=")
            let name = isAttribute ? "" : word.drop { $0 == "." }.prefix { $0 != "," && $0 != ":" }
            language = String(name)
            let others = isAttribute ? rest : rest.dropFirst(word.count)
            var found = ""
            let title = Self.value(of: ["title", "filename", "file"], others) ?? Self.bracketed(others)
            if let title, !title.isEmpty { found += " title=\"\(GitBookBlocks.attribute(title))\"" }
            let isNumbered = others.contains("showLineNumbers") || others.contains("linenums") || word.contains(":line-numbers")
            if isNumbered { found += " lineNumbers=\"true\"" }
            attributes = found.isEmpty ? nil : found
        }

        /// The value in quotes of one of some attributes.
        private static func value(of names: [String], _ text: Substring) -> String? {
            for name in names {
                guard let range = text.firstRange(of: name + "=") else { continue }
                let value = text[range.upperBound...]
                guard let quote = value.first, quote == "\"" || quote == "'" else { return String(value.prefix { !$0.isWhitespace }) }
                return String(value.dropFirst().prefix { $0 != quote })
            }
            return nil
        }

        /// `[a.js]`
        private static func bracketed(_ text: Substring) -> String? {
            let inner = text.drop { $0 != "[" }
            return inner.contains("]") ? String(inner.dropFirst().prefix { $0 != "]" }) : nil
        }
    }
}
