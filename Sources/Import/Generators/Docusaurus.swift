import Content
import Diagnostics
import Paths

/// A site of Docusaurus (https://docusaurus.io/docs): `docusaurus.config.js`, `sidebars.js`, `docs/`, `static/`.
struct Docusaurus: Generator {
    let folder: ContentPath
    let staticFolders: [ContentPath]
    let title: String
    let language: String?
    /// Where the pages stand below the old site's root.
    private let base: String
    private let sidebars: LooseValue?
    private let site: LooseValue?
    private let options: LooseValue?
    let notices: [(file: String, message: String)]

    static let settings = ["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs", "docusaurus.config.cjs"]

    /// Nil for a folder that is no site of Docusaurus.
    init?(_ tree: SourceTree, in root: ContentPath) {
        guard let file = Self.settings.map(root.appending).first(where: tree.contains) else { return nil }
        let text = tree.text(file) ?? ""
        let settings = LooseValue(script: text)
        site = settings
        title = settings?["title"]?.string ?? ""
        language = settings?["i18n"]?["defaultLocale"]?.string.flatMap(LanguageTag.normalised)
        let options = Self.docs(settings)
        self.options = options
        let skipped = [
            ("blog", "the blog"), ("versioned_docs", "older versions"), ("src/pages", "pages in React"), ("i18n", "translations"),
        ]
        notices = skipped.filter { tree.containsFolder(root.resolving($0.0)) }.map {
            (root.resolving($0.0).string, "\($0.1) in this folder: not read")
        }
        let path = options?["path"]?.string ?? "docs"
        folder =
            [root.resolving(path), root.folder.resolving(path), root.folder.appending("docs")].first {
                tree.containsFolder($0) && !$0.isRoot
            } ?? root
        let route = options?["routeBasePath"]?.string ?? "docs"
        base = route.split(separator: "/").joined(separator: "/")
        staticFolders = (settings?["staticDirectories"]?.elements?.compactMap(\.string) ?? ["static"]).map(root.resolving)
        let named = options?["sidebarPath"]?.string
        let files = (named.map { [$0] } ?? []) + ["sidebars.js", "sidebars.ts", "sidebars.json", "sidebars.cjs", "sidebars.mjs"]
        sidebars = files.lazy.map(root.resolving).first(where: tree.contains).flatMap { file in
            tree.text(file).flatMap { file.fileExtension == "json" ? LooseValue(json: $0) : LooseValue(script: $0) }
        }
        positions = Self.positions(tree, folder)
    }

    /// The options of the plug-in that shows the pages.
    private static func docs(_ settings: LooseValue?) -> LooseValue? {
        let presets = (settings?["presets"]?.elements ?? []) + (settings?["plugins"]?.elements ?? [])
        return presets.lazy.compactMap {
            $0.elements?.last?["docs"] ?? ($0.elements?.first?.string?.hasSuffix("content-docs") == true ? $0.elements?.last : nil)
        }
        .first { $0.members != nil }
    }

    // MARK: Names

    /// A name without the number that only orders it: `01-intro`.
    private static func plain(_ name: Substring) -> String {
        let rest = name.drop(while: \.isNumber)
        guard rest.count < name.count, let mark = rest.first, "-_.".contains(mark), rest.count > 1,
            rest.dropFirst().first?.isNumber == false
        else {
            return String(name)
        }
        return String(rest.drop { "-_. ".contains($0) })
    }

    private func plain(_ path: ContentPath) -> ContentPath {
        ContentPath(relative(path).withoutExtension.names.map(Self.plain).joined(separator: "/"))
    }

    func isPage(_ path: ContentPath) -> Bool { !path.names.contains { $0.hasPrefix("_") } }
    func newPath(of path: ContentPath, _ text: SourceText) -> ContentPath { plain(path).adding(".md") }

    /// What sidebars call a page.
    private func id(of path: ContentPath, _ text: SourceText) -> String {
        let plain = plain(path)
        return text.field("id").map { plain.folder.appending($0).string } ?? plain.string
    }

