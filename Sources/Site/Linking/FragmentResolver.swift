import Bytes
import Diagnostics
import Markdown
import Paths

/// Turns what links name into targets, now that all pages are known, and finds the ids that fragments mean.
struct FragmentResolver: Sendable {
    /// What became of the links of one page.
    struct Result: Sendable {
        var targets: [ResolvedTarget] = []
        var aliases: [Alias] = []
        var diagnostics: [Diagnostic] = []
    }

    /// A heading that a link calls by the name that another generator would give it.
    struct Alias: Sendable {
        /// The index of the heading's page in the site.
        let page: Int
        /// The index of the heading in its document.
        let heading: Int
        let id: String
    }

    /// The texts of all pages, by page id.
    let texts: [PageText]
    let index: SiteIndex

    /// Resolves every link of a page.
    func resolve(_ page: UnresolvedPage) -> Result {
        var result = Result()
        result.targets.reserveCapacity(page.targets.count)
        for (link, target) in page.targets.enumerated() {
            if case .page(let path, let fragment?) = target, let id = index.page(of: path) {
                resolve(fragment, ofPage: id, link: link, page, &result)
            } else {
                result.targets.append(resolve(target))
            }
        }
        return result
    }

    /// Resolves a link of the settings or the navigation. A fragment that the page does not have is dropped.
    func resolve(_ target: NamedTarget) -> ResolvedTarget {
        switch target {
        case .external(let url): .external(url)
        case .nowhere: .nowhere
        case .asset(let path): index.asset(of: path).map(ResolvedTarget.asset) ?? .nowhere
        // A page that is in the content but not in the site could not be read; that has been reported.
        case .page(let path, let fragment):
            index.page(of: path).map { id in .page(id, fragment: fragment.flatMap { Self.anchor($0, in: texts[id].document)?.id }) }
                ?? .nowhere
        }
    }

    private func resolve(_ fragment: String, ofPage id: Int, link: Int, _ page: UnresolvedPage, _ result: inout Result) {
        let document = texts[id].document
        if let note = document.footnoteID(ofAnnotation: fragment) { return result.targets.append(.page(id, fragment: note)) }
        guard let anchor = Self.anchor(fragment, in: document) else {
            result.targets.append(texts[id].path == page.path ? .nowhere : .page(id, fragment: nil))
            result.diagnostics.append(missing(fragment, in: document, link: link, page))
            return
        }
        result.targets.append(.page(id, fragment: anchor.id))
        if let heading = anchor.aliasedHeading { result.aliases.append(Alias(page: id, heading: heading, id: fragment)) }
    }

    private func missing(_ fragment: String, in document: Document, link: Int, _ page: UnresolvedPage) -> Diagnostic {
        let nearest = Self.nearest(to: fragment, in: document)
        return Diagnostic(
            .linkFragment, in: page.document.links[link].origin?.file ?? page.document.source.file,
            at: page.document.position(ofLink: link),
            "there is no place “#\(fragment)” on “\(document.source.file)”",
            help: nearest.map { "did you mean “#\($0)”?" } ?? "link to one of the page's headings")
    }

    /// The id of the heading that a writer may have meant: numbers before titles are left aside, and a few wrong words do not matter.
    private static func nearest(to fragment: String, in document: Document) -> String? {
        let anchors = document.headings.map(\.anchor)
        if let nearest = anchors.nearest(to: fragment) { return nearest }
        let bare = anchors.map(withoutNumber)
        if let nearest = bare.nearest(to: withoutNumber(fragment)), let index = bare.firstIndex(of: nearest) { return anchors[index] }
        let words = Set(withoutNumber(fragment).split(separator: "-").filter { $0.count > 2 })
        let shared = bare.map { words.intersection($0.split(separator: "-")).count }
        guard let best = shared.max(), best > 0, 2 * best >= words.count, let index = shared.firstIndex(of: best) else { return nil }
        return anchors[index]
    }

    /// An id without the number of its heading: `id-1.-the-queue` is `the-queue`.
    private static func withoutNumber(_ id: String) -> String {
        var rest = id.hasPrefix("id-") ? id.dropFirst(3) : Substring(id)
        rest = rest.drop { $0.isNumber || $0 == "." || $0 == "-" || $0 == "_" }
        return rest.isEmpty ? id : String(rest)
    }

    /// The id that a fragment means: as it is, by GitBook's, GitHub's or old GitBook's rule, with case ignored, by letters and digits
    /// alone, or without a counter at its end.
    /// - Returns: the id, and the index of its heading if the fragment is a name by GitHub's or old GitBook's rule, which is to keep working.
    private static func anchor(_ fragment: String, in document: Document) -> (id: String, aliasedHeading: Int?)? {
        let headings = document.headings
        if let heading = headings.first(where: { $0.anchor == fragment }) { return (heading.anchor, nil) }
        if let anchor = document.anchors.first(where: { $0.id == fragment }) { return (anchor.id, nil) }
        if let heading = headings.first(where: { Slug.gitBook($0.text) == fragment }) { return (heading.anchor, nil) }
        if let heading = headings.firstIndex(where: { Slug.gitHub($0.text) == fragment || Slug.legacy($0.text) == fragment }) {
            return (headings[heading].anchor, fragment.hasPrefix("kb--") ? nil : heading)
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
        return anchor(String(fragment[..<dash]), in: document)
    }
}
