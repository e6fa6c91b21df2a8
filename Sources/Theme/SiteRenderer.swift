import Bytes
import Guides
import Markdown
import Mustache
import Search
import Site

/// Writes the files of a site's output: pages one by one, so that no more than those at work are in memory, and all else at once.
public struct SiteRenderer: Sendable {
    private let site: Site
    /// The guide of each page, in the pages' order.
    private let guides: [Guide?]
    private let templates: TemplateSet
    private let shared: PageView.Shared
    private let guideFiles: GuideFiles
    /// Styles, scripts and the shared navigation, under names with their content's hash.
    public let sharedFiles: [OutputFile]

    /// - Parameters:
    ///   - theme: how it looks.
    ///   - site: what it shows.
    ///   - guides: the guide of each of its pages, in their order; nil for a page without one.
    public init(_ theme: Theme, _ site: Site, _ guides: [Guide?]) {
        self.site = site
        self.guides = guides
        templates = theme.templates
        var files: [OutputFile] = []
        func add(_ name: String, _ bytes: [UInt8]) -> String {
            let dot = name.lastIndex(of: ".") ?? name.endIndex
            let path = "_kb/\(name[..<dot]).\(bytes.contentHash)\(name[dot...])"
            files.append(OutputFile(path: path, bytes: bytes))
            return path
        }
        func asset(_ name: String) -> [UInt8] { theme.assets[name] ?? [] }
        let style = asset("theme.css") + asset("blocks.css") + asset("guide.css") + asset("search.css")
        let custom = Self.customStyle(asset("custom.css"), site.configuration)
        let tree = JSON.array(site.navigation.map { $0.json(LinkTargetURL(site: site, folder: "")) })
        let labels = Labels.english.map { ($0.key, Value.text(site.configuration.labels[$0.key] ?? $0.value)) }
        let (guideModules, guideFolder) = Self.guideModules(theme, style: style + custom)
        let searchLabels = Array("export default ".utf8) + Self.searchLabels(site).bytes + Array(";\n".utf8)
        let (searchModules, searchFolder) = Self.modules(
            "search", theme.assets.filter { $0.key.hasPrefix("search") && $0.key.hasSuffix(".js") }.map { ($0.key, $0.value) } + [("labels.js", searchLabels)])
        files += guideModules + searchModules
        guideFiles = GuideFiles(site, guides)
        shared = PageView.Shared(
            site: site, style: add("theme.css", style), customStyle: custom.isEmpty ? nil : add("custom.css", custom),
            boot: add("boot.js", asset("boot.js")), script: add("theme.js", asset("theme.js")), blocks: add("blocks.js", asset("blocks.js")),
            checklist: guideFolder + "checklist.js", guideStart: guideFolder + "guide-start.js", search: searchFolder + "search.js",
            navigation: add("navigation.json", tree.bytes), labels: .object(labels), searchFolder: PageView.searchFolder(of: site))
        sharedFiles = files
    }

    /// Modules in one folder, so that they find one another by their names; its own name has the hash of all.
    private static func modules(_ name: String, _ contents: [(String, [UInt8])]) -> (files: [OutputFile], folder: String) {
        let sorted = contents.sorted { $0.0 < $1.0 }
        let folder = "_kb/\(name).\(sorted.flatMap(\.1).contentHash)/"
        return (sorted.map { OutputFile(path: folder + $0.0, bytes: $0.1) }, folder)
    }

    /// The modules of guides, and one under a name that stays, by which other sites embed a guide.
    private static func guideModules(_ theme: Theme, style: [UInt8]) -> (files: [OutputFile], folder: String) {
        let own = theme.assets.filter { $0.key == "checklist.js" || ($0.key.hasPrefix("guide") && $0.key.hasSuffix(".js")) }.map { ($0.key, $0.value) }
        let (files, folder) = modules("guide", own + [("guide.css", style)])
        let entry = OutputFile(path: "_kb/guide.js", bytes: Array("import \"./\(folder.dropFirst("_kb/".count))guide.js\";\n".utf8))
        return (files + [entry], folder)
    }

    /// What the search says, as its modules call it.
    private static func searchLabels(_ site: Site) -> JSON {
        func label(_ key: String) -> JSON { .string(site.configuration.labels[key] ?? Labels.english.first { $0.key == key }?.value ?? "") }
        return .object([
            ("one", label("searchOne")), ("many", label("searchMany")), ("none", label("searchNone")), ("failed", label("searchFailed")),
            ("recent", label("searchRecent")), ("forget", label("searchForget")), ("all", label("searchAll")), ("close", label("close")),
            ("startGuide", label("searchStartGuide")),
            ("kinds", .object([
                ("troubleshooting", label("kindTroubleshooting")), ("knownError", label("kindKnownError")), ("faq", label("kindFAQ")),
                ("procedure", label("kindProcedure")),
            ])),
        ])
    }

    /// The site's own style, with its accent colour.
    private static func customStyle(_ bytes: [UInt8], _ configuration: Configuration) -> [UInt8] {
        guard let accent = configuration.accent else { return bytes }
        return Array(":root { --kb-accent: \(accent); }\n".utf8) + bytes
    }

    /// A page's files, and what a search is to know of it.
    public struct RenderedPage {
        public let files: [OutputFile]
        /// Nil for a page that its writer keeps out of the site's search.
        public let search: SearchPage?
        /// The HTML of its text.
        public let body: [UInt8]
    }

