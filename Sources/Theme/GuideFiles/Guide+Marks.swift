import DocumentHTML
import Guides
import Markdown

extension Guide {
    /// What the elements of a page are found by: those that titles stand in, and those that say a step. Headings have their ids in any case.
    var marks: [NodeID: ElementMark] {
        var marks: [NodeID: ElementMark] = [:]
        if hasTree {
            for node in nodes where node.source != .heading { marks[node.element] = ElementMark(id: node.anchor) }
        }
        for step in nodes.lazy.flatMap(\.steps) { marks[step.element] = ElementMark(id: step.anchor, step: (step.key, step.text)) }
        return marks
    }

    /// Whether there is anything to tick.
    var hasSteps: Bool { nodes.contains { !$0.steps.isEmpty } }
}
