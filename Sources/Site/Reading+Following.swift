import Diagnostics
import Files
import Markdown

/// The short way from one reading to the next, for what writers do most: to change the text of a page.
extension Reading {
    /// The pages that none of the changed files is part of.
    func pages(without changed: Set<String>) -> [String: PageSource] {
        var pages: [String: PageSource] = Dictionary(minimumCapacity: site.pages.count)
        for page in site.pages where !page.text.isMade(of: changed) { pages[page.path] = page.text }
        return pages
    }

    /// More pages than this are sooner read and put together with all others.
    private static let mostPages = 64

    /// The next reading, where only texts of pages changed, and nothing in them that other pages, the navigation or the list of files depend on.
    /// - Parameters:
    ///   - changed: the files that changed; there are no others than before, and none is gone.
    ///   - inputs: the files as they are now.
    func following(_ changed: Set<String>, _ inputs: ContentInputs) -> Reading? {
        let affected = self.site.pages.indices.filter { self.site.pages[$0].text.isMade(of: changed) }
        let known = Set(affected.lazy.flatMap { [self.site.pages[$0].path] + self.site.pages[$0].parts })
        guard changed.isSubset(of: known), affected.count <= Self.mostPages, !changed.contains(where: isNavigation) else { return nil }
        let drafts = affected.compactMap(reread)
        guard drafts.count == affected.count else { return nil }
        var site = site
        for (id, draft) in zip(affected, drafts) { site.pages[id].take(draft.text) }
        let fragments = FragmentResolver(pages: site.pages, ids: ids, assets: assets)
        var findings = findings
        for (id, draft) in zip(affected, drafts) {
            let result = fragments.resolve(draft)
            let exposure = Exposure.hash(of: draft, aliases: result.aliases) { path in ids[path].map { site.pages[$0].isListed } == true }
            guard exposure != nil, exposure == exposures[id] else { return nil }
            site.pages[id].targets = result.targets
            findings[id] = draft.findings(site.variables) + result.diagnostics
        }
        if !affected.isEmpty { site.diagnostics = Self.all(others, findings) }
        return Reading(
            site: site, change: affected.isEmpty ? .nothing : .pages(affected), fresh: Set(drafts.map(\.path)), inputs: inputs,
            settings: settings, resolver: resolver, ids: ids, assets: assets, exposures: exposures, findings: findings, others: others)
    }

    /// The next reading, where it is known which files may have changed; nil where it takes a look at all files, since one may have come or gone.
    func following(touched: Set<String>, settings: Configuration) -> Reading? {
        let tree = site.tree
        guard settings == self.settings, !tree.hasSymlinks else { return nil }
        var states = inputs.states
        var changed: Set<String> = []
        for location in touched {
            guard location.hasPrefix(tree.root + "/") else { return nil }
            let path = String(location.dropFirst(tree.root.count + 1))
            if tree.contains(path) {
                guard FileSystem.kind(of: location, followingSymlinks: false) == .file, let state = FileState(of: location) else { return nil }
                if states[path]?.holds(for: location, now: state) != true { changed.insert(path) }
                states[path] = state
            } else if SourceTree.mayHold(path), FileSystem.kind(of: location, followingSymlinks: false) != nil {
                return nil
            }
        }
        return following(changed, inputs.with(states))
    }

    /// Whether the navigation is read from a file.
    private func isNavigation(_ path: String) -> Bool {
        path == inputs.gitBook.summary || ["summary.md", "langs.md"].contains(path.lastComponent.lowercased())
    }

    private func reread(_ id: Int) -> PageDrafts.Draft? {
        guard case .success(let text) = PageDrafts.read(site.pages[id].path, resolver: resolver) else { return nil }
        return PageDrafts.draft(text, resolver: resolver, isListed: site.pages[id].isListed)
    }
}

extension Page {
    /// Takes a new text of the page, whose headings are the same.
    fileprivate mutating func take(_ new: PageSource) {
        text = new
        description = Self.description(of: new.document)
    }

    /// What search engines and previews show of a page.
    static func description(of document: Document) -> String { document.frontMatter.description ?? document.opening(length: 200) }
}
