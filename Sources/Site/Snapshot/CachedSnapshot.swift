import Bytes
import Content
import Diagnostics
import Markdown
import Paths

/// A snapshot as an earlier run left it in the build cache. It knows what pages show of one another, and none of their texts, so nothing can be
/// asked of it: `SiteLoader.resume` brings it up to date with the files, and the pages of that snapshot read their texts when they are asked
/// for them.
package struct CachedSnapshot: Sendable {
    private let title: String
    private let pages: [CachedPage]
    private let interfaces: [PageInterface]
    /// By space, as are the pages' ids.
    private let links: [SpaceLinks]
    private let navigation: [[NavigationItem]]
    private let pageRanges: [Range<Int>]
    private let assets: [Asset]
    private let redirects: [Redirect]
    private let standIns: [StandIn]
    private let pageDiagnostics: [[Diagnostic]]
    private let otherDiagnostics: [Diagnostic]

    /// The titles and addresses of its pages.
    package var addresses: [(title: String, address: SiteAddress)] { pages.map { ($0.title, $0.address) } }

    /// Restores the snapshot over the files of today.
    /// - Parameters:
    ///   - inputs: the files, which are the same as then except for what is in them.
    ///   - context: what `inputs` and the settings say.
    ///   - configuration: the settings as they are given, which are the same as then.
    /// - Throws: `RebuildReason` if there are other spaces now.
    func snapshot(
        _ inputs: InputManifest, _ context: LoadContext, _ configuration: Configuration
    ) throws(RebuildReason) -> SiteSnapshot {
        guard context.spaces.count == pageRanges.count else { throw RebuildReason("the spaces are others") }
        let reader = context.reader
        let texts = pages.map { page in PageText(path: page.path, includes: page.includes) { reader.parse(page.path) } }
        let index = SiteIndex(pages: pages.enumerated().map { ($1.path, $1.address, $0) }, assets: assets).adding(redirects)
        let fragments = FragmentResolver(texts: texts, index: index)
        let pages = zip(pages.indices, zip(pages, texts)).map { id, page in
            page.0.page(id: id, page.1) { fragments.resolve(reader.unresolved(page.1, isListed: page.0.isListed)).targets }
        }
        let specifications = SpecificationLibrary(tree: inputs.tree)
        let spaces = zip(zip(context.spaces, links), zip(pageRanges, navigation)).map { space, made in
            Space(space.0, tree: inputs.tree, pages: made.0, navigation: made.1, links: space.1, specifications: specifications)
        }
        var variants = VariantIndex(context.spaces, pages, pageRanges)
        variants.add(standIns)
        let site = Site(
            configuration: context.configuration, title: title, spaces: spaces, pages: pages, assets: assets,
            redirects: redirects, variants: variants,
            diagnostics: SiteSnapshot.all(otherDiagnostics, pageDiagnostics), index: index)
        return SiteSnapshot(
            site: site, inputs: inputs, configuration: configuration, context: context, interfaces: interfaces,
            pageDiagnostics: pageDiagnostics, otherDiagnostics: otherDiagnostics)
    }
}

/// What a site knows of a page besides its text.
private struct CachedPage: Sendable, BinaryCodable {
    let space: Int
    let path: ContentPath
    let includes: [ContentPath]
    let address: SiteAddress
    let title: String
    let description: String
    let language: String
    let isHidden: Bool
    let isListed: Bool
    let isExcludedFromSearch: Bool
    let isExcludedFromRobots: Bool
    let isNotFound: Bool
    let hasUpdates: Bool
    let lastUpdated: String?
    let trail: [Int]
    let original: Int?
    let previous: Int?
    let next: Int?
    let aliases: [Int: [String]]

    init(_ page: Page) {
        space = page.space
        path = page.path
        includes = page.includes
        address = page.address
        title = page.title
        description = page.description
        language = page.language
        isHidden = page.isHidden
        isListed = page.isListed
        isExcludedFromSearch = page.isExcludedFromSearch
        isExcludedFromRobots = page.isExcludedFromRobots
        isNotFound = page.isNotFound
        hasUpdates = page.hasUpdates
        lastUpdated = page.lastUpdated
        trail = page.trail
        original = page.original
        previous = page.previous
        next = page.next
        aliases = page.aliases
    }

    func page(id: Int, _ text: PageText, targets: @escaping @Sendable () -> [ResolvedTarget]) -> Page {
        Page(
            id: id, space: space, path: path, address: address, text: text, title: title, description: description, language: language,
            isRightToLeft: LanguageTag.isRightToLeft(language), isHidden: isHidden, isListed: isListed,
            isExcludedFromSearch: isExcludedFromSearch,
            isExcludedFromRobots: isExcludedFromRobots, isNotFound: isNotFound, hasUpdates: hasUpdates, lastUpdated: lastUpdated,
            trail: trail, original: original,
            previous: previous, next: next,
            lazyTargets: LazyTargets(resolve: targets),
            aliases: aliases)
    }

