import Bytes
import Content
import Diagnostics
import Files
import Guides
import Paths
import Search
import Site
import Theme

/// A live site as it is after one of its edits. Each file is made when it is asked for.
package struct SiteVersion: Sendable {
    /// What is at an address.
    package enum Content: Sendable {
        case bytes([UInt8])
        /// A file of the content that is published as it is, by its location, which has no symbolic link in it.
        case file(String)
        /// A page, but its address is not complete without a slash at its end.
        case redirect
    }

    /// Counted from 1.
    package let number: Int
    package let diagnostics: [Diagnostic]
    /// What it shows.
    package let artifacts: SiteArtifacts
    /// For each page, the number of the version since which it has been the same.
    let revisions: [Int]
    private let assets: [OutputPath: Int]
    private let index: LiveSearchIndex

    var site: Site { artifacts.site }
    var renderer: SiteRenderer { artifacts.renderer }

    init(number: Int, diagnostics: [Diagnostic], revisions: [Int], artifacts: SiteArtifacts, index: LiveSearchIndex) {
        self.number = number
        self.diagnostics = diagnostics
        self.revisions = revisions
        self.artifacts = artifacts
        self.index = index
        assets = Dictionary(zip(artifacts.site.assets.map(\.output), artifacts.site.assets.indices)) { first, _ in first }
    }

    /// The same site with other findings.
    func with(_ diagnostics: [Diagnostic], number: Int) -> SiteVersion {
        SiteVersion(number: number, diagnostics: diagnostics, revisions: revisions, artifacts: artifacts, index: index)
    }

    /// What came of reading it.
    package var report: Report {
        Report(
            diagnostics: diagnostics, pages: site.pages.count, assets: site.assets.count, guides: artifacts.guides.treeCount,
            orphans: 0)
    }

    /// The script that pages run while their writer works on them.
    package var liveScript: [UInt8] { artifacts.theme.liveScript }

    /// A hash of all scripts of the site: a page has to be loaded again when it changes.
    package var scriptDigest: String {
        let scripts = renderer.sharedFiles.filter { $0.path.string.hasSuffix(".js") && $0.path != OutputLayout.guideModule }
        return scripts.map(\.bytes.contentHash).joined().utf8.contentHash
    }

    // MARK: Files

    /// What is published at a URL path.
    /// - Parameter path: relative to the site's root, not percent-encoded. Empty, or ending in `/`, for a page.
    package func content(at path: String) async -> Content? {
        let file = OutputPath(path.isEmpty || path.hasSuffix("/") ? path + OutputLayout.pageName : path)
        if let bytes = pageFile(file) { return .bytes(bytes) }
        if let asset = assets[file] { return content(of: site.assets[asset]) }
        let siteFiles = renderer.siteFiles
        if let other = siteFiles.first(where: { $0.path == file }) { return .bytes(other.make()) }
        if file == OutputLayout.fullText { return .bytes(renderer.fullText.bytes) }
        if file.isInside(OutputLayout.searchIndex), let bytes = await index.files(of: self)[file] { return .bytes(bytes) }
        let page = OutputLayout.page(SiteAddress(file.string))
        return pageFile(page) != nil || siteFiles.contains { $0.path == page } ? .redirect : nil
    }

    private func content(of asset: Asset) -> Content? {
        let tree = artifacts.snapshot.inputs.tree
        guard asset.isReduced else { return .file(tree.locationWithoutLinks(asset.path)) }
        return (try? tree.open(asset.path).read()).map { .bytes(SafeSVG($0).bytes) }
    }

    /// A file that is made of one page.
    private func pageFile(_ file: OutputPath) -> [UInt8]? {
        if let standIn = site.variants.standIn(at: file.folder) {
            return renderer.files(of: standIn).first { $0.path == file }?.bytes
        }
        // The page of a guide without its article has the address of the article's page with a name behind it.
        for address in [file.folder, file.folder.parent] {
            guard let page = site.page(at: address), let found = renderer.render(page).files.first(where: { $0.path == file }) else {
                continue
            }
            return found.bytes
        }
        return nil
    }

    /// The page that says that there is none.
    package var notFound: [UInt8] { renderer.siteFiles.first { $0.path == OutputLayout.notFound }?.make() ?? [] }

    // MARK: Guides

    /// How a page is read as a guide, with the reasons; nil if there is no such page. Takes milliseconds.
    /// - Parameter path: the URL path of the page, as for `content(at:)`.
    package func outline(ofPageAt path: String) -> JSON? {
        page(at: path).map { Guide(explaining: $0.document, shownTitle: $0.title).outline }
    }

    // MARK: Findings

    /// What the writer should know about a page, and about everything that is no page: settings, templates, the table of contents.
    /// - Parameter path: the URL path of the page, as for `content(at:)`.
    package func diagnostics(ofPageAt path: String) -> (page: [Diagnostic], site: [Diagnostic]) {
        var own: Set<SourceFile> = []
        if let page = page(at: path) {
            own = Set(([page.path] + page.includes).map(site.space(of: page).tree.sourceFile))
        }
        let others = diagnostics.filter { !own.contains($0.file) }
        let summaries = others.filter { $0.file.displayPath.lowercased().hasSuffix("summary.md") }
        return (diagnostics.filter { own.contains($0.file) }, others.filter { !$0.file.displayPath.hasSuffix(".md") } + summaries)
    }

    private func page(at path: String) -> Page? {
        site.page(at: SiteAddress(path.split(separator: "/").filter { $0 != OutputLayout.pageName }.joined(separator: "/")))
    }
}
