import Content
import Diagnostics
import Files
import Paths

/// A folder of Markdown as another generator keeps it, on its way to a GitBook-style one. What differs between generators is in a `Generator`.
struct FolderImport {
    let tree: SourceTree
    let generator: any Generator
    private(set) var site = ImportedSite()
    /// The texts of the pages, by their paths in the source.
    private(set) var texts: [ContentPath: SourceText] = [:]
    /// Where each page is written.
    private(set) var newPaths: [ContentPath: ContentPath] = [:]
    /// The old addresses of the pages.
    private var urls: [(url: String, path: ContentPath)] = []
    /// The pages by their old addresses, as `trimmed` has them.
    private(set) var pagesByURL: [String: ContentPath] = [:]
    /// The parts that pages include, by their paths in the source, and where they are written.
    private var parts: [ContentPath: ContentPath] = [:]

    init(_ tree: SourceTree, _ generator: any Generator) {
        self.tree = tree
        self.generator = generator
        for path in tree.files where path.isInside(generator.folder) && Self.isText(path) {
            guard let bytes = (try? tree.read(path)) ?? nil else { continue }
            texts[path] = SourceText(String(decoding: bytes, as: UTF8.self))
        }
    }

    static func isText(_ path: ContentPath) -> Bool { path.isMarkdown || path.fileExtension == "mdx" }

    /// The whole site.
    mutating func run() -> ImportedSite {
        place()
        site.title = generator.title
        site.language = generator.language
        for path in newPaths.keys.sorted() { convert(path) }
        // A part may include another one.
        while let path = parts.keys.sorted().first(where: { part in !site.pages.contains { $0.path == parts[part] } }) { convert(path) }
        site.pages += generator.furtherPages(self)
        site.settings = generator.settings(self)
        for notice in generator.notices { site.report(.standalone(notice.file), 1, notice.message) }
        site.navigation = generator.navigation(self).compactMap(published)
        site.spaces = generator.spaces(self)
        if generator.publishesAll, !site.navigation.isEmpty { site.listOthers() }
        addRedirects()
        site.pages.sort { $0.path < $1.path }
        return site
    }

    // MARK: Places

    private mutating func place() {
        var taken: Set<ContentPath> = []
        for path in texts.keys.sorted() where generator.isPage(path) {
            guard let text = texts[path] else { continue }
            var new = generator.newPath(of: path, text)
            if !taken.insert(new).inserted {
                new = ContentPath(new.withoutExtension.string + "-2.md")
                taken.insert(new)
                site.report(.standalone(path.string), 1, "two files would have one name; this one is “\(new)” now")
            }
            newPaths[path] = new
            for url in generator.urls(of: path, text) where pagesByURL[Self.trimmed(url)] ?? path == path {
                pagesByURL[Self.trimmed(url)] = path
                urls.append((url, path))
            }
        }
    }

    /// The address of a new page, without a slash at the end.
    static func address(of new: ContentPath) -> String {
        let plain = new.withoutExtension
        return plain.isFolderPage ? plain.folder.string : plain.string
    }

    private mutating func addRedirects() {
        let listed = site.listed
        for (url, path) in urls.sorted(by: { $0.url < $1.url }) {
            guard let new = newPaths[path], !isDraft(path), url != Self.address(of: new), !url.isEmpty,
                generator.publishesAll || listed.contains(new)
            else { continue }
            site.redirects.append(.init(source: url, target: new.string))
        }
        site.redirects += generator.redirects(self)
    }

    private func isDraft(_ path: ContentPath) -> Bool { texts[path]?.field("draft") == "true" }

    /// An entry without drafts.
    private func published(_ entry: ImportedSite.Entry) -> ImportedSite.Entry? {
        var entry = entry
        entry.children = entry.children.compactMap(published)
        if let page = entry.page, site.pages.contains(where: { $0.path == page && $0.isDraft }) {
            entry.page = nil
            if entry.children.isEmpty { return nil }
        }
        return entry
    }

    // MARK: Pages

    private mutating func convert(_ path: ContentPath) {
        guard let new = newPaths[path] ?? parts[path], let text = texts[path] else { return }
        let file = SourceFile.standalone(path.string)
        var context = ConversionContext(path: path, include: { [tree] in Self.part($0, from: path, tree) })
        var lines = generator.converted(text.lines, &context)
        for part in context.included {
            guard texts[part] != nil || read(part) else { continue }
            parts[part] = Self.includePath(of: part)
        }
        lines = CodeFences.converted(Self.headings(lines))
        var targets: [(ContentPath, ImportedSite.Asset)] = []
        lines = LinkRewriter.rewritten(lines) { address, number in
            let (replacement, asset) = resolved(address, from: path, new: new)
            if let asset { targets.append(asset) }
            return replacement
        }
        for (target, asset) in targets { site.assets[target] = asset }
        for finding in context.findings { site.report(file, finding.line, finding.message) }
        let isDraft = isDraft(path)
        if isDraft { site.report(file, 1, "the page is a draft, and is not published; it is “Drafts/\(new)” now") }
        site.pages.append(
            .init(path: new, frontMatter: generator.frontMatter(of: text), text: lines.withoutSpareBlanks.joined, isDraft: isDraft))
    }

