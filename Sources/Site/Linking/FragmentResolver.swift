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
        /// The names of the headings of the pages that links of this one lead to, by page id.
        fileprivate var names: [Int: AnchorNames] = [:]
        /// How many missing places have been told.
        fileprivate var missingCount = 0
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
            index.page(of: path).map { id in .page(id, fragment: fragment.flatMap { Self.anchor($0, in: texts[id].document) }) }
                ?? .nowhere
        }
    }

    private static func anchor(_ fragment: String, in document: Document) -> String? {
        var names = AnchorNames(document)
        return names.anchor(fragment)?.id
    }

    private func resolve(_ fragment: String, ofPage id: Int, link: Int, _ page: UnresolvedPage, _ result: inout Result) {
        let document = texts[id].document
        if let note = document.footnoteID(ofAnnotation: fragment) { return result.targets.append(.page(id, fragment: note)) }
        guard let anchor = result.names[id, default: AnchorNames(document)].anchor(fragment) else {
            result.targets.append(texts[id].path == page.path ? .nowhere : .page(id, fragment: nil))
            result.missingCount += 1
            result.diagnostics.append(missing(fragment, in: document, link: link, page, isSuggested: result.missingCount <= 50))
            return
        }
        result.targets.append(.page(id, fragment: anchor.id))
        if let heading = anchor.aliasedHeading { result.aliases.append(Alias(page: id, heading: heading, id: fragment)) }
    }

    /// - Parameter isSuggested: whether the nearest heading is looked for. It takes a while on long pages.
    private func missing(_ fragment: String, in document: Document, link: Int, _ page: UnresolvedPage, isSuggested: Bool) -> Diagnostic {
        let nearest = isSuggested ? Self.nearest(to: fragment, in: document) : nil
        return Diagnostic(
            .linkFragment, in: page.document.links[link].origin?.file ?? page.document.source.file,
            at: page.document.position(ofLink: link),
            "there is no place “#\(fragment)” on “\(document.source.file)”",
            help: nearest.map { "did you mean “#\($0)”?" } ?? "link to one of the page's headings")
    }

    /// The id of the heading that a writer may have meant: numbers before titles are left aside, and a few wrong words do not matter.
    private static func nearest(to fragment: String, in document: Document) -> String? {
        let anchors = document.headings.prefix(2_000).map(\.anchor)
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
}
