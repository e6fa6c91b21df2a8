import Bytes
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
        out.write(escaping: format == "numeric" ? date : words(for: date, isShort: format == "short") ?? date)
        out.write("</time>")
    }

    /// A date such as `2026-03-01` in words; nil for anything that is not a date.
    private func words(for date: String, isShort: Bool) -> String? {
        let fields = date.split(separator: "-")
        let months = context.label(.months).split(separator: " ")
        guard date.utf8.count == 10, fields.count == 3, let month = Int(fields[1]), months.indices.contains(month - 1),
            let day = Int(fields[2])
        else { return nil }
        var name = String(months[month - 1])
        if isShort, name.count > 4 { name = String(name.prefix(3)) }
        return context.label(.date).replacing("{day}", with: "\(day)").replacing("{month}", with: name).replacing(
            "{year}", with: String(fields[0]))
    }
}
