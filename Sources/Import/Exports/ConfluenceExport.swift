import Content
import Paths

/// A space of Confluence that was exported as HTML (https://support.atlassian.com/confluence-cloud/docs/export-content-to-word-pdf-html-and-xml/):
/// `index.html` with the tree of pages, a file a page, `attachments/`.
struct ConfluenceExport {
    private let tree: SourceTree
    private let folder: ContentPath
    private let index: String

    /// Nil for a folder that is no such export.
    init?(_ tree: SourceTree) {
        guard let file = tree.files.filter({ $0.name == "index.html" }).min(by: { $0.names.count < $1.names.count }),
            let text = tree.text(file),
            text.contains("Confluence") || text.contains("Available Pages")
        else { return nil }
        self.tree = tree
        folder = file.folder
        index = text
    }

    func site() throws(ImportSource.Failure) -> ImportedSite {
        var site = ImportedSite()
        site.title = index.firstMatch(of: /<title>([^<]*)<\/title>/).map { String($0.1.prefix { $0 != "(" }.trimmedSpace) } ?? ""
        let files = tree.files.filter { $0.folder == folder && $0.fileExtension == "html" && $0.name != "index.html" }
        var names = UniqueNames()
        var (paths, texts): ([ContentPath: ContentPath], [ContentPath: (title: String, html: String)]) = ([:], [:])
        for file in files {
            guard let text = tree.text(file), let page = Self.page(text, space: site.title) else { continue }
            paths[file] = ContentPath(names.name(page.title) + ".md")
            texts[file] = page
        }
        for (file, page) in texts.sorted(by: { $0.key < $1.key }) {
            guard let path = paths[file] else { continue }
            var lines = try HTMLExport.lines(Self.macros(page.html))
            var assets: [ContentPath: ImportedSite.Asset] = [:]
            lines = LinkRewriter.rewritten(lines) { [tree, folder] address, _ in
                let bare = String(address.prefix { $0 != "?" && $0 != "#" })
                let target = folder.resolving(bare.percentDecoded ?? bare)
                if let page = paths[target] { return page.string + address.drop { $0 != "#" } }
                guard !bare.isEmpty, tree.contains(target), target.fileExtension != "html" else { return nil }
                let new = ContentPath(String(target.string.dropFirst(folder.isRoot ? 0 : folder.string.count + 1)))
                assets[new] = .file(location: tree.locationWithoutLinks(target))
                return new.string.replacing(" ", with: "%20")
            }
            site.assets.merge(assets) { $1 }
            site.pages.append(.init(path: path, frontMatter: ["title: \(ImportedSite.quoted(page.title))"], text: lines.joined))
            site.redirects.append(.init(source: file.name, target: path.string))
        }
        site.navigation = entries(paths, texts)
        return site
    }

    /// The title and the main part of a page.
    private static func page(_ html: String, space: String) -> (title: String, html: String)? {
        guard let start = html.firstRange(of: "id=\"main-content\""), let open = html[start.upperBound...].firstIndex(of: ">") else {
            return nil
        }
        let rest = html[html.index(after: open)...]
        let end =
            rest.firstRange(of: "<div class=\"pageSection group\">")?.lowerBound ?? rest.firstRange(of: "<div id=\"footer\"")?.lowerBound
            ?? rest.endIndex
        let title = html.firstMatch(of: /<title>([^<]*)<\/title>/).map { String($0.1) } ?? ""
        let own = title.firstRange(of: " : ").map { String(title[$0.upperBound...]) } ?? title
        return (own.replacing("&amp;", with: "&").replacing("&#39;", with: "'").replacing("&quot;", with: "\""), String(rest[..<end]))
    }

    /// Panels by the names that other boxes have: what Confluence calls a note is a warning.
    private static func macros(_ html: String) -> String {
        var html = html
        for (name, box) in [("information", "info"), ("tip", "tip"), ("note", "caution"), ("warning", "danger")] {
            html = html.replacing("confluence-information-macro confluence-information-macro-\(name)", with: "callout \(box)")
        }
        return html
    }

    /// The tree of pages: nested lists of links in `index.html`.
    private func entries(_ paths: [ContentPath: ContentPath], _ texts: [ContentPath: (title: String, html: String)]) -> [ImportedSite.Entry]
    {
        var found: [(depth: Int, entry: ImportedSite.Entry)] = []
        var depth = 0
        for match in index.matches(of: /<(\/?ul|a\s[^>]*href="([^"]*)"[^>]*)>/) {
            if match.1 == "ul" { depth += 1 } else if match.1 == "/ul" { depth -= 1 }
            guard depth > 0, let address = match.2.map(String.init) else { continue }
            let file = folder.resolving(address.percentDecoded ?? address)
            if let page = paths[file], let title = texts[file]?.title {
                found.append((depth, ImportedSite.Entry(title: title, page: page)))
            }
        }
        var rest = found[...]
        return Outline.nest(&rest, below: 0)
    }
}
