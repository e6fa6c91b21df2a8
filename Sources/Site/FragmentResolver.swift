import Diagnostics
import Markdown

/// Turns what links name into targets, now that all pages are known, and finds the ids that fragments mean.
struct FragmentResolver: Sendable {
    /// What became of the links of one page.
    struct Result: Sendable {
        var targets: [LinkTarget] = []
        var aliases: [Alias] = []
        var diagnostics: [Diagnostic] = []
    }

    /// A heading that a link calls by another rule's name.
    struct Alias: Sendable {
        let page: Int
        /// Its place among the page's headings.
        let heading: Int
        let id: String
    }

    let pages: [Page]
    let ids: [String: Int]
    let assets: [String: Int]

    func resolve(_ draft: PageDrafts.Draft) -> Result {
        var result = Result()
        result.targets.reserveCapacity(draft.references.count)
        for (index, reference) in draft.references.enumerated() {
            switch reference {
            case .external(let address): result.targets.append(.external(address))
            case .nowhere: result.targets.append(.nowhere)
            case .asset(let path): result.targets.append(assets[path].map(LinkTarget.asset) ?? .nowhere)
            case .page(let path, let fragment): resolve(path, fragment, link: index, draft, &result)
            }
        }
        return result
    }

    private func resolve(_ path: String, _ fragment: String?, link: Int, _ draft: PageDrafts.Draft, _ result: inout Result) {
        guard let id = ids[path] else {
            // The page is there, but could not be read; that has been said.
            result.targets.append(.nowhere)
            return
        }
        guard let fragment else { return result.targets.append(.page(id, fragment: nil)) }
        let document = pages[id].document
        if let note = document.footnoteID(ofAnnotation: fragment) { return result.targets.append(.page(id, fragment: note)) }
        guard let place = Self.place(of: fragment, in: document) else {
            result.targets.append(path == draft.path ? .nowhere : .page(id, fragment: nil))
            result.diagnostics.append(missing(fragment, in: document, link: link, draft))
            return
        }
        result.targets.append(.page(id, fragment: place.id))
        if let heading = place.aliasOf { result.aliases.append(Alias(page: id, heading: heading, id: fragment)) }
    }

    private func missing(_ fragment: String, in document: Document, link: Int, _ draft: PageDrafts.Draft) -> Diagnostic {
        let nearest = document.headings.map(\.anchor).nearest(to: fragment)
        return Diagnostic(
            .linkFragment, path: draft.document.source.path, at: draft.document.position(ofLink: link),
            "there is no place “#\(fragment)” on “\(document.source.path)”",
            help: nearest.map { "did you mean “#\($0)”?" } ?? "link to one of the page's headings")
    }

    /// The id that a fragment means: as it is, by GitBook's, GitHub's or old GitBook's rule, with case ignored, by letters and digits
    /// alone, or without a counter at its end. `aliasOf` is set where GitHub's or old GitBook's name is to keep working.
    static func place(of fragment: String, in document: Document) -> (id: String, aliasOf: Int?)? {
        let headings = document.headings
        if let heading = headings.first(where: { $0.anchor == fragment }) { return (heading.anchor, nil) }
        if let anchor = document.anchors.first(where: { $0.id == fragment }) { return (anchor.id, nil) }
        if let heading = headings.first(where: { Slug.gitBook($0.text) == fragment }) { return (heading.anchor, nil) }
        if let heading = headings.firstIndex(where: { Slug.gitHub($0.text) == fragment || Slug.legacy($0.text) == fragment }) {
            return (headings[heading].anchor, heading)
        }
        let lower = fragment.lowercased()
        if let heading = headings.first(where: { $0.anchor.lowercased() == lower }) { return (heading.anchor, nil) }
        if let anchor = document.anchors.first(where: { $0.id.lowercased() == lower }) { return (anchor.id, nil) }
        let key = Slug.tolerantKey(fragment)
        if !key.isEmpty, let heading = headings.first(where: { Slug.tolerantKey($0.anchor) == key || Slug.tolerantKey($0.text) == key }) {
            return (heading.anchor, nil)
        }
        guard let dash = fragment.lastIndex(of: "-"), dash > fragment.startIndex else { return nil }
        let counter = fragment[fragment.index(after: dash)...]
        guard !counter.isEmpty, counter.allSatisfy(\.isNumber) else { return nil }
        return place(of: String(fragment[..<dash]), in: document)
    }
}
