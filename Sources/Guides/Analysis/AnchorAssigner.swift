import Bytes
import Markdown

/// Assigns an id to each title and each step of a page. Ids are unique on the page.
struct AnchorAssigner {
    private var anchorOfElement: [NodeID: String]
    private var usedAnchors: Set<String>
    /// How many steps have each key.
    private var keyCounts: [String: Int] = [:]

    init(_ document: Document) {
        anchorOfElement = Dictionary(document.headings.map { ($0.node, $0.anchor) }) { first, _ in first }
        usedAnchors = Set(document.headings.map(\.anchor) + document.anchors.map(\.id))
        // Elements with an id of the author's keep it.
        for anchor in document.anchors where anchorOfElement[anchor.node] == nil { anchorOfElement[anchor.node] = anchor.id }
    }

    /// A heading's own id, otherwise one made from the title in the same way.
    mutating func anchor(of element: NodeID, titled title: String) -> String {
        if let anchor = anchorOfElement[element] { return anchor }
        let slug = Slug.gitBook(title)
        let base = slug.isEmpty ? "part" : slug
        var anchor = base
        var count = 0
        while !usedAnchors.insert(anchor).inserted {
            count += 1
            anchor = "\(base)-\(count)"
        }
        anchorOfElement[element] = anchor
        return anchor
    }

    /// Sets the keys and the anchors of steps. A key is a hash of the step's text, with a number for repeated texts.
    mutating func assign(to steps: inout [Guide.Step]) {
        for index in steps.indices {
            let key = String(steps[index].text.utf8.contentHash.suffix(10))
            keyCounts[key, default: 0] += 1
            let count = keyCounts[key] ?? 1
            steps[index].key = count == 1 ? key : "\(key)-\(count)"
            steps[index].anchor = anchorOfElement[steps[index].element] ?? "kb--step-\(steps[index].key)"
            anchorOfElement[steps[index].element] = steps[index].anchor
        }
    }
}
