import Diagnostics
import Files
import Markdown

/// The short way from one reading to the next, for what writers do most: to change the text of a page.
extension Reading {
    /// The pages that none of the changed files is part of.
    func pages(without changed: Set<String>) -> [String: PageDrafts.ReadPage] {
        var pages: [String: PageDrafts.ReadPage] = Dictionary(minimumCapacity: drafts.count)
        for draft in drafts where !draft.isMade(of: changed) { pages[draft.path] = draft.text }
        return pages
    }

    /// More pages than this are sooner read and put together with all others.
    private static let mostPages = 64

    /// The next reading, where only texts of pages changed, and nothing in them that other pages, the navigation or the list of files depend on.
    /// - Parameters:
    ///   - changed: the files that changed; there are no others than before, and none is gone.
    ///   - states: the files as they are now.
    func following(_ changed: Set<String>, _ states: [String: FileState]) -> Reading? {
        let affected = self.drafts.indices.filter { self.drafts[$0].isMade(of: changed) }
        let known = Set(affected.lazy.flatMap { [self.drafts[$0].path] + self.drafts[$0].text.parts })
        guard changed.isSubset(of: known), affected.count <= Self.mostPages, !changed.contains(where: isNavigation) else { return nil }
        var drafts = drafts
        var site = site
        for id in affected {
            guard let draft = reread(id), draft.showsSame(as: drafts[id]), let wanted = demands(of: draft), wanted == demands(of: drafts[id]) else { return nil }
            drafts[id] = draft
            site.pages[id].take(draft.text)
        }
        let before = FragmentResolver(pages: self.site.pages, ids: ids, assets: assets)
        let after = FragmentResolver(pages: site.pages, ids: ids, assets: assets)
        var findings = findings
        for id in affected {
            let result = after.resolve(drafts[id])
            guard before.names(before.resolve(self.drafts[id]).aliases) == after.names(result.aliases) else { return nil }
            site.pages[id].targets = result.targets
            findings[id] = drafts[id].findings(site.variables) + result.diagnostics
        }
        if !affected.isEmpty { site.diagnostics = Self.all(others, findings) }
        return Reading(
            site: site, change: affected.isEmpty ? .nothing : .pages(affected), fresh: Set(affected.map { drafts[$0].path }),
            content: content, settings: settings, gitBook: gitBook, resolver: resolver, states: states, drafts: drafts, ids: ids, assets: assets, findings: findings, others: others)
    }

    /// The next reading, where it is known which files may have changed; nil where it takes a look at all files, since one may have come or gone.
    func following(touched: Set<String>, settings: Configuration) -> Reading? {
        let tree = site.tree
        guard settings == self.settings, !tree.hasSymlinks else { return nil }
        var states = states
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
        return following(changed, states)
    }

    /// Whether the navigation is read from a file.
    private func isNavigation(_ path: String) -> Bool {
        path == gitBook.summary || ["summary.md", "langs.md"].contains(path.lastComponent.lowercased())
    }

    /// What is in the site because a page names it, or would be: everything but listed pages. Nil for a page that shows descriptions of interfaces, of which the
    /// whole site keeps account.
    private func demands(of draft: PageDrafts.Draft) -> Set<String>? {
        var paths: Set<String> = []
        for (link, reference) in zip(draft.document.links, draft.references) {
            if link.role == .specification { return nil }
            switch reference {
            case .asset(let path): paths.insert(path)
            case .page(let path, _): if ids[path].map({ site.pages[$0].isListed }) != true { paths.insert(path) }
            default: break
            }
        }
        return paths
    }

    private func reread(_ id: Int) -> PageDrafts.Draft? {
        guard case .success(let text) = PageDrafts.read(drafts[id].path, resolver: resolver) else { return nil }
        return PageDrafts.draft(text, resolver: resolver, isListed: drafts[id].isListed)
    }
}

extension PageDrafts.Draft {
    /// Whether any of these files is the page or a part of it.
    func isMade(of files: Set<String>) -> Bool {
        files.contains(text.path) || text.parts.contains(where: files.contains)
    }

    /// Whether the rest of the site sees the same of two texts of a page: its title and settings, and the places in it that can be linked.
    func showsSame(as other: PageDrafts.Draft) -> Bool {
        let (new, old) = (document, other.document)
        return new.title?.text == old.title?.text && new.frontMatter == old.frontMatter && new.footnotes == old.footnotes
            && new.headings.elementsEqual(old.headings) { $0.anchor == $1.anchor && $0.text == $1.text && $0.level == $1.level }
            && new.anchors.elementsEqual(old.anchors) { $0.id == $1.id }
            && text.parts == other.text.parts
    }
}

extension Page {
    /// Takes a new text of the page. What links call its headings stays.
    fileprivate mutating func take(_ new: PageDrafts.ReadPage) {
        let names = zip(document.headings, new.document.headings).compactMap { old, new in aliases[old.node].map { (new.node, $0) } }
        aliases = Dictionary(uniqueKeysWithValues: names)
        text = new
        titleHeading = document.title
        description = document.frontMatter.description ?? document.opening(length: 200)
    }
}

extension FragmentResolver {
    /// A heading that links call otherwise, by its place among its page's headings.
    struct Name: Equatable {
        let page: Int
        let heading: Int?
        let id: String
    }

    fileprivate func names(_ aliases: [Alias]) -> [Name] {
        aliases.map { alias in
            Name(page: alias.page, heading: pages[alias.page].document.headings.firstIndex { $0.node == alias.heading }, id: alias.id)
        }
    }
}
