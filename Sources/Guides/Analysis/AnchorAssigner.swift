import Bytes
import Markdown

/// Gives every title and every step of a page an id of its own.
struct AnchorAssigner {
    private var byElement: [NodeID: String]
    private var used: Set<String>
    private var keys: [String: Int] = [:]

    init(_ document: Document) {
        byElement = Dictionary(document.headings.map { ($0.node, $0.anchor) }) { first, _ in first }
        used = Set(document.headings.map(\.anchor) + document.anchors.map(\.id))
        // What the author named keeps its name.
        for anchor in document.anchors where byElement[anchor.node] == nil { byElement[anchor.node] = anchor.id }
    }

    /// A heading's own id, else one made of the title as those of headings are.
    mutating func anchor(of title: Title) -> String {
        if let known = byElement[title.node] { return known }
        let slug = Slug.gitBook(title.text)
        let base = slug.isEmpty ? "part" : slug
        var name = base
        var count = 0
        while !used.insert(name).inserted {
            count += 1
            name = "\(base)-\(count)"
        }
        byElement[title.node] = name
        return name
    }

    /// Names steps by their texts; of several with the same text, the later ones are counted.
    mutating func name(_ steps: inout [Guide.Step]) {
        for index in steps.indices {
            let key = String(steps[index].text.utf8.contentHash.suffix(10))
            keys[key, default: 0] += 1
            let count = keys[key] ?? 1
            steps[index].key = count == 1 ? key : "\(key)-\(count)"
            steps[index].anchor = byElement[steps[index].element] ?? "kb--step-\(steps[index].key)"
            byElement[steps[index].element] = steps[index].anchor
        }
    }
}
