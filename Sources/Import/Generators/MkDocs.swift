import Content
import Diagnostics
import Paths
import YAML

/// A site of MkDocs, with the Material theme or another (https://www.mkdocs.org/user-guide/configuration/): `mkdocs.yml`, `docs/`.
struct MkDocs: Generator {
    let folder: ContentPath
    let title: String
    let language: String?
    private let root: ContentPath
    private let settings: YAMLNode?
    /// The folders in which parts of pages are looked for.
    private let partFolders: [ContentPath]
    private let tree: SourceTree

    static let settings = ["mkdocs.yml", "mkdocs.yaml"]

    /// Nil for a folder that is no site of MkDocs.
    init?(_ tree: SourceTree, in root: ContentPath) {
        guard let file = Self.settings.map(root.appending).first(where: tree.contains) else { return nil }
        var diagnostics: [Diagnostic] = []
        // Tags such as `!ENV` and `!!python/name:` are values of other programs.
        let settings = tree.yaml([file], "the settings", "", &diagnostics)
        self.settings = settings
        self.root = root
        self.tree = tree
        title = settings?["site_name"]?.string ?? ""
        let theme = settings?["theme"]
        language = theme?["language"]?.string.flatMap(LanguageTag.normalised)
        let folder = root.resolving(settings?["docs_dir"]?.string ?? "docs")
        self.folder = folder
        let extensions = settings?["markdown_extensions"]?.elements ?? []
        let snippets = extensions.lazy.compactMap { $0["pymdownx.snippets"]?["base_path"] }.first
        let named: [String] = snippets?.elements?.compactMap { $0.string } ?? [snippets?.string].compactMap { $0 }
        partFolders = named.map { root.resolving($0) } + [root, folder]
    }

    func isPage(_ path: ContentPath) -> Bool {
        // Parts are in hidden folders, or begin with an underscore.
        !relative(path).names.contains { $0.hasPrefix("_") && !$0.hasPrefix("__") }
    }

    /// Where servers are asked for files, the old addresses end in `.html`.
    func urls(of path: ContentPath, _ text: SourceText) -> [String] {
        let address = FolderImport.address(of: relative(path))
        guard settings?["use_directory_urls"]?.bool == false else { return [address] }
        return [relative(path).withoutExtension.string + ".html"]
    }

    // MARK: Text

    func converted(_ lines: [SourceLine], _ context: inout ConversionContext) -> [SourceLine] {
        var lines = lines
        lines = lines.flatMap { line -> [SourceLine] in
            guard let match = line.trimmed.wholeMatch(of: /[-;]*-+8<-+\s+"([^"]+)"|\{!\s*([^!]+?)\s*!\}/), let name = match.1 ?? match.2
            else { return [line] }
            return part(String(name), line, &context)
        }
        lines.markCode()
        lines = IndentedBlocks.converted(DefinitionLists.converted(lines))
        lines.markCode()
        return lines.compactMap(inline)
    }

    /// The line that includes a part, or the part itself where it stands in a block of code.
    private func part(_ name: String, _ line: SourceLine, _ context: inout ConversionContext) -> [SourceLine] {
        let bare = String(name.prefix { $0 != ":" })
        let places = [context.path.folder] + partFolders
        guard let file = places.lazy.map({ $0.resolving(bare) }).first(where: tree.contains), let text = tree.text(file) else {
            context.findings.append((line.number, "“\(name)” is included, and there is no such file"))
            return []
        }
        guard !line.isCode, FolderImport.isText(file) else {
            return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
                SourceLine(text: String(repeating: " ", count: line.indent) + $0, number: line.number, isCode: line.isCode)
            }
        }
        context.included.insert(file)
        let include = "{% include \"/\(FolderImport.includePath(of: file))\" %}"
        return [SourceLine(text: String(repeating: " ", count: line.indent) + include, number: line.number)]
    }

    /// A line with HTML or nothing in place of what only extensions of Python-Markdown read; nil for one of which nothing is left.
    private func inline(_ line: SourceLine) -> SourceLine? {
        guard !line.isCode else { return line }
        // Abbreviations are shown nowhere by themselves.
        if line.text.hasPrefix("*["), line.text.contains("]: ") { return nil }
        var line = line
        line.text = Spans.outsideCode(line.text) { text in
            var text = text
            // Attributes behind a link, a picture or a paragraph; a heading's id is kept.
            let isHeading = text.hasPrefix("#")
            text = text.replacing(/\{:?\s*((?:[.#][\w:-]+|[\w-]+="?[^"{}]*"?)(?:\s+(?:[.#][\w:-]+|[\w-]+="?[^"{}]*"?))*)\s*\}/) { match in
                isHeading && match.1.contains("#") ? String(match.0) : ""
            }
            text = text.replacing(/\+\+([\w"+ -]+?)\+\+/) { match in
                match.1.split(separator: "+").map { "<kbd>\($0.replacing("\"", with: ""))</kbd>" }.joined(separator: "+")
            }
            text = text.replacing(/==([^=\s](?:[^=]*[^=\s])?)==/) { "<mark>\($0.1)</mark>" }
            text = text.replacing(/\{\+\+(.+?)\+\+\}/) { "<ins>\($0.1)</ins>" }.replacing(/\{--(.+?)--\}/) { "<del>\($0.1)</del>" }
            // Icons of the Material theme have no counterpart.
            return text.replacing(/:(?:material|fontawesome|octicons|simple)-[a-z0-9-]+:\s?/, with: "")
        }
        line.text = line.text.replacing(" markdown>", with: ">").replacing(" markdown=\"1\"", with: "").replacing(" markdown ", with: " ")
        return line
    }

    // MARK: Table of contents

    func navigation(_ folder: FolderImport) -> [ImportedSite.Entry] {
        guard let nav = settings?["nav"]?.elements else { return folder.entries(in: self.folder) }
        return nav.flatMap { entries($0, folder) }
    }

    private func entries(_ node: YAMLNode, _ folder: FolderImport) -> [ImportedSite.Entry] {
        if let text = node.string { return [entry(nil, text, folder)].compactMap(\.self) }
        return (node.entries ?? []).compactMap { member in
            if let target = member.value.string { return entry(member.key, target, folder) }
            var children = (member.value.elements ?? []).flatMap { entries($0, folder) }
            var entry = ImportedSite.Entry(title: member.key)
            // A first page named `index.md` without a title is that of the section.
            if let first = member.value.elements?.first?.string, ContentPath(first).isFolderPage, let page = children.first?.page {
                entry.page = page
                children.removeFirst()
            }
            entry.children = children
            return entry
        }
    }

    private func entry(_ title: String?, _ target: String, _ folder: FolderImport) -> ImportedSite.Entry? {
        if target.contains("://") { return ImportedSite.Entry(title: title ?? target, url: target) }
        let path = self.folder.resolving(target)
        guard folder.newPaths[path] != nil, let text = folder.texts[path] else { return nil }
        return folder.entry(path, title ?? self.title(of: path, text))
    }

    func redirects(_ folder: FolderImport) -> [ImportedSite.Redirect] {
        let maps = (settings?["plugins"]?.elements ?? []).compactMap { $0["redirects"]?["redirect_maps"]?.entries }.joined()
        return maps.compactMap { entry in
            guard let target = entry.value.string else { return nil }
            let path = self.folder.resolving(String(target.prefix { $0 != "#" }))
            let new = target.contains("://") ? target : folder.newPaths[path]?.string
            return new.map { .init(source: FolderImport.address(of: ContentPath(entry.key)), target: $0) }
        }
    }
}