    func encode(to encoder: inout BinaryEncoder) {
        encoder.write(space)
        encoder.write(path)
        encoder.write(includes)
        encoder.write(address)
        for text in [title, description, language] { encoder.write(text) }
        for flag in [isHidden, isListed, isExcludedFromSearch, isExcludedFromRobots, isNotFound, hasUpdates] { encoder.write(flag) }
        encoder.write(lastUpdated)
        encoder.write(trail)
        encoder.write(original)
        encoder.write(previous)
        encoder.write(next)
        encoder.write(UInt64(aliases.count))
        for (heading, names) in aliases.sorted(by: { $0.key < $1.key }) {
            encoder.write(heading)
            encoder.write(names)
        }
    }

    init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        space = try decoder.read()
        path = try decoder.read()
        includes = try decoder.read()
        address = try decoder.read()
        title = try decoder.read()
        description = try decoder.read()
        language = try decoder.read()
        isHidden = try decoder.read()
        isListed = try decoder.read()
        isExcludedFromSearch = try decoder.read()
        isExcludedFromRobots = try decoder.read()
        isNotFound = try decoder.read()
        hasUpdates = try decoder.read()
        lastUpdated = try decoder.read()
        trail = try decoder.read()
        original = try decoder.read()
        previous = try decoder.read()
        next = try decoder.read()
        var aliases: [Int: [String]] = [:]
        for _ in 0..<(try decoder.readCount()) {
            let heading: Int = try decoder.read()
            aliases[heading] = try [String](from: &decoder)
        }
        self.aliases = aliases
    }
}

// MARK: Coding

extension SiteSnapshot {
    /// What a later run needs to start from this snapshot.
    package var cached: CachedSnapshot { CachedSnapshot(self) }
}

extension CachedSnapshot: BinaryCodable {
    fileprivate init(_ snapshot: SiteSnapshot) {
        let site = snapshot.site
        title = site.title
        pages = site.pages.map(CachedPage.init)
        interfaces = snapshot.interfaces
        links = site.spaces.map(\.links)
        navigation = site.spaces.map(\.navigation)
        pageRanges = site.spaces.map(\.pages)
        assets = site.assets
        redirects = site.redirects
        standIns = site.variants.standIns
        pageDiagnostics = snapshot.pageDiagnostics
        otherDiagnostics = snapshot.otherDiagnostics
    }

    package func encode(to encoder: inout BinaryEncoder) {
        encoder.write(title)
        encoder.write(pages)
        encoder.write(interfaces)
        encoder.write(UInt64(navigation.count))
        for (items, (range, links)) in zip(navigation, zip(pageRanges, links)) {
            encoder.write(items)
            encoder.write(links.header)
            encoder.write(links.footer)
            encoder.write(range.lowerBound)
            encoder.write(range.upperBound)
        }
        encoder.write(assets)
        encoder.write(redirects)
        encoder.write(standIns)
        encoder.write(pageDiagnostics)
        encoder.write(otherDiagnostics)
    }

    package init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        title = try decoder.read()
        pages = try decoder.read()
        interfaces = try decoder.read()
        var (navigation, links, pageRanges): ([[NavigationItem]], [SpaceLinks], [Range<Int>]) = ([], [], [])
        for _ in 0..<(try decoder.readCount()) {
            navigation.append(try decoder.read())
            links.append(SpaceLinks(header: try decoder.read(), footer: try decoder.read()))
            let (lower, upper): (Int, Int) = (try decoder.read(), try decoder.read())
            guard 0 <= lower, lower <= upper, upper <= pages.count else { throw BinaryDecodingError() }
            pageRanges.append(lower..<upper)
        }
        (self.navigation, self.links, self.pageRanges) = (navigation, links, pageRanges)
        assets = try decoder.read()
        redirects = try decoder.read()
        standIns = try decoder.read()
        pageDiagnostics = try decoder.read()
        otherDiagnostics = try decoder.read()
        guard interfaces.count == pages.count, pageDiagnostics.count == pages.count else { throw BinaryDecodingError() }
    }
}

extension NavigationItem: BinaryCodable {
    package func encode(to encoder: inout BinaryEncoder) {
        encoder.write(title)
        encoder.write(target)
        encoder.write(isGroup)
        encoder.write(isHidden)
        encoder.write(children)
    }

    package init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        let title: String = try decoder.read()
        let target: ResolvedTarget = try decoder.read()
        let (isGroup, isHidden): (Bool, Bool) = (try decoder.read(), try decoder.read())
        self.init(title: title, target: target, isGroup: isGroup, isHidden: isHidden, children: try decoder.read())
    }
}
