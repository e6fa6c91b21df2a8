import Bytes
import Mustache
import Search
import Site

/// A file that is made when it is asked for.
public struct DeferredFile: Sendable {
    /// Relative to the output folder.
    public let path: String
    public let make: @Sendable () -> [UInt8]
}

extension SiteRenderer {
    /// All files that are not made of one page, but for `fullText`: pages that are none of the content, old addresses, and what machines read.
    public var otherFiles: [DeferredFile] {
        var files = sharedFiles.map { file in DeferredFile(path: file.path) { file.bytes } }
        files.append(DeferredFile(path: "404.html", make: notFound))
        files.append(DeferredFile(path: Self.allPagesFolder + "/index.html", make: allPages))
        files.append(DeferredFile(path: shared.searchFolder + "/index.html", make: searchPage))
        if let base = site.configuration.baseURL, base.hasPrefix("http") {
            files.append(DeferredFile(path: "opensearch.xml") { openSearch(base) })
        }
        for redirect in site.redirects {
            guard let url = LinkTargetURL(site: site, folder: redirect.address).url(redirect.target) else { continue }
            files.append(DeferredFile(path: LinkTargetURL.output(ofPage: redirect.address)) { self.redirect(redirect, to: url) })
        }
        return files + MachineReadable(site).files
    }

    /// The copy of everything.
    public var fullText: FullText { FullText(site) }

    /// The copy of everything, where but some pages have another text than in an old one (`FullText.init(revising:…)`).
    public func fullText(revising old: consuming [UInt8], lengths: [Int], pages: [Int]) -> FullText? {
        FullText(revising: old, lengths: lengths, site, pages: pages)
    }

    /// The one of the other files that shows of a page what is its own affair: its first words, where it has no description.
    public var index: OutputFile { OutputFile(path: MachineReadable.indexPath, bytes: MachineReadable(site).index()) }

    private static let allPagesFolder = "_kb/pages"

    private func label(_ key: String) -> String {
        site.configuration.labels[key] ?? Labels.english.first { $0.key == key }?.value ?? key
    }

    private func notFound() -> [UInt8] {
        // It is shown at any address, so its links cannot be relative.
        let path = site.configuration.baseURL.map { "/" + $0.split(separator: "/").dropFirst(2).joined(separator: "/") } ?? "/"
        let view = PageView(shared, root: path.hasSuffix("/") ? path : path + "/")
        return templates.render("404", with: view.value(title: label("notFoundTitle")))
    }

    private func allPages() -> [UInt8] {
        let view = PageView(shared, folder: Self.allPagesFolder)
        let body = NavigationMarkup.whole(of: site, folder: Self.allPagesFolder)
        return templates.render("all-pages", with: view.value(title: label("allPages"), body: body, titles: titles(Self.allPagesFolder)))
    }

    /// All titles from A to Z, for readers whose browser runs no script.
    private func titles(_ folder: String) -> [Value] {
        let listed = site.pages.filter { !$0.isHidden && !$0.isOutOfSearch }.map { (key: $0.title.lowercased(), page: $0) }
        return listed.sorted { $0.key == $1.key ? $0.page.id < $1.page.id : $0.key < $1.key }.map { entry in
            .object([("title", .text(entry.page.title)), ("url", .text(RelativeURL.page(entry.page.address, from: folder)))])
        }
    }

    private func searchPage() -> [UInt8] {
        templates.render("search", with: PageView(shared, folder: shared.searchFolder).value(title: label("search")))
    }

    /// https://github.com/dewitt/opensearch: lets a browser offer the site's search in its own bar. Its addresses are absolute.
    private func openSearch(_ base: String) -> [UInt8] {
        var out: [UInt8] = []
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>")
        out.write(escaping: String(site.title.prefix(16)))
        out.write("</ShortName>\n<Description>")
        out.write(escaping: site.configuration.description.isEmpty ? site.title : site.configuration.description)
        out.write("</Description>\n<InputEncoding>UTF-8</InputEncoding>\n<Url type=\"text/html\" template=\"")
        out.write(escaping: base + shared.searchFolder + "/?q={searchTerms}")
        out.write("\"/>\n</OpenSearchDescription>\n")
        return out
    }

    private func redirect(_ redirect: Redirect, to url: String) -> [UInt8] {
        templates.render("redirect", with: PageView(shared, folder: redirect.address).value(title: label("movedTitle"), target: url))
    }
}
