import Guides
import Markdown
import Site

/// Where an article offers its guide: after its introduction, or at the head of the section that the guide is of.
struct GuideBar {
    /// The outermost block that the bar stands before.
    let block: NodeID
    /// How many things there are to try at most.
    let stopCount: Int
    /// Whether the guide is that of a section alone.
    let isOfSection: Bool

    /// Nil for a page whose guide would lead nowhere: one thing to try is read as quickly.
    init?(_ guide: Guide, of page: Page) {
        let places = GuideFlow(guide).places
        stopCount = Set(places.filter { $0.kind == .node }.map { [$0.node, $0.steps.lowerBound] }).count
        guard guide.hasTree, stopCount > 1, let first = places.lazy.filter({ $0.kind != .escalation }).map(\.node).min() else { return nil }
        isOfSection = guide.kind != .troubleshooting && guide.kind != .knownError
        let document = page.document
        let title = page.titleHeading?.node ?? .none
        // The part of the article that the first stop is in: below the page's own title, or below that of the section.
        var top = first
        while let parent = guide.nodes[top].parent, guide.nodes[parent].element != title,
            !(isOfSection && guide.nodes[parent].kind == .group)
        {
            top = parent
        }
        let element = guide.nodes[top].element
        if element != title {
            block = document.outermost(element)
        } else if let step = guide.nodes[top].steps.first {
            block = document.outermost(step.element)
        } else {
            return nil
        }
    }
}

extension Document {
    /// The child of the root that a node is in.
    fileprivate func outermost(_ node: NodeID) -> NodeID {
        var node = node
        while self[node].parent != .root, self[node].parent != .none { node = self[node].parent }
        return node
    }
}
