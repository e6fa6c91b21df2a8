/// Lists of terms with their definitions, as Python-Markdown and pandoc have them: a term, and `:` before its definition.
enum DefinitionLists {
    /// With terms in bold type and their definitions as paragraphs.
    static func converted(_ lines: [SourceLine]) -> [SourceLine] {
        var out: [SourceLine] = []
        var indent: Int?
        for (index, line) in lines.enumerated() {
            if !line.isCode, line.trimmed.hasPrefix(":   "), let term = out.lastIndex(where: { !$0.isBlank }), !out[term].isCode {
                if indent == nil, index > 0, !out[term].trimmed.hasPrefix("**") {
                    out[term].text = String(repeating: " ", count: out[term].indent) + "**\(out[term].trimmed)**"
                    out.append(SourceLine(text: "", number: line.number))
                }
                indent = line.indent
                out.append(
                    SourceLine(
                        text: String(repeating: " ", count: line.indent) + line.trimmed.dropFirst().trimmedSpace, number: line.number))
            } else if let own = indent, line.indent >= own + 4 || line.isBlank {
                var line = line
                if !line.isBlank { line.text = String(line.text.dropFirst(4)) }
                out.append(line)
            } else {
                indent = nil
                out.append(line)
            }
        }
        return out
    }
}
