import Bytes
import Guides
import Markdown
import Mustache
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
        let style = asset("theme.css") + asset("blocks.css") + asset("guide.css")
        let custom = Self.customStyle(asset("custom.css"), site.configuration)
        let tree = JSON.array(site.navigation.map { $0.json(LinkTargetURL(site: site, folder: "")) })
        let labels = Labels.english.map { ($0.key, Value.text(site.configuration.labels[$0.key] ?? $0.value)) }
        let (modules, folder) = Self.guideModules(theme, style: style + custom)
        files += modules
        guideFiles = GuideFiles(site, guides)
        shared = PageView.Shared(
            site: site, style: add("theme.css", style), customStyle: custom.isEmpty ? nil : add("custom.css", custom),
            boot: add("boot.js", asset("boot.js")), script: add("theme.js", asset("theme.js")), blocks: add("blocks.js", asset("blocks.js")),
            checklist: folder + "checklist.js", guideStart: folder + "guide-start.js",
            navigation: add("navigation.json", tree.bytes), labels: .object(labels))
        sharedFiles = files
    }

    /// The modules of guides in one folder, so that they find one another by their names, and the module under a name that stays, by which other sites
    /// embed a guide.
    private static func guideModules(_ theme: Theme, style: [UInt8]) -> (files: [OutputFile], folder: String) {
        let names = theme.assets.keys.filter { $0 == "checklist.js" || ($0.hasPrefix("guide") && $0.hasSuffix(".js")) }.sorted()
        let contents = names.map { ($0, theme.assets[$0] ?? []) } + [("guide.css", style)]
        let folder = "_kb/guide.\(contents.flatMap(\.1).contentHash)/"
        let entry = OutputFile(path: "_kb/guide.js", bytes: Array("import \"./\(folder.dropFirst("_kb/".count))guide.js\";\n".utf8))
        return (contents.map { OutputFile(path: folder + $0.0, bytes: $0.1) } + [entry], folder)
    }

    /// The site's own style, with its accent colour.
    private static func customStyle(_ bytes: [UInt8], _ configuration: Configuration) -> [UInt8] {
        guard let accent = configuration.accent else { return bytes }
        return Array(":root { --kb-accent: \(accent); }\n".utf8) + bytes
    }

    /// The files of one page: its HTML and its Markdown.
    public func files(of page: Page) -> [OutputFile] {
        let guide = guides[page.id]
        let html = templates.render("page", with: PageView(shared, folder: page.address).value(of: page, guide))
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
            path: folder + "/index.html", bytes: templates.render("all-pages", with: view.value(title: label("allPages"), body: body)))
    }

    private func redirect(_ redirect: Redirect) -> OutputFile? {
        guard let url = LinkTargetURL(site: site, folder: redirect.address).url(redirect.target) else { return nil }
        let view = PageView(shared, folder: redirect.address)
        return OutputFile(
            path: LinkTargetURL.output(ofPage: redirect.address),
            bytes: templates.render("redirect", with: view.value(title: label("movedTitle"), target: url)))
    }
}
