import YAML

/// A page's record in a page block (`PageRecord.json`), decoded.
struct PageEntry {
    let title: String
    let url: String
    let crumbs: [String]
    let kind: String
    /// All sections except the top.
    let sections: [(title: String, anchor: String)]

    /// Fails if the node is not an array of six elements.
    init?(_ node: YAMLNode) {
        guard let fields = node.elements, fields.count == 6 else { return nil }
        title = fields[0].text
        url = fields[1].text
        crumbs = (fields[2].elements ?? []).map(\.text)
        kind = fields[3].text
        sections = (fields[4].elements ?? []).map { section in
            guard let pair = section.elements else { return (section.text, PageRecord.plainAnchor(section.text)) }
            return (pair.first?.text ?? "", pair.last?.text ?? "")
        }
    }
}

extension YAMLNode {
    /// A scalar as it is written; empty for other nodes.
    fileprivate var text: String {
        if case .scalar(let text, _) = content { return text }
        return ""
    }
}
