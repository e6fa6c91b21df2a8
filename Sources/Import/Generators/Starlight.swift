import Content
import Paths

/// A site of Starlight (https://starlight.astro.build/reference/configuration/): `astro.config.mjs`, `src/content/docs/`, `public/`.
struct Starlight: Generator {
    let folder: ContentPath
    let staticFolders: [ContentPath]
    let title: String
    let language: String?
    private let sidebar: LooseValue?
    private let locales: [LooseValue.Member]

    /// Nil for a folder that is no site of Starlight.
    init?(_ tree: SourceTree, in root: ContentPath) {
        let names = ["astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.mts"]
        let folder = root.resolving("src/content/docs")
        guard let file = names.map(root.appending).first(where: tree.contains), tree.containsFolder(folder) else { return nil }
        let settings = LooseValue(script: tree.text(file) ?? "")
        // `integrations: [starlight({…})]`
        let own = (settings?["integrations"]?.elements ?? []).first { $0["title"] != nil || $0["sidebar"] != nil }
        title = own?["title"]?.string ?? own?["title"]?.members?.first?.value.string ?? ""
        locales = own?["locales"]?.members ?? []
        let root = own?["locales"]?["root"]
        language = (root?["lang"] ?? own?["defaultLocale"])?.string.flatMap(LanguageTag.normalised)
        sidebar = own?["sidebar"]
        self.folder = folder
        staticFolders = [file.folder.appending("public")]
    }

    func urls(of path: ContentPath, _ text: SourceText) -> [String] {
        [FolderImport.trimmed(text.field("slug") ?? FolderImport.address(of: relative(path)))]
    }

    /// The page for addresses without one is written anew.
    func isPage(_ path: ContentPath) -> Bool { !path.names.contains { $0.hasPrefix("_") } && path.withoutExtension.name != "404" }

    func converted(_ lines: [SourceLine], _ context: inout ConversionContext) -> [SourceLine] { MDX.converted(lines, &context) }

    func navigation(_ folder: FolderImport) -> [ImportedSite.Entry] { navigation(in: nil, folder) }

    func spaces(_ folder: FolderImport) -> [ImportedSite.Space] {
        let others = locales.filter { locale in
            locale.key != "root" && folder.pagesByURL.keys.contains { $0 == locale.key || $0.hasPrefix(locale.key + "/") }
        }
        if others.isEmpty { return [] }
        let root = locales.first { $0.key == "root" }?.value
        let first = ImportedSite.Space(folder: .root, title: root?["label"]?.string ?? "", language: language ?? "en", navigation: [])
        return [first]
            + others.map { locale in
                ImportedSite.Space(
                    folder: ContentPath(locale.key), title: locale.value["label"]?.string ?? locale.key,
                    language: locale.value["lang"]?.string.flatMap(LanguageTag.normalised) ?? locale.key,
                    navigation: navigation(in: locale, folder))
            }
    }

    private func navigation(in locale: LooseValue.Member?, _ folder: FolderImport) -> [ImportedSite.Entry] {
        let place = locale?.key ?? ""
        guard let items = sidebar?.elements else { return folder.entries(in: self.folder.resolving(place)) }
        let home = folder.pagesByURL[place].map { path in folder.entry(path, folder.texts[path].map { title(of: path, $0) } ?? title) }
        return (home.map { [$0] } ?? []) + items.compactMap { entry($0, locale, folder) }
    }

    /// - Parameter locale: the language whose pages and labels are wanted; nil for those at the root.
    private func entry(_ value: LooseValue, _ locale: LooseValue.Member?, _ folder: FolderImport) -> ImportedSite.Entry? {
        let translations = value["translations"]
        let label =
            locale.flatMap { translations?[$0.value["lang"]?.string ?? $0.key]?.string ?? translations?[$0.key]?.string }
            ?? value["label"]?.string
        let prefix = locale.map { $0.key + "/" } ?? ""
        if let slug = value.string ?? value["slug"]?.string ?? value["link"]?.string {
            if slug.contains("://") { return ImportedSite.Entry(title: label ?? slug, url: slug) }
            guard let path = folder.pagesByURL[FolderImport.trimmed(prefix + FolderImport.trimmed(slug))] else { return nil }
            // A page's own title is in its language; a label may not be.
            let own = folder.texts[path].map { title(of: path, $0) }
            return folder.entry(path, (locale == nil || translations != nil ? label : own) ?? own ?? "")
        }
        if let generated = value["autogenerate"]?["directory"]?.string {
            return ImportedSite.Entry(title: label ?? generated, children: folder.entries(in: self.folder.resolving(prefix + generated)))
        }
        let children = (value["items"]?.elements ?? []).compactMap { entry($0, locale, folder) }
        return children.isEmpty ? nil : ImportedSite.Entry(title: label ?? "", children: children)
    }
}
