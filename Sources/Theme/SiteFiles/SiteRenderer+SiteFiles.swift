import Bytes
import Content
import Mustache
import Paths
import Search
import Site

extension SiteRenderer {
    /// All files that are not made of one page, except `fullText` and the search index: pages that are not in the content, old addresses, and
    /// what crawlers read.
    package var siteFiles: [DeferredFile] {
        var files = sharedFiles.map { file in DeferredFile(path: file.path) { file.bytes } }
        files.append(DeferredFile(path: OutputLayout.notFound, make: notFound))
        files.append(DeferredFile(path: OutputLayout.page(OutputLayout.allPages), make: allPages))
        for (space, address) in resultPages {
            files.append(DeferredFile(path: OutputLayout.page(address)) { searchResults(of: space, at: address) })
        }
        if let base = site.configuration.baseURL, base.hasPrefix("http") {
            files.append(DeferredFile(path: OutputLayout.openSearch) { openSearch(base) })
        }
        for (space, path) in zip(site.spaces, shared.feeds) {
            guard let path else { continue }
            files.append(DeferredFile(path: path) { UpdateFeed(space, in: site)?.bytes ?? [] })
        }
        if !site.configuration.versions.isEmpty { files.append(DeferredFile(path: OutputLayout.versions, make: versions)) }
        if let notices = site.configuration.notices {
            files.append(
                DeferredFile(path: OutputLayout.notice) { JSON.object([("notices", .array(notices.map(\.json)))]).bytes + [0x0A] })
        }
        for redirect in site.redirects {
            guard let bare = PageURLs(site: site, page: redirect.base).url(redirect.target) else { continue }
            let url = RelativeURL.adding(query: redirect.query, to: bare)
            files.append(DeferredFile(path: redirect.file) { self.redirect(redirect, to: url) })
        }
        return (files + CrawlerFiles(site).files).filter { !site.replaces($0.path) }
    }

    /// `llms-full.txt`.
    package var fullText: FullText { FullText(site) }

    /// Whether the site has these files of kbgen's, and none of its owner's in their place.
    package var hasFullText: Bool { !site.replaces(OutputLayout.fullText) }
    private var hasModelIndex: Bool { !site.replaces(OutputLayout.modelIndex) }

    /// `llms-full.txt` after some pages got another text; see `FullText.init(updating:lengths:_:pages:)`.
    package func fullText(updating old: consuming [UInt8], lengths: [Int], pages: [Int]) -> FullText? {
        FullText(updating: old, lengths: lengths, site, pages: pages)
    }

    /// `llms.txt`, of the site and of the spaces of some pages: the only ones of the site's files that show part of a page's text, its first
    /// words, where the page has no description.
    package func modelIndexes(of pages: [Int]) -> [OutputFile] {
        let crawlers = CrawlerFiles(site)
        let own = hasModelIndex ? [OutputFile(path: OutputLayout.modelIndex, bytes: crawlers.modelIndex())] : []
        let paths = Set(pages.map { OutputLayout.modelIndex(site.space(of: site.pages[$0]).address) })
        return own + crawlers.spaceFiles.filter { paths.contains($0.path) }.map { OutputFile(path: $0.path, bytes: $0.make()) }
    }

    /// The feeds of the spaces of those of some pages that have updates.
    package func feeds(of pages: [Int]) -> [OutputFile] {
        let spaces = Set(pages.filter { site.pages[$0].hasUpdates }.map { site.pages[$0].space })
        return spaces.sorted().compactMap { space in
            guard let path = shared.feeds[space], let feed = UpdateFeed(site.spaces[space], in: site) else { return nil }
            return OutputFile(path: path, bytes: feed.bytes)
        }
    }

    private func label(_ key: String) -> String { site.texts[key] }

    /// `404.html`, which shows the text of the site's own page for it, if there is one.
    package var notFoundPage: OutputFile { OutputFile(path: OutputLayout.notFound, bytes: notFound()) }

