import Content
import Diagnostics
import Markdown
import Paths

/// How a snapshot differs from the one before it.
package enum SiteChange: Sendable {
    case nothing
    /// The texts of these pages, by id, and nothing that other pages show of them.
    case pages([Int])
    case everything(RebuildReason)
}

/// A site as it was read at one time, with everything that the next reading starts from. A value that never changes; `updated` makes the next.
package struct SiteSnapshot: Sendable {
    package let site: Site
    /// What it was read from.
    package let inputs: InputManifest

    /// The settings as they were given.
    let configuration: Configuration
    let context: LoadContext
    /// What the rest of the site can see of each page, by page id.
    let interfaces: [PageInterface]
    /// What was found in each page, by page id.
    let pageDiagnostics: [[Diagnostic]]
    /// What was found elsewhere.
    let otherDiagnostics: [Diagnostic]

    static func all(_ other: [Diagnostic], _ pages: [[Diagnostic]]) -> [Diagnostic] { Set(other + pages.joined()).sorted() }

    /// Resolves references as the pages of the site do.
    package var resolver: LinkResolver { context.resolver }

    /// Reads files of the content as the pages of the site are read.
    package var reader: PageReader { context.reader }

    /// The table of contents of the whole content, if there is one.
    package var summary: ContentPath? { inputs.tree.file(ignoringCase: inputs.gitBook.summary ?? "SUMMARY.md") }
}

// MARK: Updating

extension SiteSnapshot {
    /// With more changed pages than this, it is faster to put the whole site together again.
    private static let maxPages = 64

    /// The next snapshot, if the edit concerns nothing but the texts of some pages.
    /// - Parameters:
    ///   - changed: the files that changed. All files are the same as before, none added and none removed.
    ///   - inputs: the files as they are now.
    /// - Returns: the snapshot, and the ids of the pages that differ.
    /// - Throws: `RebuildReason` if the edit concerns more than that.
    func updated(with changed: Set<ContentPath>, _ inputs: InputManifest) throws(RebuildReason) -> (SiteSnapshot, SiteChange) {
        let affected = site.pages.indices.filter { site.pages[$0].text.isMade(of: changed) }
        try check(changed, affected)
        if affected.isEmpty { return (with(site, interfaces, pageDiagnostics, inputs), .nothing) }
        var unresolved: [UnresolvedPage] = []
        for id in affected { unresolved.append(try reread(site.pages[id])) }
        var pages = site.pages
        var texts = pages.map(\.text)
        for (id, page) in zip(affected, unresolved) { texts[id] = page.text }
        let fragments = FragmentResolver(texts: texts, index: site.index)
        var (interfaces, pageDiagnostics) = (interfaces, pageDiagnostics)
        for (id, page) in zip(affected, unresolved) {
            let result = fragments.resolve(page)
            let interface = PageInterface(of: page, aliases: result.aliases) {
                site.index.page(of: $0).map { site.pages[$0].isListed } == true
            }
            if let reason = interface.reasonToRebuild(since: interfaces[id], page: page.path) { throw reason }
            interfaces[id] = interface
            pages[id] = pages[id].with(page.text, lazyTargets: LazyTargets(result.targets))
            pageDiagnostics[id] = page.diagnostics(site.spaces[pages[id].space].variables) + result.diagnostics
        }
        let next = site.with(pages: pages, diagnostics: Self.all(otherDiagnostics, pageDiagnostics))
        return (with(next, interfaces, pageDiagnostics, inputs), .pages(affected))
    }

    /// Makes sure that pages are all that changed, and not too many of them.
    private func check(_ changed: Set<ContentPath>, _ affected: [Int]) throws(RebuildReason) {
        if let file = changed.filter({ site.index.asset(of: $0) != nil }).min() {
            throw RebuildReason("“\(file)” changed, which is published as it is")
        }
        if let file = changed.filter(isNavigation).min() { throw RebuildReason("the table of contents “\(file)” changed") }
        let originals = Set(site.pages.lazy.compactMap(\.original))
        if let id = affected.first(where: originals.contains) { throw RebuildReason("“\(site.pages[id].path)” is translated") }
        let known = Set(affected.lazy.flatMap { [self.site.pages[$0].path] + self.site.pages[$0].includes })
        if let file = changed.subtracting(known).min() { throw RebuildReason("“\(file)” changed, which is not a page of the site") }
        if affected.count > Self.maxPages { throw RebuildReason("\(affected.count) pages changed at once") }
    }

    /// Whether the navigation is read from a file.
    private func isNavigation(_ path: ContentPath) -> Bool {
        path == summary || ["summary.md", "langs.md"].contains(path.name.lowercased())
    }

    private func reread(_ page: Page) throws(RebuildReason) -> UnresolvedPage {
        guard case .success(let text) = reader.readText(page.path) else { throw RebuildReason("“\(page.path)” cannot be read") }
        return reader.unresolved(text, isListed: page.isListed)
    }

    private func with(
        _ site: Site, _ interfaces: [PageInterface], _ pageDiagnostics: [[Diagnostic]], _ inputs: InputManifest
    ) -> SiteSnapshot {
        SiteSnapshot(
            site: site, inputs: inputs, configuration: configuration, context: context, interfaces: interfaces,
            pageDiagnostics: pageDiagnostics, otherDiagnostics: otherDiagnostics)
    }

    /// The texts that no changed file is part of, by page.
    func texts(without changed: Set<ContentPath>) -> [ContentPath: PageText] {
        var texts: [ContentPath: PageText] = Dictionary(minimumCapacity: site.pages.count)
        for page in site.pages where !page.text.isMade(of: changed) { texts[page.path] = page.text }
        return texts
    }
}
