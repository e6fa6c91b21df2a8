import Bytes
import Content
import Markdown
import Paths
import Site

/// What programs read of a site: an index for language models, a sitemap, robots.txt.
struct CrawlerFiles {
    let site: Site

    init(_ site: Site) { self.site = site }

    var files: [DeferredFile] {
        [
            DeferredFile(path: OutputLayout.modelIndex, make: modelIndex), DeferredFile(path: OutputLayout.robots, make: robots),
            DeferredFile(path: OutputLayout.sitemap, make: sitemap), DeferredFile(path: OutputLayout.noJekyll) { [] },
        ]
    }

    private var base: String { site.configuration.baseURL ?? "" }

    /// https://llmstxt.org: a title, a quoted summary, and lists of links with descriptions.
    func modelIndex() -> [UInt8] {
        var out: [UInt8] = []
        out.write("# ")
        out.write(utf8: site.title.oneLine)
        out.write("\n")
        let description = site.configuration.description.isEmpty ? site.home?.description ?? "" : site.configuration.description
        if !description.isEmpty {
            out.write("\n> ")
            out.write(utf8: description.oneLine)
            out.write("\n")
        }
        out.write("\n## ")
        out.write(utf8: site.texts["pages"])
        out.write("\n\n")
        for page in site.pages where !page.isExcludedFromRobots {
            out.write("- [")
            out.write(utf8: page.title.oneLine.replacing("[", with: "\\[").replacing("]", with: "\\]"))
            out.write("](")
            out.write(utf8: base + RelativeURL.file(OutputLayout.markdown(page.address), from: .root))
            out.write(")")
            if !page.description.isEmpty {
                out.write(": ")
                out.write(utf8: page.description.oneLine)
            }
            out.write("\n")
        }
        return out
    }

    private func robots() -> [UInt8] {
        var out: [UInt8] = []
        out.write("User-agent: *\nAllow: /\n")
        if let base = site.configuration.baseURL {
            out.write("\nSitemap: ")
            out.write(utf8: base)
            out.write(utf8: "\(OutputLayout.sitemap)\n")
        }
        return out
    }

    /// https://www.sitemaps.org/protocol.html. Addresses there must be absolute; without a base URL they are what follows it.
    private func sitemap() -> [UInt8] {
        var out: [UInt8] = []
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for page in site.pages where !page.isExcludedFromRobots {
            out.write("<url><loc>")
            let path = page.address.isRoot ? "" : RelativeURL.page(page.address, from: .root)
            out.write(escaping: ((base.isEmpty ? "/" : base) + path).withoutXMLControls)
            out.write("</loc></url>\n")
        }
        out.write("</urlset>\n")
        return out
    }
}

extension String {
    /// With line breaks as spaces.
    fileprivate var oneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
    }
}
