import Bytes
import Labels
import Markdown

/// Entries of a changelog.
extension HTMLRenderer {
    mutating func renderUpdate(_ id: NodeID, _ block: Block) {
        let tags = (block["tags"] ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        breakLine()
        out.write("<section class=\"kb-update\"")
        if !tags.isEmpty { write(attribute: "data-kb-tags", tags.joined(separator: ",")) }
        out.write(">\n<p class=\"kb-update-head\">")
        if let date = block["date"] { write(date: date, format: format(ofUpdate: id)) }
        for tag in tags {
            out.write(" <span class=\"kb-tag\"")
            write(attribute: "data-kb-tag", tag)
            out.write(">")
            out.write(escaping: context.title(ofTag: tag) ?? tag)
            out.write("</span>")
        }
        out.write("</p>\n<div class=\"kb-update-body\">\n")
        renderChildren(of: id)
        breakLine()
        out.write("</div>\n</section>\n")
    }

    /// The date format of the block that contains an update: `full` (GitBook's default), `short` or `numeric`.
    private func format(ofUpdate id: NodeID) -> String {
        let parent = document[id].parent
        guard document[parent].kind == .block else { return "full" }
        return document.blocks[Int(document[parent].payload)]["format"] ?? "full"
    }

    private mutating func write(date: String, format: String) {
        out.write("<time")
        if date.isDate { write(attribute: "datetime", date) }
        out.write(">")
        let words = Labels.date(date, months: context.label(.months), pattern: context.label(.date), isShort: format == "short")
        out.write(escaping: format == "numeric" ? date : words ?? date)
        out.write("</time>")
    }
}
