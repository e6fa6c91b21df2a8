import Markdown

/// Rules out most pages without a guide after a look at their headings and ordered lists, so that a site of thousands of pages pays little for
/// the few pages with a guide.
package struct GuidePrefilter: Sendable {
    package init() {}

    /// The guide of a page with a tree, with steps to tick, or with diagnostics; nil for any other page.
    /// - Parameter shownTitle: the title that readers see if the page has none of its own.
    package func guide(of document: Document, shownTitle: String?) -> Guide? {
        // `guide: false` turns off the checkboxes of steps, too.
        let override = PageOverride(document.frontMatter)
        if override.hasGuide == false { return nil }
        guard
            override.hasGuide != nil || mayHaveTree(document, shownTitle) || mayHaveSteps(document)
                || document.frontMatter.otherFields.contains(where: { $0.key == "guide" })
        else { return nil }
        let guide = Guide(reading: document, shownTitle: shownTitle)
        let isChecklist = guide.kind == .procedure && mayHaveSteps(document) && guide.nodes.contains { !$0.steps.isEmpty }
        return guide.hasTree || isChecklist || !guide.diagnostics.isEmpty ? guide : nil
    }

    /// Whether a page may be a how-to whose steps are ticked: it has a stepper, or at least three numbered instructions.
    func mayHaveSteps(_ document: Document) -> Bool {
        if document.blocks.contains(where: { $0.name == .stepper }) { return true }
        var instructions = 0
        for item in document.orderedItems {
            let text = document.plainText(of: document.firstParagraph(of: item))
            if TextReading(text, limit: 24).firstConcepts.contains(.instruction) { instructions += 1 }
            if instructions == 3 { return true }
        }
        return false
    }

    /// Whether a page may have a decision tree: its titles speak of faults, of causes or of what helps, or quote a message.
    func mayHaveTree(_ document: Document, _ shownTitle: String?) -> Bool {
        if document.hasComments { return true }
        let title = document.title?.text ?? document.frontMatter.title ?? shownTitle ?? ""
        if isSign(title) { return true }
        let signs = document.headings.lazy.filter { isSign($0.text) }.prefix(2)
        if signs.contains(where: { names(part: $0.text) }) || signs.count == 2 { return true }
        // The titles may be the summaries of disclosures.
        return (document.headings.count < 2 || !signs.isEmpty) && document.elements.contains { $0.name == .summary }
    }

    /// Whether a title is the name of a part about faults, such as `Troubleshooting` or `Solution`.
    private func names(part title: String) -> Bool {
        let pure = TextReading(title, limit: 60).pureConcepts
        return pure.contains(.troubleshooting) || pure.contains(.fix) || pure.contains(.cause) || pure.contains(.symptom)
    }

    private static let signs: [Concept] = [.fault, .cause, .fix, .symptom, .troubleshooting]

    private func isSign(_ title: String) -> Bool {
        if title.isEmpty { return false }
        let words = TextReading(title, limit: 100)
        let concepts = words.concepts()
        return Self.signs.contains { concepts.contains($0) } || words.firstConcepts.contains(.condition) || ErrorMark.occurs(in: title)
            || TextShape.hasQuote(title)
    }
}
