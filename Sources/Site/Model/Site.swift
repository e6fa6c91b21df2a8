import Content
import Diagnostics
import Paths

/// Everything about a site that is known before any HTML is written: its pages with every link resolved, its navigation, its assets. A value
/// that never changes; an edit makes a new one. (An object, because each page's context and addresses hold it.)
package final class Site: Sendable {
    /// The settings, with what GitBook's configuration adds to them.
    package let configuration: Configuration
    package let title: String
    /// One or more.
    package let spaces: [Space]
    package let pages: [Page]
    package let assets: [Asset]
    package let redirects: [Redirect]
    package let variants: VariantIndex
    package let diagnostics: [Diagnostic]
    package let index: SiteIndex

    init(
        configuration: Configuration, title: String, spaces: [Space], pages: [Page], assets: [Asset],
        redirects: [Redirect], variants: VariantIndex, diagnostics: [Diagnostic], index: SiteIndex
    ) {
        self.configuration = configuration
        self.title = title
        self.spaces = spaces
        self.pages = pages
        self.assets = assets
        self.redirects = redirects
        self.variants = variants
        self.diagnostics = diagnostics
        self.index = index
    }

    /// The page at the root of the site, if there is any page.
    package var home: Page? { index.page(at: .root).map { pages[$0] } ?? pages.first }

    package func space(of page: Page) -> Space { spaces[page.space] }

    /// Whether a space has a feed of updates. Its addresses are absolute, so there is none without a base URL.
    package func hasUpdates(_ space: Space) -> Bool {
        configuration.baseURL != nil && pages[space.pages].contains { $0.hasUpdates && !$0.isExcludedFromRobots }
    }

    /// What the interface says beside the pages of the content.
    package var texts: InterfaceTexts { spaces[0].texts }

    /// Whether the original of a translation has changed since, as far as the translation says what it was made of.
    package func isStale(_ page: Page) -> Bool {
        guard let original = page.original, let known = page.document.frontMatter.translationOf else { return false }
        return known != pages[original].document.bodyHash
    }

    /// The page at an address.
    package func page(at address: SiteAddress) -> Page? { index.page(at: address).map { pages[$0] } }

    /// Whether a page or a redirect of the writer's stands at an address.
    package func isTaken(_ address: SiteAddress) -> Bool { index.page(at: address) != nil || index.hasRedirect(at: address) }

    /// Whether a file of the site's owner takes the place of one of kbgen's own.
    package func replaces(_ path: OutputPath) -> Bool {
        OutputLayout.replaceable.contains(path) && assets.contains { $0.output == path }
    }

    /// The file of a page as findings name it.
    package func sourceFile(of page: Page) -> SourceFile { space(of: page).tree.sourceFile(page.path) }

    /// The site with another text of a few pages, which changes nothing that other pages show.
    func with(pages: [Page], diagnostics: [Diagnostic]) -> Site {
        Site(
            configuration: configuration, title: title, spaces: spaces, pages: pages, assets: assets, redirects: redirects,
            variants: variants, diagnostics: diagnostics, index: index)
    }
}

/// Where the pages, assets and redirects of a site are found, so that no look-up costs more in a larger site.
package struct SiteIndex: Sendable {
    private var pagesByPath: [ContentPath: Int] = [:]
    private var pagesByAddress: [SiteAddress: Int] = [:]
    private var assetsByPath: [ContentPath: Int] = [:]
    private var redirects: Set<SiteAddress> = []

    /// The index of an empty site.
    init() {}

    init(pages: [Page], assets: [Asset]) {
        self.init(pages: pages.map { ($0.path, $0.address, $0.id) }, assets: assets)
    }

    init(pages: [(path: ContentPath, address: SiteAddress, id: Int)], assets: [Asset]) {
        pagesByPath = Dictionary(pages.map { ($0.path, $0.id) }) { first, _ in first }
        pagesByAddress = Dictionary(pages.map { ($0.address, $0.id) }) { first, _ in first }
        assetsByPath = Dictionary(zip(assets.map(\.path), assets.indices)) { first, _ in first }
    }

    /// The index with the old addresses that lead to pages.
    func adding(_ redirects: [Redirect]) -> SiteIndex {
        var index = self
        index.redirects = Set(redirects.lazy.filter(\.isPage).map(\.base))
        return index
    }

    /// The index in `Site.pages` of the page that a file is.
    package func page(of path: ContentPath) -> Int? { pagesByPath[path] }

    /// The index in `Site.pages` of the page at an address.
    package func page(at address: SiteAddress) -> Int? { pagesByAddress[address] }

    /// The index in `Site.assets` of the asset that a file is.
    package func asset(of path: ContentPath) -> Int? { assetsByPath[path] }

    func hasRedirect(at address: SiteAddress) -> Bool { redirects.contains(address) }
}