    /// Makes one page.
    public func render(_ page: Page) -> RenderedPage {
        let view = PageView(shared, folder: page.address)
        let context = PageContext(page, guides[page.id], in: site)
        let body = view.body(of: page, context)
        let html = templates.render("page", with: view.value(of: page, guides[page.id], body: body, context))
        let search = page.document.frontMatter.isOutOfSearch ? nil : SearchPage(page, guides[page.id], in: site)
        return RenderedPage(files: files(of: page, html), search: search, body: body)
    }

    /// A page, its Markdown, and what stands beside them.
    private func files(of page: Page, _ html: [UInt8]) -> [OutputFile] {
        var files = [
            OutputFile(path: LinkTargetURL.output(ofPage: page.address), bytes: html),
            OutputFile(path: "index.md".joined(to: page.address), bytes: MarkdownCopy(page, in: site).bytes),
        ]
        files += guideFiles(of: page)
        if let feed = UpdateFeed(page, in: site) { files.append(OutputFile(path: UpdateFeed.name.joined(to: page.address), bytes: feed.bytes)) }
        return files
    }

    /// The `guide.json` beside a page; nil for a page without a tree.
    public func guideJSON(of page: Page) -> [UInt8]? {
        guides[page.id].flatMap { $0.hasTree ? guideFiles.json($0, of: page) : nil }
    }

    private func guideFiles(of page: Page) -> [OutputFile] {
        guard let json = guideJSON(of: page) else { return [] }
        var files = [OutputFile(path: "guide.json".joined(to: page.address), bytes: json)]
        let alone = GuideFiles.alone(page)
        // A page of the writer's at that address comes first.
        guard !site.hasPage(at: alone) else { return files }
        let html = templates.render("guide-alone", with: PageView(shared, folder: alone).value(ofGuideOf: page))
        files.append(OutputFile(path: LinkTargetURL.output(ofPage: alone), bytes: html))
        return files
    }

    /// The pages that are none of the content, old addresses, and what machines read.
    public func otherFiles() -> [OutputFile] {
        var files = sharedFiles
        files.append(notFound())
        files.append(allPages())
        files.append(searchPage())
        if let description = openSearch() { files.append(description) }
        files += site.redirects.compactMap(redirect)
        files += MachineReadable(site).files
        return files
    }

    private func label(_ key: String) -> String {
        site.configuration.labels[key] ?? Labels.english.first { $0.key == key }?.value ?? key
    }

    private func notFound() -> OutputFile {
        // It is shown at any address, so its links cannot be relative.
        let path = site.configuration.baseURL.map { "/" + $0.split(separator: "/").dropFirst(2).joined(separator: "/") } ?? "/"
        let view = PageView(shared, root: path.hasSuffix("/") ? path : path + "/")
        return OutputFile(path: "404.html", bytes: templates.render("404", with: view.value(title: label("notFoundTitle"))))
    }

    private func allPages() -> OutputFile {
        let folder = "_kb/pages"
        let view = PageView(shared, folder: folder)
        let body = NavigationMarkup.whole(of: site, folder: folder)
        return OutputFile(
            path: folder + "/index.html", bytes: templates.render("all-pages", with: view.value(title: label("allPages"), body: body, titles: titles(folder))))
    }

    /// All titles from A to Z, for readers whose browser runs no script.
    private func titles(_ folder: String) -> [Value] {
        let listed = site.pages.filter { !$0.isHidden && !$0.document.frontMatter.isOutOfSearch }.map { (key: $0.title.lowercased(), page: $0) }
        return listed.sorted { $0.key == $1.key ? $0.page.id < $1.page.id : $0.key < $1.key }.map { entry in
            .object([("title", .text(entry.page.title)), ("url", .text(RelativeURL.page(entry.page.address, from: folder)))])
        }
    }

    private func searchPage() -> OutputFile {
        let folder = shared.searchFolder
        let view = PageView(shared, folder: folder)
        return OutputFile(path: folder + "/index.html", bytes: templates.render("search", with: view.value(title: label("search"))))
    }

    /// https://github.com/dewitt/opensearch: lets a browser offer the site's search in its own bar. Its addresses are absolute.
    private func openSearch() -> OutputFile? {
        guard let base = site.configuration.baseURL, base.hasPrefix("http") else { return nil }
        var out: [UInt8] = []
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>")
        out.write(escaping: String(site.title.prefix(16)))
        out.write("</ShortName>\n<Description>")
        out.write(escaping: site.configuration.description.isEmpty ? site.title : site.configuration.description)
        out.write("</Description>\n<InputEncoding>UTF-8</InputEncoding>\n<Url type=\"text/html\" template=\"")
        out.write(escaping: base + shared.searchFolder + "/?q={searchTerms}")
        out.write("\"/>\n</OpenSearchDescription>\n")
        return OutputFile(path: "opensearch.xml", bytes: out)
    }

    private func redirect(_ redirect: Redirect) -> OutputFile? {
        guard let url = LinkTargetURL(site: site, folder: redirect.address).url(redirect.target) else { return nil }
        let view = PageView(shared, folder: redirect.address)
        return OutputFile(
            path: LinkTargetURL.output(ofPage: redirect.address),
            bytes: templates.render("redirect", with: view.value(title: label("movedTitle"), target: url)))
    }
}
