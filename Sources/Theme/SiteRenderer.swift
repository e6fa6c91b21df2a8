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
        let custom = Self.customStyle(asset("custom.css"), site.configuration)
        let tree = JSON.array(site.navigation.map { $0.json(LinkTargetURL(site: site, folder: "")) })
        let labels = Labels.english.map { ($0.key, Value.text(site.configuration.labels[$0.key] ?? $0.value)) }
        shared = PageView.Shared(
            site: site, style: add("theme.css", asset("theme.css") + asset("blocks.css") + asset("guide.css")), customStyle: custom.isEmpty ? nil : add("custom.css", custom),
            boot: add("boot.js", asset("boot.js")), script: add("theme.js", asset("theme.js")), blocks: add("blocks.js", asset("blocks.js")),
            navigation: add("navigation.json", tree.bytes), labels: .object(labels))
        sharedFiles = files
    }

    /// The site's own style, with its accent colour.
    private static func customStyle(_ bytes: [UInt8], _ configuration: Configuration) -> [UInt8] {
        guard let accent = configuration.accent else { return bytes }
        return Array(":root { --kb-accent: \(accent); }\n".utf8) + bytes
    }

    /// The files of one page: its HTML and its Markdown.
    public func files(of page: Page) -> [OutputFile] {
        let guide = guides[page.id].flatMap { $0.hasTree ? $0 : nil }
        let html = templates.render("page", with: PageView(shared, folder: page.address).value(of: page, guide))
        var files = [
            OutputFile(path: LinkTargetURL.output(ofPage: page.address), bytes: html),
            OutputFile(path: "index.md".joined(to: page.address), bytes: MarkdownCopy(page, in: site).bytes),
        ]
        if let guide { files.append(OutputFile(path: "guide.json".joined(to: page.address), bytes: guide.json(id: page.path, article: page.path).bytes + [0x0A])) }
        if let feed = UpdateFeed(page, in: site) { files.append(OutputFile(path: UpdateFeed.name.joined(to: page.address), bytes: feed.bytes)) }
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
