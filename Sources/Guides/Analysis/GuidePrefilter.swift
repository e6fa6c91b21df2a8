import Markdown

/// Rules out most pages without a guide after a look at their headings and ordered lists, so that a site of thousands of pages pays little for
/// the few pages with a guide.
package enum GuidePrefilter {
    /// The guide of a page with a tree, with steps to tick, or with diagnostics; nil for any other page.
    /// - Parameter shownTitle: the title that readers see if the page has none of its own.
    package static func guide(of document: Document, shownTitle: String?) -> Guide? {
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
    static func mayHaveSteps(_ document: Document) -> Bool {
        if document.blocks.contains(where: { $0.name == .stepper }) { return true }
        let items = Array(document.orderedItems)
        var instructions = 0
        // Nothing is read of a list whose rest cannot make three.
        for (index, item) in items.enumerated() where instructions + items.count - index >= 3 {
            let text = document.plainText(of: document.firstParagraph(of: item))
            if TextReading(text, limit: 24).firstConcepts.contains(.instruction) { instructions += 1 }
            if instructions == 3 { return true }
        }
        return false
    }

    /// Whether a page may have a decision tree: a comment may say so, or its titles do.
    static func mayHaveTree(_ document: Document, _ shownTitle: String?) -> Bool {
        document.hasComments || FaultSigns(document, shownTitle: shownTitle).areEnough
    }
}