    func urls(of path: ContentPath, _ text: SourceText) -> [String] {
        let plain = ContentPath(id(of: path, text))
        let isFolderPage = plain.isFolderPage || plain.name == plain.folder.name
        let own = isFolderPage ? plain.folder.string : plain.string
        let slug = text.field("slug").map { $0.hasPrefix("/") ? $0 : plain.folder.resolving($0).string }
        let url = [base, FolderImport.trimmed(slug ?? own)].filter { !$0.isEmpty }.joined(separator: "/")
        return [url]
    }

    func normalised(_ address: String) -> String {
        if address.hasPrefix("pathname://") { return String(address.dropFirst("pathname://".count)) }
        return address.hasPrefix("@site/static/") ? String(address.dropFirst("@site/static".count)) : address
    }

    // MARK: Text

    func converted(_ lines: [SourceLine], _ context: inout ConversionContext) -> [SourceLine] {
        // Comments in code that mark lines are no part of it.
        let marks = ["highlight-next-line", "highlight-start", "highlight-end"]
        let lines = lines.filter { line in
            guard line.isCode else { return true }
            return !marks.contains { mark in line.trimmed.contains(mark) && line.trimmed.count < mark.count + 10 }
        }
        return MDX.converted(lines, &context)
    }

    // MARK: Table of contents

    /// `position` and `label` of folders, by the folder.
    private let positions: [ContentPath: (position: Double?, label: String?)]

    private static func positions(_ tree: SourceTree, _ folder: ContentPath) -> [ContentPath: (position: Double?, label: String?)] {
        var found: [ContentPath: (position: Double?, label: String?)] = [:]
        for file in tree.files where file.isInside(folder) && file.name.hasPrefix("_category_.") {
            let value = file.fileExtension == "json" ? tree.text(file).flatMap(LooseValue.init(json:)) : nil
            var diagnostics: [Diagnostic] = []
            let yaml = value == nil ? tree.yaml([file], "the category", "", &diagnostics) : nil
            var position = yaml?["position"]?.string.flatMap(Double.init)
            if case .number(let number) = value?["position"] { position = number }
            found[file.folder] = (position, value?["label"]?.string ?? yaml?["label"]?.string)
        }
        return found
    }

    func navigation(_ folder: FolderImport) -> [ImportedSite.Entry] {
        let ids = Dictionary(folder.newPaths.keys.compactMap { path in folder.texts[path].map { (id(of: path, $0), path) } }) { first, _ in
            first
        }
        let lists = sidebars?.members ?? []
        if lists.isEmpty { return generated(self.folder, folder) }
        // Several sidebars are groups.
        return lists.flatMap { entries($0.value, folder, ids) }
    }

    private func entries(_ value: LooseValue, _ folder: FolderImport, _ ids: [String: ContentPath]) -> [ImportedSite.Entry] {
        if let elements = value.elements { return elements.flatMap { entries($0, folder, ids) } }
        if let id = value.string { return ids[id].map { [entry($0, nil, folder)] } ?? [] }
        guard let members = value.members else { return [] }
        switch value["type"]?.string {
        case "doc", "ref": return value.text("id").flatMap { ids[$0] }.map { [entry($0, value.text("label"), folder)] } ?? []
        case "link": return [ImportedSite.Entry(title: value.text("label") ?? "", url: value.text("href"))]
        case "html": return []
        case "autogenerated": return generated(self.folder.resolving(value.text("dirName") ?? "."), folder)
        case "category":
            let linked = value["link"]?.text("id").flatMap { ids[$0] }
            let children = value["items"].map { entries($0, folder, ids) } ?? []
            let page = linked.flatMap { folder.newPaths[$0] } ?? Self.indexPage(value)?.path
            return [ImportedSite.Entry(title: value.text("label") ?? "", page: page, children: children)]
        default:
            // The short form: labels and their lists.
            return members.map { ImportedSite.Entry(title: $0.key, children: entries($0.value, folder, ids)) }
        }
    }

    private func entry(_ path: ContentPath, _ label: String?, _ folder: FolderImport) -> ImportedSite.Entry {
        folder.entry(path, label ?? folder.texts[path].map { title(of: path, $0) } ?? Self.humanised(path))
    }

