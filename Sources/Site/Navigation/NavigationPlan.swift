import Content
import Diagnostics
import Files
import Markdown
import Paths

/// The navigation as the content gives it, before the pages are read: from `SUMMARY.md`, or from the folders.
struct NavigationPlan {
    /// An entry of the navigation.
    struct Entry {
        /// Nil if the page's own title is to be shown.
        var label: String?
        var shortTitle: String?
        var target: NamedTarget
        var isGroup = false
        /// Whether it is a folder with a table of contents of its own, such as a translation: “next page” does not lead out of it.
        var isBook = false
        var children: [Entry] = []
    }

    private(set) var entries: [Entry] = []
    /// The folders that `LANGS.md` names as translations; their names are language tags.
    private(set) var languageFolders: [ContentPath] = []
    /// The site's own page for addresses at which there is none: a `404.md` at the root that the table of contents does not list, or that the
    /// settings publish.
    private(set) var notFoundPage: ContentPath?
    private(set) var diagnostics: [Diagnostic] = []

    private let tree: SourceTree
    private let resolver: LinkResolver
    private let languages: [Language]

    private struct Language {
        let folder: ContentPath
        let label: String
    }

    /// - Parameter summaryPath: where `.gitbook.yaml` says that the table of contents is.
    init(tree: SourceTree, resolver: LinkResolver, summaryPath: ContentPath?) {
        self.tree = tree
        self.resolver = resolver
        let summary = tree.file(ignoringCase: summaryPath ?? "SUMMARY.md")
        (languages, diagnostics) = summary == nil ? Self.readLanguages(tree) : ([], [])
        languageFolders = languages.map(\.folder)
        if let summary {
            entries = readSummary(summary)
            findNotFoundPage()
            return
        }
        if let summaryPath {
            diagnostics.append(
                Diagnostic(
                    .summaryMissingPage, in: ".gitbook.yaml", "there is no table of contents “\(summaryPath)”",
                    help: "the navigation follows the folders"))
        }
        entries = folderEntries(Folder(tree.files.filter { $0.isMarkdown && $0 != Self.notFoundName }), path: .root)
        findNotFoundPage()
    }

    static let notFoundName: ContentPath = "404.md"

    private mutating func findNotFoundPage() {
        let isListed = entries.contains { $0.leads(to: Self.notFoundName) } && !resolver.published.contains(Self.notFoundName)
        notFoundPage = tree.contains(Self.notFoundName) && !isListed ? Self.notFoundName : nil
    }

    // MARK: SUMMARY.md

    private mutating func readSummary(_ path: ContentPath) -> [Entry] {
        do throws(FileError) {
            let bytes = try tree.read(path) ?? []
            let summary = Summary(tree.sourceFile(path), bytes)
            diagnostics += summary.diagnostics
            return summary.items.map { entry($0, in: path) }
        } catch {
            diagnostics.append(
                Diagnostic(.fileUnreadable, in: tree.sourceFile(path), "the table of contents cannot be read: \(error.reason)"))
            return []
        }
    }

    private mutating func entry(_ item: Summary.Item, in path: ContentPath) -> Entry {
        var target = NamedTarget.nowhere
        if let destination = item.destination { target = self.target(destination, item, in: path) }
        let children = item.children.map { entry($0, in: path) }
        return Entry(
            label: item.label.isEmpty ? nil : item.label, shortTitle: item.shortTitle, target: target, isGroup: item.isGroup,
            children: children)
    }

    private mutating func target(_ destination: String, _ item: Summary.Item, in path: ContentPath) -> NamedTarget {
        let (target, finding) = resolver.resolve(destination, role: .hyperlink, from: path)
        let local = destination.trimmed
        if case .external = target { return target }
        if path.folder.isLeft(by: local) {
            report(.summaryOutside, item, path, "“\(destination)” leads out of the content", "list pages that are in the content")
            return .nowhere
        }
        if local.hasPrefix("/"), FileSystem.kind(of: local) != nil, !tree.contains(ContentPath(String(local.dropFirst()))) {
            report(
                .summaryOutside, item, path, "“\(destination)” is a path of the machine, not of the content",
                "write it relative to the table of contents")
            return .nowhere
        }
        switch target {
        case .page(let page, _) where page != path:
            if let finding { diagnostics.append(diagnostic(finding.rule, item, path, finding.message, finding.help)) }
            return target
        case .asset(let file):
            report(
                .summaryMissingPage, item, path, "“\(file)” is a file, and the table of contents lists pages",
                "link to the file from a page, and list that")
            return .nowhere
        default:
            report(
                .summaryMissingPage, item, path, "there is no page “\(destination)”",
                finding?.help ?? "write the page, or take the line out")
            return .nowhere
        }
    }

    private mutating func report(_ rule: Rule, _ item: Summary.Item, _ path: ContentPath, _ message: String, _ help: String?) {
        diagnostics.append(diagnostic(rule, item, path, message, help))
    }

