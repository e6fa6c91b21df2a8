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
            DeferredFile(path: OutputLayout.noJekyll) { [] },
        ] + Sitemap(site).files + spaceFiles
    }

    /// A list of pages for each space beside its first page.
    var spaceFiles: [DeferredFile] {
        site.spaces.indices.dropFirst().filter { !site.spaces[$0].address.isRoot && !site.spaces[$0].pages.isEmpty }.map { space in
            DeferredFile(path: OutputLayout.modelIndex(site.spaces[space].address)) { modelIndex(of: space) }
        }
    }

    private var base: String { site.configuration.baseURL ?? "" }

    /// https://llmstxt.org: a title, a quoted summary, and lists of links with descriptions, one for each space.
    func modelIndex() -> [UInt8] {
        let description = site.configuration.description
        var out = head(site.title, description.isEmpty ? site.home?.description ?? "" : description)
        for space in site.spaces.indices { writePages(of: space, to: &out) }
        return out
    }

    /// The same for a space alone.
    func modelIndex(of space: Int) -> [UInt8] {
        var out = head(name(of: space), site.page(at: site.spaces[space].address)?.description ?? "")
        writePages(of: space, to: &out)
        return out
    }

    /// What a list of a space's pages is called: by its section and variant, where it has any.
    private func name(of space: Int) -> String {
        let settings = site.spaces[space].settings
        let names = [settings.section, settings.title.isEmpty ? settings.version ?? "" : settings.title].filter { !$0.isEmpty }
        return names.isEmpty ? site.spaces[space].texts["pages"] : names.joined(separator: ": ")
    }

    private func head(_ title: String, _ description: String) -> [UInt8] {
        var out: [UInt8] = []
        out.write("# ")
        out.write(utf8: title.oneLine)
        out.write("\n")
        if !description.isEmpty {
            out.write("\n> ")
            out.write(utf8: description.oneLine)
            out.write("\n")
        }
        return out
    }

    private func writePages(of space: Int, to out: inout [UInt8]) {
        let pages = site.pages[site.spaces[space].pages].filter { !$0.isExcludedFromRobots }
        if pages.isEmpty, site.spaces.count > 1 { return }
        out.write("\n## ")
        out.write(utf8: name(of: space).oneLine)
        out.write("\n\n")
        for page in pages {
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
}

extension String {
    /// With line breaks as spaces.
    fileprivate var oneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
    }
}
