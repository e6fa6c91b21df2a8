import Bytes
import Guides
import Markdown
import Mustache
import Search
import Site

/// Writes the files of a site's output: pages one by one, so that no more than those at work are in memory, and all else at once.
public struct SiteRenderer: Sendable {
    private(set) var site: Site
    /// The guide of each page, in the pages' order.
    private var guides: [Guide?]
    let templates: TemplateSet
    private(set) var shared: PageView.Shared
    private var guideFiles: GuideFiles
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

    /// The renderer of a site that differs in the text of pages alone.
    public func following(_ site: Site, _ guides: [Guide?]) -> SiteRenderer {
        var renderer = self
        renderer.site = site
        renderer.shared.site = site
        renderer.guides = guides
        renderer.guideFiles = GuideFiles(site, guides)
        return renderer
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
        let search = page.isOutOfSearch ? nil : SearchPage(page, guides[page.id], in: site)
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
}