    /// As the folders are, in the order that numbers and `sidebar_position` give them.
    private func generated(_ path: ContentPath, _ folder: FolderImport) -> [ImportedSite.Entry] {
        folder.entries(
            in: path,
            order: { path in
                let own = folder.texts[path]?.field("sidebar_position").flatMap(Double.init) ?? positions[path].flatMap(\.position)
                let digits = path.name.prefix(while: \.isNumber)
                return own ?? (digits.count < path.name.count && Self.plain(Substring(path.name)) != path.name ? Double(digits) : nil)
                    ?? .infinity
            }, label: { positions[$0].flatMap(\.label) })
    }

    // MARK: Pages and settings that Docusaurus makes

    /// The page of a category that lists what is in it. With a title alone, kbgen shows the same.
    private static func indexPage(_ category: LooseValue) -> ImportedSite.Page? {
        guard let link = category["link"], link["type"]?.string == "generated-index" else { return nil }
        let title = link.text("title") ?? category.text("label") ?? ""
        let slug = FolderImport.trimmed(link.text("slug") ?? "category/" + UniqueNames.slug(category.text("label") ?? title))
        let front =
            ["title: \(ImportedSite.quoted(title))"] + (link.text("description").map { ["description: \(ImportedSite.quoted($0))"] } ?? [])
        return ImportedSite.Page(path: ContentPath.root.resolving(slug + ".md"), frontMatter: front, text: "")
    }

    private static func categories(_ value: LooseValue) -> [LooseValue] {
        let own = value["type"]?.string == "category" ? [value] : []
        return own + (value.elements ?? value.members?.map(\.value) ?? []).flatMap(categories)
    }

    func furtherPages(_ folder: FolderImport) -> [ImportedSite.Page] {
        sidebars.map { Self.categories($0).compactMap(Self.indexPage) } ?? []
    }

    func settings(_ folder: FolderImport) -> [String] {
        var lines: [String] = []
        if let url = site?["url"]?.string {
            let path = (site?["baseUrl"]?.string ?? "/").split(separator: "/").joined(separator: "/")
            lines.append("base-url: \(ImportedSite.quoted(url + "/" + path + (path.isEmpty ? "" : "/")))")
        }
        if let edit = options?["editUrl"]?.string {
            lines.append("edit-url: \(ImportedSite.quoted(edit + (edit.hasSuffix("/") ? "" : "/") + "docs/{path}"))")
        }
        let theme = site?["themeConfig"]
        if let text = theme?["footer"]?["copyright"]?.string, !text.contains("${") {
            lines.append("footer: \(ImportedSite.quoted(text.replacing(/<[^>]*>/, with: "")))")
        }
        let links = (theme?["navbar"]?["items"]?.elements ?? []).compactMap { item -> String? in
            guard let label = item["label"]?.string, let target = item.text("href") else { return nil }
            return "  \(ImportedSite.quoted(label)): \(ImportedSite.quoted(target))"
        }
        return lines + (links.isEmpty ? [] : ["links:"] + links)
    }

    func redirects(_ folder: FolderImport) -> [ImportedSite.Redirect] {
        let plugins = (site?["plugins"]?.elements ?? []).filter { $0.elements?.first?.string?.hasSuffix("client-redirects") ?? false }
        let listed = plugins.flatMap { $0.elements?.last?["redirects"]?.elements ?? [] }.flatMap { rule in
            let sources = rule["from"]?.elements?.compactMap(\.string) ?? [rule["from"]?.string].compactMap { $0 }
            return sources.compactMap { source in
                rule["to"]?.string.flatMap { folder.pagesByURL[FolderImport.trimmed($0)] }.flatMap { folder.newPaths[$0] }.map {
                    ImportedSite.Redirect(source: FolderImport.trimmed(source), target: $0.string)
                }
            }
        }
        let indices = furtherPages(folder).compactMap { page -> ImportedSite.Redirect? in
            base.isEmpty ? nil : .init(source: base + "/" + FolderImport.address(of: page.path), target: page.path.string)
        }
        return listed + indices
    }
}
