import Markdown

/// What a page's titles alone say of faults. A page whose titles say too little has no tree, whatever its texts say.
struct FaultSigns {
    private let document: Document
    private let shownTitle: String?

    /// - Parameter shownTitle: the title that readers see if the page has none of its own.
    init(_ document: Document, shownTitle: String?) {
        self.document = document
        self.shownTitle = shownTitle
    }

    /// Whether the titles speak of faults, of causes or of what helps, or quote a message: the page's own, two of its sections', or one that
    /// is the name of a part about faults.
    var areEnough: Bool {
        // On a page without a title of its own, the first heading often is one.
        let titles = [document.title?.text ?? document.frontMatter.title ?? shownTitle, document.headings.first?.text]
        if titles.contains(where: { $0.map(isSign) ?? false }) { return true }
        let signs = document.headings.lazy.filter { isSign($0.text) }.prefix(2)
        if signs.contains(where: { names(part: $0.text) }) || signs.count == 2 { return true }
        // The titles may be the summaries of disclosures.
        return (document.headings.count < 2 || !signs.isEmpty) && document.elements.contains { $0.name == .summary }
    }

    /// Whether a title is the name of a part about faults, such as `Troubleshooting`, `Solution` or `Possible problems and how to fix them`.
    private func names(part title: String) -> Bool {
        let words = TextReading(title, limit: 60)
        if words.has(.fault) && words.has(.fix) { return true }
        let pure = words.pureConcepts
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
