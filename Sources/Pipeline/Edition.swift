import Bytes
import Diagnostics
import Files
import Guides
import Search
import Site
import Theme

/// A site as it is at one time, of which each file is made when it is asked for.
public struct Edition: Sendable {
    /// What is found at an address.
    public enum Content: Sendable {
        case bytes([UInt8])
        /// A file that is published as it is, by its location.
        case file(String)
        /// A folder's page, whose address ends in a slash.
        case folder
    }

    /// Counted from 1.
    public let number: Int
    public let diagnostics: [Diagnostic]
    /// For each page, the edition since which it has been the same.
    let revisions: [Int]
    let site: Site
    let guides: [Guide?]
    let renderer: SiteRenderer
    let theme: Theme
    private let pages: [String: Int]
    private let assets: [String: Int]
    private let index: LiveIndex

    init(
        number: Int, diagnostics: [Diagnostic], revisions: [Int], site: Site, guides: [Guide?], theme: Theme, renderer: SiteRenderer, index: LiveIndex, samePagesAs other: Edition?
    ) {
        self.number = number
        self.diagnostics = diagnostics
        self.revisions = revisions
        self.site = site
        self.guides = guides
        self.theme = theme
        self.renderer = renderer
        self.index = index
        pages = other?.pages ?? Dictionary(site.pages.map { ($0.address, $0.id) }) { first, _ in first }
        assets = other?.assets ?? Dictionary(zip(site.assets.map(\.address), site.assets.indices)) { first, _ in first }
    }

    /// The same site with something else to say about it.
    func saying(_ diagnostics: [Diagnostic], number: Int) -> Edition {
        Edition(
            number: number, diagnostics: diagnostics, revisions: revisions, site: site, guides: guides, theme: theme, renderer: renderer, index: index, samePagesAs: self)
    }

    /// What came of it.
    public var report: Report {
        Report(diagnostics: diagnostics, pages: site.pages.count, assets: site.assets.count, guides: guides.count { $0?.hasTree ?? false })
    }

    /// What pages run while their writer works on them.
    public var liveScript: [UInt8] { theme.liveScript }

    /// A name for what all scripts of the site do.
    public var scriptVersion: String {
        renderer.sharedFiles.filter { $0.path.hasSuffix(".js") && $0.path != "_kb/guide.js" }.map(\.bytes.contentHash).joined().utf8.contentHash
    }

    /// What is published at an address.
    /// - Parameter address: relative to the site's root, not encoded; empty or ending in `/` for a folder's page.
    public func content(at address: String) async -> Content? {
        let path = address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
        if let bytes = file(ofPageAt: path) { return .bytes(bytes) }
        if let asset = assets[path] { return .file(site.tree.location(site.assets[asset].path)) }
        let others = renderer.otherFiles
        if let other = others.first(where: { $0.path == path }) { return .bytes(other.make()) }
        if path == FullText.path { return .bytes(renderer.fullText.bytes) }
        if path.hasPrefix(SearchIndex.folder), let bytes = await index.files(of: self)[path] { return .bytes(bytes) }
        let isFolder = file(ofPageAt: path + "/index.html") != nil || others.contains { $0.path == path + "/index.html" }
        return isFolder ? .folder : nil
    }

    private func file(ofPageAt path: String) -> [UInt8]? {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        // A guide alone has its page's address with a name behind it.
        let above = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
        for address in [folder, above] {
            guard let id = pages[address], let file = renderer.render(site.pages[id]).files.first(where: { $0.path == path }) else { continue }
            return file.bytes
        }
        return nil
    }

    /// The page that says that there is none.
    public var notFound: [UInt8] { renderer.otherFiles.first { $0.path == "404.html" }?.make() ?? [] }

    /// What the writer should know about the page at an address, and about what is no page: settings, templates, the navigation.
    /// - Parameter address: as for `content(at:)`.
    public func diagnostics(ofPageAt address: String) -> (page: [Diagnostic], site: [Diagnostic]) {
        let folder = address.split(separator: "/").filter { $0 != "index.html" }.joined(separator: "/")
        var own: Set<String> = []
        if let id = pages[folder] { own = Set(([site.pages[id].path] + site.pages[id].parts).map(site.tree.shown)) }
        let named = diagnostics.filter { !own.contains($0.path) && !$0.path.hasSuffix(".md") }
        let summary = diagnostics.filter { !own.contains($0.path) && $0.path.lowercased().hasSuffix("summary.md") }
        return (diagnostics.filter { own.contains($0.path) }, named + summary)
    }
}
