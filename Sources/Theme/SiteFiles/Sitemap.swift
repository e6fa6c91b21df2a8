import Bytes
import Paths
import Site

/// The pages of a site for search engines (https://www.sitemaps.org/protocol.html). A site of more pages than a sitemap may list has several, and an
/// index of them.
struct Sitemap {
    /// The most pages that the protocol allows in one.
    static let maxPages = 50_000

    private let base: String
    private let pages: [Page]

    init(_ site: Site) {
        // Addresses must be absolute; without a base URL they are what follows it.
        base = site.configuration.baseURL ?? "/"
        pages = site.pages.filter { !$0.isExcludedFromRobots }
    }

    var files: [DeferredFile] {
        if pages.count <= Self.maxPages { return [DeferredFile(path: OutputLayout.sitemap) { urls(of: pages[...]) }] }
        let starts = Array(stride(from: 0, to: pages.count, by: Self.maxPages))
        let parts = starts.enumerated().map { number, start in
            DeferredFile(path: OutputLayout.sitemap(number + 1)) { urls(of: pages[start...].prefix(Self.maxPages)) }
        }
        return [DeferredFile(path: OutputLayout.sitemap) { index(of: parts.count) }] + parts
    }

    private func urls(of pages: ArraySlice<Page>) -> [UInt8] {
        var out: [UInt8] = []
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for page in pages {
            out.write("<url><loc>")
            let path = page.address.isRoot ? "" : RelativeURL.page(page.address, from: .root)
            out.write(escaping: (base + path).withoutXMLControls)
            out.write("</loc>")
            if let day = page.lastUpdated {
                out.write("<lastmod>")
                out.write(escaping: day)
                out.write("</lastmod>")
            }
            out.write("</url>\n")
        }
        out.write("</urlset>\n")
        return out
    }

    private func index(of count: Int) -> [UInt8] {
        var out: [UInt8] = []
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for number in 1...count {
            out.write("<sitemap><loc>")
            out.write(escaping: base + OutputLayout.sitemap(number).string)
            out.write("</loc></sitemap>\n")
        }
        out.write("</sitemapindex>\n")
        return out
    }
}