    private mutating func read(_ path: ContentPath) -> Bool {
        guard let bytes = (try? tree.read(path)) ?? nil else { return false }
        texts[path] = SourceText(String(decoding: bytes, as: UTF8.self))
        return true
    }

    /// The file that a page includes by a relative path; nil for a file that is none of the source.
    private static func part(_ reference: String, from path: ContentPath, _ tree: SourceTree) -> ContentPath? {
        let bare = reference.hasPrefix("@site/") ? "/" + reference.dropFirst(6) : reference
        let part = path.folder.resolving(bare)
        return isText(part) && tree.contains(part) ? part : nil
    }

    /// Where a part is written.
    static func includePath(of part: ContentPath) -> ContentPath {
        let name = part.withoutExtension.string.replacing("/", with: "-").drop { $0 == "_" || $0 == "." }
        return ContentPath(".gitbook/includes/\(name).md")
    }

    /// Ids of headings, which others write in braces, as GitBook writes them.
    private static func headings(_ lines: [SourceLine]) -> [SourceLine] {
        lines.map { line in
            guard !line.isCode, line.text.hasPrefix("#"),
                let match = line.text.wholeMatch(of: /(#{1,6}\s.*?)\s*\\?\{:?\s*(?:\.[\w-]+\s+)*#([\w.:+-]+)[^}]*\}\s*#*/)
            else { return line }
            var line = line
            line.text = "\(match.1) <a href=\"#\(match.2)\" id=\"\(match.2)\"></a>"
            return line
        }
    }

    // MARK: Links

    /// What an address becomes, and the file that it needs; nil for one that stays as it is.
    private func resolved(
        _ address: String, from path: ContentPath, new: ContentPath
    ) -> (replacement: String?, asset: (ContentPath, ImportedSite.Asset)?) {
        let plain = generator.normalised(address)
        let end = plain.firstIndex { $0 == "#" || $0 == "?" } ?? plain.endIndex
        let (bare, rest) = (String(plain[..<end]).percentDecoded ?? String(plain[..<end]), plain[end...])
        guard !bare.isEmpty, bare.firstMatch(of: /^[A-Za-z][A-Za-z0-9+.-]*:/) == nil, !bare.hasPrefix("//") else {
            return (plain == address ? nil : plain, nil)
        }
        if let page = page(bare, from: path), let target = newPaths[page], !isDraft(page) {
            let fragment = rest.first == "#" || rest.isEmpty ? rest : rest.drop { $0 != "#" }
            return ((target == new && !fragment.isEmpty ? "" : target.reference(from: new.folder)) + fragment, nil)
        }
        if let file = file(bare, from: path) {
            let target = generator.newPath(ofFile: file)
            return (
                target.reference(from: new.folder).replacing(" ", with: "%20"), (target, .file(location: tree.locationWithoutLinks(file)))
            )
        }
        return (plain == address ? nil : plain, nil)
    }

    /// The page that a link names: by its file, or by its old address.
    func page(_ reference: String, from path: ContentPath) -> ContentPath? {
        let base =
            reference.hasPrefix("/") ? generator.folder.resolving(String(reference.drop { $0 == "/" })) : path.folder.resolving(reference)
        for candidate in [base] + [".md", ".mdx", "/index.md", "/index.mdx", "/README.md"].map(base.adding) where newPaths[candidate] != nil
        {
            return candidate
        }
        if reference.hasPrefix("/") { return pagesByURL[Self.trimmed(reference)] }
        // As a browser would, from the old address of the page.
        guard let text = texts[path] else { return nil }
        for own in generator.urls(of: path, text) {
            for folder in [ContentPath(own), ContentPath(own).folder] {
                if let page = pagesByURL[Self.trimmed(folder.resolving(reference).string)] { return page }
            }
        }
        return nil
    }

    /// An address without slashes at the ends and the names that servers leave out.
    static func trimmed(_ url: String) -> String {
        var url = url.drop { $0 == "/" }
        while url.last == "/" { url = url.dropLast() }
        for ending in [".html", "/index"] where url.hasSuffix(ending) { url = url.dropLast(ending.count) }
        return url == "index" ? "" : String(url)
    }

    /// The file that an address names: beside the page, or in a folder whose files stand at the root of the old site.
    private func file(_ reference: String, from path: ContentPath) -> ContentPath? {
        let bare = String(reference.drop { $0 == "/" })
        let candidates =
            reference.hasPrefix("/")
            ? (generator.staticFolders + [generator.folder, .root]).map { $0.resolving(bare) }
            : [path.folder.resolving(reference), generator.folder.resolving(bare)] + generator.staticFolders.map { $0.resolving(bare) }
        return candidates.first { tree.contains($0) && !Self.isText($0) }
    }
}
