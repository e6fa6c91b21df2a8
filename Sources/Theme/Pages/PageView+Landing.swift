import Bytes
import Mustache
import Paths
import Site

/// What a landing page (`layout: landing`) leads to.
extension PageView {
    /// How many pages of a group, and how many problems, are shown.
    private static let maxLinks = 5
    private static let maxProblems = 6

    /// Cards for what stands at the top of the navigation, as HTML: a page with its description, a group with its first pages.
    func landingCards(of page: Page, _ urls: PageURLs) -> [UInt8] {
        var out: [UInt8] = []
        for item in site.space(of: page).navigation where item.isShown {
            if case .page(let id, _) = item.target, id == page.id { continue }
            item.hasShownChildren ? writeGroup(item, urls, to: &out) : writePage(item, urls, to: &out)
        }
        return out
    }

    private func writePage(_ item: NavigationItem, _ urls: PageURLs, to out: inout [UInt8]) {
        guard let url = urls.url(item.target) else { return }
        out.write("<li class=\"kb-card kb-linked\"><a class=\"kb-card-body\" href=\"")
        out.write(href: url)
        out.write("\"><div>")
        out.write(escaping: item.title)
        out.write("</div>")
        if case .page(let id, _) = item.target, let description = site.pages[id].document.frontMatter.description {
            out.write("<div>")
            out.write(escaping: description)
            out.write("</div>")
        }
        out.write("</a></li>\n")
    }

    private func writeGroup(_ item: NavigationItem, _ urls: PageURLs, to out: inout [UInt8]) {
        out.write("<li class=\"kb-card\"><div class=\"kb-card-body\"><h2>")
        writeLink(item, urls, to: &out)
        out.write("</h2>\n<ul>\n")
        for child in item.children.filter(\.isShown).prefix(Self.maxLinks) {
            out.write("<li>")
            writeLink(child, urls, to: &out)
            out.write("</li>\n")
        }
        out.write("</ul></div></li>\n")
    }

    /// The title, as a link if it leads anywhere.
    private func writeLink(_ item: NavigationItem, _ urls: PageURLs, to out: inout [UInt8]) {
        let url = urls.url(item.target)
        if let url {
            out.write("<a href=\"")
            out.write(href: url)
            out.write("\">")
        }
        out.write(escaping: item.title)
        if url != nil { out.write("</a>") }
    }

    /// The pages of the site's space with guides, in the order of the site.
    /// - Parameter pages: the ids of pages with a tree.
    func landingProblems(_ pages: [Int], beside page: Page) -> [Value] {
        pages.lazy.map { site.pages[$0] }.filter { $0.space == page.space && !$0.isHidden && $0.id != page.id }.prefix(Self.maxProblems).map
        { other in
            .object([("title", .text(site.label(of: other))), ("url", .text(RelativeURL.page(other.address, from: address)))])
        }
    }
}