    private func notFound() -> [UInt8] {
        // It is shown at any address, so its links cannot be relative.
        let path = site.configuration.baseURL.map { "/" + $0.split(separator: "/").dropFirst(2).joined(separator: "/") } ?? "/"
        let view = PageView(site, shared, root: path.hasSuffix("/") ? path : path + "/")
        guard let page = site.pages.first(where: \.isNotFound) else {
            return templates.render("404", with: view.value(title: label("notFoundTitle")))
        }
        let body = view.body(of: page, PageContext(page, in: site, root: view.root))
        return templates.render("404", with: view.value(title: page.title, body: body))
    }

    private func allPages() -> [UInt8] {
        let view = PageView(site, shared, page: OutputLayout.allPages)
        let body = NavigationMarkup.whole(of: site, from: OutputLayout.allPages)
        return templates.render(
            "all-pages",
            with: view.value(
                title: label("allPages"), body: body,
                lists: [("titles", titles(OutputLayout.allPages)), ("searchPages", searchPages(OutputLayout.allPages))]))
    }

    /// The pages of search results, each with the space whose interface it has.
    private var resultPages: [(space: Int, address: SiteAddress)] {
        shared.searchResults.enumerated().compactMap { space, address in
            shared.searchResults.firstIndex(of: address) == space ? (space, address) : nil
        }
    }

    /// The links to the pages of search results. Where there are several, their languages tell them apart.
    private func searchPages(_ address: SiteAddress) -> [Value] {
        let pages = resultPages
        return pages.map { page in
            let texts = site.spaces[page.space].texts
            return .object([
                ("title", .text(pages.count == 1 ? texts["search"] : "\(texts["search"]) (\(texts.language))")),
                ("language", .text(texts.language)), ("url", .text(RelativeURL.page(page.address, from: address))),
            ])
        }
    }

    /// All titles from A to Z, for readers whose browser runs no script.
    private func titles(_ address: SiteAddress) -> [Value] {
        let listed = site.pages.filter { !$0.isHidden && !$0.isExcludedFromSearch }.map { (key: $0.title.lowercased(), page: $0) }
        return listed.sorted { $0.key == $1.key ? $0.page.id < $1.page.id : $0.key < $1.key }.map { entry in
            .object([("title", .text(entry.page.title)), ("url", .text(RelativeURL.page(entry.page.address, from: address)))])
        }
    }

    private func searchResults(of space: Int, at address: SiteAddress) -> [UInt8] {
        let view = PageView(site, shared, page: address)
        return templates.render("search", with: view.value(title: site.spaces[space].texts["search"], space: space))
    }

    /// Lets a browser offer the site's search in its own bar (https://github.com/dewitt/opensearch). Its addresses are absolute.
    private func openSearch(_ base: String) -> [UInt8] {
        var out: [UInt8] = []
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n")
        out.write("<ShortName>")
        out.write(escaping: String(site.title.withoutXMLControls.prefix(16)))
        out.write("</ShortName>\n<Description>")
        out.write(escaping: (site.configuration.description.isEmpty ? site.title : site.configuration.description).withoutXMLControls)
        out.write("</Description>\n<InputEncoding>UTF-8</InputEncoding>\n<Url type=\"text/html\" template=\"")
        out.write(escaping: base + shared.searchResults[0].string + "/?q={searchTerms}")
        out.write("\"/>\n</OpenSearchDescription>\n")
        return out
    }

    private func versions() -> [UInt8] {
        let list = site.configuration.versions.map { version in
            JSON.object([("title", .string(version.title)), ("url", .string(version.url)), ("state", .string(version.state.rawValue))])
        }
        return JSON.object([("versions", .array(list))]).bytes + [0x0A]
    }

    private func redirect(_ redirect: Redirect, to url: String) -> [UInt8] {
        let view = PageView(site, shared, page: redirect.base)
        return templates.render("redirect", with: view.value(title: label("movedTitle"), target: url))
    }
}
