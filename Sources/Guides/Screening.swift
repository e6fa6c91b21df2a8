import Markdown

/// A quick look at a document's headings, which tells for most pages that they have no tree, so that a site of thousands of pages pays little for
/// the few that have. It may take a page for worth reading that is not; never the other way round.
struct Screening {
    private let pack: LanguagePack

    init(_ pack: LanguagePack) { self.pack = pack }

    /// Whether a page may have a decision tree.
    func mayHaveTree(_ document: Document) -> Bool {
        if let own = PageOverride(document.frontMatter).hasGuide { return own }
        var faults = 0
        for heading in document.headings {
            let words = Words(heading.text)
            if pack.troubleshooting.matches(words) || pack.remedies.matches(words) || pack.causes.matches(words) || pack.unresolved.matches(words) { return true }
            guard pack.faults.matches(words) else { continue }
            faults += 1
            if heading.level == 1 || faults >= 3 { return true }
        }
        // Comments of the writer's may make a condition of anything, and disclosures may be all the titles that there are.
        return document.hasComments || (document.headings.count < 2 && document.elements.contains { $0.name == .summary })
    }
}