    private func diagnostic(_ rule: Rule, _ item: Summary.Item, _ path: ContentPath, _ message: String, _ help: String?) -> Diagnostic {
        Diagnostic(rule, in: tree.sourceFile(path), at: item.position, message, help: help)
    }

    // MARK: Folders

    /// A folder with the pages and folders in it.
    private struct Folder {
        var pages: [ContentPath] = []
        var folders: [(name: String, content: Folder)] = []

        /// - Parameter paths: sorted.
        init(_ paths: [ContentPath]) {
            for path in paths { add(path, names: path.names[...]) }
        }

        private mutating func add(_ path: ContentPath, names: ArraySlice<Substring>) {
            guard let first = names.first, names.count > 1 else { return pages.append(path) }
            if folders.last?.name != String(first) { folders.append((String(first), Folder([]))) }
            folders[folders.count - 1].content.add(path, names: names.dropFirst())
        }
    }

    private mutating func folderEntries(_ folder: Folder, path: ContentPath) -> [Entry] {
        let own = resolver.folderPage(path)
        var entries: [Entry] = []
        if path.isRoot, let own { entries.append(Entry(target: .page(own, fragment: nil))) }
        var named: [(name: String, entry: Entry)] = []
        for page in folder.pages where page != own && !isTable(page) {
            named.append((page.withoutExtension.name, Entry(target: .page(page, fragment: nil))))
        }
        for (name, content) in folder.folders where !name.hasPrefix(".") {
            if let entry = folderEntry(content, name: name, path: path.appending(name)) { named.append((name, entry)) }
        }
        let order = languages.map(\.folder)
        named.sort { a, b in
            let (first, second) = (order.firstIndex(of: ContentPath(a.name)) ?? .max, order.firstIndex(of: ContentPath(b.name)) ?? .max)
            return first == second ? a.name.precedesNaturally(b.name) : first < second
        }
        return entries + named.map(\.entry)
    }

    private func isTable(_ page: ContentPath) -> Bool {
        ["summary.md", "langs.md"].contains(page.name.lowercased())
    }

    private mutating func folderEntry(_ content: Folder, name: String, path: ContentPath) -> Entry? {
        let language = languages.first { $0.folder == path }
        let own = resolver.folderPage(path)
        var entry = Entry(label: language?.label, target: own.map { .page($0, fragment: nil) } ?? .nowhere)
        if let summary = tree.file(ignoringCase: path.appending("SUMMARY.md")) {
            let listed = readSummary(summary)
            entry.isBook = true
            entry.children = listed.filter { !$0.isPage(own) || !$0.children.isEmpty }
        } else {
            entry.children = folderEntries(content, path: path)
        }
        if entry.label == nil, own == nil { entry.label = name.humanised }
        return entry.children.isEmpty && own == nil ? nil : entry
    }

    /// `LANGS.md` of older books: a list of folders, each a translation.
    private static func readLanguages(_ tree: SourceTree) -> ([Language], [Diagnostic]) {
        guard let path = tree.file(ignoringCase: "LANGS.md"), let read = try? tree.read(path) else { return ([], []) }
        let summary = Summary(tree.sourceFile(path), read)
        var diagnostics: [Diagnostic] = []
        let languages = summary.items.compactMap { item -> Language? in
            guard let destination = item.destination else { return nil }
            let folder = ContentPath.root.resolving(destination)
            if tree.folder(ignoringCase: folder) == nil, tree.file(ignoringCase: folder) == nil {
                diagnostics.append(
                    Diagnostic(
                        .summaryMissingPage, in: tree.sourceFile(path), at: item.position, "there is no folder “\(destination)”",
                        help: "make it, or take the line out"))
            }
            return Language(folder: folder, label: item.label)
        }
        return (languages, diagnostics)
    }
}

extension NavigationPlan.Entry {
    /// Whether it or an entry below it is a page.
    fileprivate func leads(to path: ContentPath) -> Bool { isPage(path) || children.contains { $0.leads(to: path) } }

    fileprivate func isPage(_ path: ContentPath?) -> Bool {
        if case .page(let own, _) = target { return own == path }
        return false
    }
}

extension String {
    /// By name as a person sorts: numbers by their value, case ignored.
    func precedesNaturally(_ other: String) -> Bool {
        let (a, b) = (naturalKey, other.naturalKey)
        for (left, right) in zip(a, b) where left != right {
            if let x = Int(left), let y = Int(right), x != y { return x < y }
            return left < right
        }
        return a.count == b.count ? self < other : a.count < b.count
    }

    private var naturalKey: [String] {
        var parts: [String] = []
        for character in lowercased() {
            if let last = parts.last, last.last?.isNumber == character.isNumber {
                parts[parts.count - 1].append(character)
            } else {
                parts.append(String(character))
            }
        }
        return parts
    }

    /// A file's or folder's name as a title: `getting-started` is “Getting started”.
    var humanised: String {
        let words = split { $0 == "-" || $0 == "_" }.joined(separator: " ")
        guard let first = words.first else { return self }
        return first.uppercased() + words.dropFirst()
    }
}
