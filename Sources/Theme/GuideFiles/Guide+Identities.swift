import DocumentHTML
import Guides
import Markdown

extension Guide {
    /// What the elements of a page are found by: those that titles stand in, and those that say a step. Headings have their ids in any case.
    var identities: [NodeID: ElementIdentity] {
        var identities: [NodeID: ElementIdentity] = [:]
        if hasTree {
            for node in nodes where node.source != .heading { identities[node.element] = ElementIdentity(id: node.anchor) }
        }
        for step in nodes.lazy.flatMap(\.steps) where hasTree || !step.isSentence {
            identities[step.element] = ElementIdentity(id: step.anchor, step: (step.key, step.text))
        }
        return identities
    }

    /// Whether there is anything to tick in the article. Outside of a guide, paragraphs are only read.
    var hasBoxes: Bool { nodes.contains { $0.steps.contains { hasTree || !$0.isSentence } } }
}
