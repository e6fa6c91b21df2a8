import Content
import Files
import Paths

/// A site of VitePress (https://vitepress.dev/reference/site-config): `.vitepress/config.*`, pages beside it, `public/`.
struct VitePress: Generator {
    let folder: ContentPath
    let staticFolders: [ContentPath]
    let title: String
    let language: String?
    private let tree: SourceTree
    private let sidebar: LooseValue?
    private let locales: [LooseValue.Member]

    /// Nil for a folder that is no site of VitePress.
    init?(_ tree: SourceTree, in root: ContentPath) {
        let folder = tree.location(root.isRoot ? "." : root) + "/.vitepress"
        let names = ["config.ts", "config.mts", "config.js", "config.mjs", "config/index.ts", "config/index.mts"]
        guard let name = names.first(where: { FileSystem.kind(of: folder + "/" + $0) == .file }),
            let bytes = (try? ReadableFile(withoutLinks: (FileSystem.canonicalPath(folder) ?? folder) + "/" + name).read())
        else { return nil }
        let settings = LooseValue(script: String(decoding: bytes, as: UTF8.self))
        self.tree = tree
        title = settings?["title"]?.string ?? ""
        language = settings?["lang"]?.string.flatMap(LanguageTag.normalised)
        self.folder = root.resolving(settings?["srcDir"]?.string ?? ".")
        staticFolders = [self.folder.appending("public")]
        locales = settings?["locales"]?.members ?? []
        let root = locales.first { $0.key == "root" }?.value
        sidebar = settings?["themeConfig"]?["sidebar"] ?? root?["themeConfig"]?["sidebar"]
    }

    func isPage(_ path: ContentPath) -> Bool {
        !relative(path).names.contains { $0.hasPrefix("_") || $0 == "node_modules" } && relative(path) != "README.md"
    }

    func urls(of path: ContentPath, _ text: SourceText) -> [String] {
        let plain = relative(path).withoutExtension
        return plain.isFolderPage ? [plain.folder.string] : [plain.string, plain.string + ".html"]
    }

    // MARK: Text

    func converted(_ lines: [SourceLine], _ context: inout ConversionContext) -> [SourceLine] {
        var out: [SourceLine] = []
        // Scripts and styles of a page are Vue's.
        var closing: String?
        for line in lines {
            if let end = closing {
                if line.text.contains(end) { closing = nil }
                continue
            }
            if !line.isCode, let name = ["script", "style"].first(where: { line.text.hasPrefix("<\($0)") }) {
                if !line.text.contains("</\(name)>") { closing = "</\(name)>" }
                continue
            }
            if !line.isCode, line.trimmed == "[[toc]]" || line.trimmed == "[[TOC]]" { continue }
            if !line.isCode, let match = line.trimmed.wholeMatch(of: /<<<\s*(\S+?)(#[\w-]+)?(\{.*\})?(?:\s*\[.*\])?/) {
                out += snippet(String(match.1), line, &context)
                continue
            }
            if !line.isCode, let match = line.trimmed.wholeMatch(of: /<!--\s*@include:\s*(\S+?)(?:\{.*\}|#\S+)?\s*-->/),
                let part = context.include(String(match.1))
            {
                context.included.insert(part)
                out.append(SourceLine(text: "{% include \"/\(FolderImport.includePath(of: part))\" %}", number: line.number))
                continue
            }
            out.append(line)
        }
        out.markCode()
        return MDX.converted(out, &context)
    }

    /// The lines of a file as a block of code.
    private func snippet(_ reference: String, _ line: SourceLine, _ context: inout ConversionContext) -> [SourceLine] {
        let path = reference.hasPrefix("@/") ? folder.resolving(String(reference.dropFirst(2))) : context.path.folder.resolving(reference)
        guard let text = tree.text(path) else {
            context.findings.append((line.number, "“\(reference)” is included, and there is no such file"))
            return []
        }
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).filter {
            !$0.contains("#region") && !$0.contains("#endregion")
        }
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        return (["```" + path.fileExtension] + lines.map(String.init) + ["```"]).map {
            SourceLine(text: $0, number: line.number, isCode: true)
        }
    }

    // MARK: Table of contents

    func navigation(_ folder: FolderImport) -> [ImportedSite.Entry] { navigation(sidebar, at: "", folder) }

    func spaces(_ folder: FolderImport) -> [ImportedSite.Space] {
        let others = locales.filter { locale in
            locale.key != "root" && folder.pagesByURL.keys.contains { $0 == locale.key || $0.hasPrefix(locale.key + "/") }
        }
        if others.isEmpty { return [] }
        let root = locales.first { $0.key == "root" }?.value
        let first = ImportedSite.Space(
            folder: .root, title: root?["label"]?.string ?? "", language: language ?? root?["lang"]?.string ?? "en", navigation: [])
        return [first]
            + others.map { locale in
                let own = locale.value["themeConfig"]?["sidebar"]
                return ImportedSite.Space(
                    folder: ContentPath(locale.key), title: locale.value["label"]?.string ?? locale.key,
                    language: locale.value["lang"]?.string.flatMap(LanguageTag.normalised) ?? locale.key,
                    navigation: navigation(own, at: locale.key, folder))
            }
    }

    private func navigation(_ sidebar: LooseValue?, at place: String, _ folder: FolderImport) -> [ImportedSite.Entry] {
        var entries: [ImportedSite.Entry] = []
        if let list = sidebar?.elements { entries = list.compactMap { entry($0, "", folder) } }
        // A sidebar for each part of the site, by its address.
        for part in sidebar?.members ?? [] {
            let base = part.value["base"]?.string ?? ""
            let items = part.value.elements ?? part.value["items"]?.elements ?? []
            entries += items.compactMap { entry($0, base, folder) }
        }
        let home = folder.pagesByURL[place].map { folder.entry($0, folder.texts[$0]?.field("title") ?? title) }
        if entries.isEmpty { return folder.entries(in: self.folder.resolving(place)) }
        return (home.map { [$0] } ?? []) + entries
    }

    private func entry(_ value: LooseValue, _ base: String, _ folder: FolderImport) -> ImportedSite.Entry? {
        let base = value["base"]?.string ?? base
        let link = value["link"]?.string.map { $0.hasPrefix("/") || $0.contains("://") ? $0 : base + $0 }
        let page = link.flatMap { folder.pagesByURL[FolderImport.trimmed(String($0.prefix { $0 != "#" }))] }
        let children = (value["items"]?.elements ?? []).compactMap { entry($0, base, folder) }
        let url = link.flatMap { page == nil && $0.contains("://") ? $0 : nil }
        guard page != nil || url != nil || !children.isEmpty else { return nil }
        let own = page.flatMap { path in folder.texts[path].map { title(of: path, $0) } }
        return ImportedSite.Entry(
            title: value["text"]?.string ?? own ?? "", page: page.flatMap { folder.newPaths[$0] }, url: url, children: children)
    }
}
