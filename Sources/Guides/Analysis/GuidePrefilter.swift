import Markdown

/// Rules out most pages without a guide after a look at their headings, so that a site of thousands of pages pays little for the few pages
/// with a guide. False positives are possible, false negatives are not.
package struct GuidePrefilter: Sendable {
    private let pack: LanguagePack
    /// Patterns that make a page a candidate when they match any heading.
    private let signs: [PatternSet]
    /// Passes headings that `signs` or the pack's `faults` may match.
    private let headingFilter: WordFilter
    /// Passes titles that may begin with a numbered name: `Step 1`.
    private let enumeratorFilter: WordFilter
    private let reader: InstructionReader

    /// - Parameter pack: the words of the pages' language.
    package init(_ pack: LanguagePack = .english) {
        self.pack = pack
        reader = InstructionReader(pack: pack)
        enumeratorFilter = pack.enumeratorNames.filter
        signs = [pack.troubleshooting, pack.remedies, pack.causes, pack.causeGroups, pack.unresolved]
        headingFilter = signs.reduce(into: pack.faults.filter) { $0.formUnion($1.filter) }
    }

    /// The guide of a page with a tree, with steps to tick, or with diagnostics; nil for any other page.
    package func guide(of document: Document) -> Guide? {
        // `guide: false` turns off the checkboxes of steps, too.
        if PageOverride(document.frontMatter).hasGuide == false { return nil }
        guard mayHaveTree(document) || mayHaveSteps(document) || document.frontMatter.otherFields.contains(where: { $0.key == "guide" })
        else {
            return nil
        }
        let guide = Guide(reading: document, pack: pack)
        let isChecklist = guide.kind == .procedure && guide.nodes.contains { !$0.steps.isEmpty }
        return guide.hasTree || isChecklist || !guide.diagnostics.isEmpty ? guide : nil
    }

    /// Whether a page may be a how-to, because of its title or of numbered instructions.
    func mayHaveSteps(_ document: Document) -> Bool {
        if document.blocks.contains(where: { $0.name == .stepper }) { return true }
        if let title = document.title, case let words = Words(title.text), pack.procedures.matches(words) || reader.isInstruction(words) {
            return true
        }
        if document.headings.count(where: { isNumbered($0.text) })
            + document.boldTexts.count(where: { isNumbered(document.plainText(of: $0)) }) >= 2
        {
            return true
        }
        var instructions = 0
        for item in document.orderedItems where reader.isInstructionItem(Words(document.plainText(of: document.firstParagraph(of: item)))) {
            instructions += 1
            if instructions == 3 { return true }
        }
        return false
    }

    private func isNumbered(_ title: String) -> Bool {
        guard let first = title.utf8.first, first.isASCIIDigit || first == UInt8(ascii: "(") || enumeratorFilter.mayMatch(title) else {
            return false
        }
        return Enumerator.read(Words(title), pack).0 != nil
    }

    /// Whether a page may have a decision tree.
    func mayHaveTree(_ document: Document) -> Bool {
        if let hasGuide = PageOverride(document.frontMatter).hasGuide { return hasGuide }
        if let title = document.title, ErrorName.find(in: title.text) != nil { return true }
        let conditions = document.headings.count { heading in
            pack.conditionWords.filter.mayMatch(heading.text) && Words(heading.text).beginsWithCondition(pack)
        }
        if conditions > 1 { return true }
        var faults = 0
        for heading in document.headings where headingFilter.mayMatch(heading.text) {
            let words = Words(heading.text)
            if signs.contains(where: { $0.matches(words) }) { return true }
            guard pack.faults.matches(words) else { continue }
            faults += 1
            if heading.level == 1 || faults >= 3 { return true }
        }
        // A comment can make a condition of any title, and the only titles of a page may be the summaries of its disclosures.
        return document.hasComments || (document.headings.count < 2 && document.elements.contains { $0.name == .summary })
    }
}
