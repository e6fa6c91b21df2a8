import Bytes
import Markdown
import Site

/// What programs read of a site: an index for language models, a sitemap, robots.txt.
struct MachineReadable {
    let site: Site

    init(_ site: Site) { self.site = site }

    var files: [DeferredFile] {
        [
            DeferredFile(path: Self.indexPath, make: index), DeferredFile(path: "robots.txt", make: robots), DeferredFile(path: "sitemap.xml", make: sitemap),
            // GitHub Pages leaves folders that begin with `_` out unless it finds this file.
            DeferredFile(path: ".nojekyll") { [] },
        ]
    }

    static let indexPath = "llms.txt"

    private var base: String { site.configuration.baseURL ?? "" }

    /// https://llmstxt.org: a title, a quoted summary, and lists of links with descriptions.
    func index() -> [UInt8] {
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
        out.write(utf8: site.configuration.labels["pages"] ?? "Pages")
        out.write("\n\n")
        for page in site.pages where !page.isOutOfRobots {
            out.write("- [")
            out.write(utf8: page.title.oneLine.replacing("[", with: "\\[").replacing("]", with: "\\]"))
            out.write("](")
            out.write(utf8: base + RelativeURL.file("index.md".joined(to: page.address), from: ""))
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
            out.write("sitemap.xml\n")
        }
        return out
    }

    /// https://www.sitemaps.org/protocol.html. Addresses there must be absolute; without a base URL they are what follows it.
    private func sitemap() -> [UInt8] {
        var out: [UInt8] = []
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for page in site.pages where !page.isOutOfRobots {
            out.write("<url><loc>")
            let path = page.address.isEmpty ? "" : RelativeURL.page(page.address, from: "")
            out.write(escaping: (base.isEmpty ? "/" : base) + path)
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
