import Markdown

/// A quick look at a document's headings, which tells for most pages that they have no tree, so that a site of thousands of pages pays little for
/// the few that have. It may take a page for worth reading that is not; never the other way round.
package struct GuidePrefilter: Sendable {
    private let pack: LanguagePack
    /// What makes a page worth reading wherever it stands.
    private let signs: [PatternSet]
    private let filter: WordFilter
    private let numberNames: WordFilter
    private let reader: InstructionReader

    /// - Parameter pack: the words of the pages' language.
    package init(_ pack: LanguagePack = .english) {
        self.pack = pack
        reader = InstructionReader(pack: pack)
        numberNames = pack.numbered.filter
        signs = [pack.troubleshooting, pack.remedies, pack.causes, pack.causeGroups, pack.unresolved]
        filter = signs.reduce(into: pack.faults.filter) { $0.formUnion($1.filter) }
    }

    /// The guide of a page that has a tree or steps to tick, or that says of itself that it has a guide; nil for the others.
    package func guide(of document: Document) -> Guide? {
        // Who wants no guide wants no boxes either.
        if PageOverride(document.frontMatter).hasGuide == false { return nil }
        guard mayHaveTree(document) || mayHaveSteps(document) || document.frontMatter.others.contains(where: { $0.key == "guide" }) else {
            return nil
        }
        let guide = Guide(reading: document, pack: pack)
        let isChecklist = guide.kind == .procedure && guide.nodes.contains { !$0.steps.isEmpty }
        return guide.hasTree || isChecklist || !guide.diagnostics.isEmpty ? guide : nil
    }

    /// Whether a page may be a how-to: it says so in its title, or has numbered instructions.
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
        var asking = 0
        for item in document.orderedItems where reader.asks(Words(document.plainText(of: document.firstParagraph(of: item)))) {
            asking += 1
            if asking == 3 { return true }
        }
        return false
    }

    private func isNumbered(_ title: String) -> Bool {
        guard let first = title.utf8.first, first.isASCIIDigit || first == UInt8(ascii: "(") || numberNames.mayMatch(title) else {
            return false
        }
        return Enumerator.read(Words(title), pack).0 != nil
    }

    /// Whether a page may have a decision tree.
    func mayHaveTree(_ document: Document) -> Bool {
        if let own = PageOverride(document.frontMatter).hasGuide { return own }
        if let title = document.title, ErrorName.find(in: title.text) != nil { return true }
        let conditions = document.headings.count { heading in
            pack.conditions.filter.mayMatch(heading.text) && Words(heading.text).all.first.map { pack.conditions.contains($0) } ?? false
        }
        if conditions > 1 { return true }
        var faults = 0
        for heading in document.headings where filter.mayMatch(heading.text) {
            let words = Words(heading.text)
            if signs.contains(where: { $0.matches(words) }) { return true }
            guard pack.faults.matches(words) else { continue }
            faults += 1
            if heading.level == 1 || faults >= 3 { return true }
        }
        // Comments of the writer's may make a condition of anything, and disclosures may be all the titles that there are.
        return document.hasComments || (document.headings.count < 2 && document.elements.contains { $0.name == .summary })
    }
}
