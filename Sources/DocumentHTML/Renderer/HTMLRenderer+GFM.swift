import Bytes
import Markdown

/// GFM's extensions, rendered as cmark-gfm does.
extension HTMLRenderer {
    mutating func renderTable(_ id: NodeID) {
        breakLine()
        out.write("<table>\n")
        var isInBody = false
        for row in document.children(of: id) {
            let isHeader = document[row].isTight
            if isHeader { out.write("<thead>\n") }
            if !isHeader, !isInBody {
                isInBody = true
                out.write("<tbody>\n")
            }
            renderRow(row, isHeader ? "th" : "td")
            if isHeader { out.write("</thead>\n") }
        }
        if isInBody { out.write("</tbody>\n") }
        out.write("</table>\n")
    }

    private mutating func renderRow(_ row: NodeID, _ name: StaticString) {
        out.write("<tr>\n")
        for cell in document.children(of: row) {
            out.write("<")
            out.write(name)
            writeAlignment(document[cell].level)
            if let identity = context.identity(of: cell) { write(identity) }
            out.write(">")
            renderChildren(of: cell)
            out.write("</")
            out.write(name)
            out.write(">\n")
        }
        out.write("</tr>\n")
    }

    /// Writes an alignment: as a class in pages, since HTML has no `align` attribute any more.
    private mutating func writeAlignment(_ alignment: UInt8) {
        let name: StaticString
        switch TableAlignment(rawValue: alignment) {
        case .left: name = "left"
        case .center: name = "center"
        case .right: name = "right"
        default: return
        }
        out.write(document.dialect == .gitbook ? " class=\"kb-align-" : " align=\"")
        out.write(name)
        out.write("\"")
    }

    // MARK: Footnotes

    /// The id of a footnote. In pages it contains the label, so that it does not change if other footnotes are added.
    private func footnoteID(_ number: Int) -> String {
        document.dialect == .gitbook ? "fn-\(document.footnotes[number - 1].footnoteSlug)" : "fn\(number)"
    }

    /// The id of a reference to a footnote.
    ///
    /// - Parameter occurrence: the number of earlier references to the same footnote.
    private func referenceID(_ number: Int, occurrence: Int) -> String {
        let base = document.dialect == .gitbook ? "fnref-\(document.footnotes[number - 1].footnoteSlug)" : "fnref\(number)"
        return occurrence == 0 ? base : "\(base)-\(occurrence + 1)"
    }

    mutating func renderFootnoteReference(_ node: Node) {
        let number = Int(node.payload)
        if linkDepth > 0 {
            out.write(utf8: "<sup class=\"footnote-ref\">\(number)</sup>")
            return
        }
        out.write(utf8: "<sup class=\"footnote-ref\"><a href=\"#")
        out.write(escaping: footnoteID(number))
        out.write("\" id=\"")
        out.write(escaping: referenceID(number, occurrence: Int(node.level)))
        out.write(utf8: "\">\(number)</a></sup>")
    }

    /// Renders the footnotes that are referred to, in the order of their numbers.
    mutating func renderFootnotes() {
        guard !document.footnotes.isEmpty else { return }
        var definitions: [String: NodeID] = [:]
        for child in document.children(of: .root) where document[child].kind == .block {
            let block = document.blocks[Int(document[child].payload)]
            if block.name == .footnote, definitions[block.argument.footnoteKey] == nil { definitions[block.argument.footnoteKey] = child }
        }
        out.write("<section class=\"footnotes\">\n<ol>\n")
        for (index, label) in document.footnotes.enumerated() {
            guard let definition = definitions[label] else { continue }
            renderFootnote(definition, index + 1)
        }
        out.write("</ol>\n</section>\n")
    }

    private mutating func renderFootnote(_ id: NodeID, _ number: Int) {
        out.write("<li id=\"")
        out.write(escaping: footnoteID(number))
        out.write("\">\n")
        renderChildren(of: id)
        let backLink = "<a href=\"#\(referenceID(number, occurrence: 0))\" class=\"footnote-backref\">↩</a>"
        // The arrow goes into the last paragraph, after its last word.
        if out.suffix(5).elementsEqual("</p>\n".utf8) {
            out.removeLast(5)
            out.write(utf8: " \(backLink)</p>\n")
        } else {
            out.write(utf8: "\(backLink)\n")
        }
        out.write("</li>\n")
    }
}
