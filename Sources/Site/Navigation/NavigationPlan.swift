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
    /// The site's own page for addresses at which there is none: a `404.md` at the root that the table of contents does not list, or that the
    /// settings publish.
    private(set) var notFoundPage: ContentPath?
    private(set) var diagnostics: [Diagnostic] = []

    private let tree: SourceTree
    private let resolver: LinkResolver
    private let folder: ContentPath

    /// The navigation of a space.
    init(_ space: SpaceContext, _ resolver: LinkResolver) {
        tree = resolver.tree
        self.resolver = resolver
        folder = space.folder
        let summary = tree.file(ignoringCase: space.summary ?? folder.appending("SUMMARY.md"))
        if let summary {
            entries = readSummary(summary)
        } else {
            if let missing = space.summary {
                diagnostics.append(
                    Diagnostic(
                        .summaryMissingPage, in: ".gitbook.yaml", "there is no table of contents “\(missing)”",
                        help: "the navigation follows the folders"))
            }
            entries = space.settings.showsFolders ? folderEntries(ownFolder(), path: folder) : []
        }
        findNotFoundPage()
    }

    /// The space's folder with its pages, those of other spaces left out.
    private func ownFolder() -> Folder {
        let others = resolver.spaceFolders.filter { $0 != folder && $0.isInside(folder) }
        let pages = tree.files.filter { page in
            page.isMarkdown && page != Self.notFoundName && page.isInside(folder) && !others.contains { page.isInside($0) }
        }
        return Folder(pages, depth: folder.names.count)
    }

    static let notFoundName: ContentPath = "404.md"

    private mutating func findNotFoundPage() {
        guard folder.isRoot else { return }
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

        /// - Parameters:
        ///   - paths: sorted.
        ///   - depth: how many names of each lead to the folder.
        init(_ paths: [ContentPath], depth: Int) {
            for path in paths { add(path, names: path.names[depth...]) }
        }

        private mutating func add(_ path: ContentPath, names: ArraySlice<Substring>) {
            guard let first = names.first, names.count > 1 else { return pages.append(path) }
            if folders.last?.name != String(first) { folders.append((String(first), Folder([], depth: 0))) }
            folders[folders.count - 1].content.add(path, names: names.dropFirst())
        }
    }

    private mutating func folderEntries(_ folder: Folder, path: ContentPath) -> [Entry] {
        let own = resolver.folderPage(path)
        var entries: [Entry] = []
        if path == self.folder, let own { entries.append(Entry(target: .page(own, fragment: nil))) }
        var named: [(name: String, entry: Entry)] = []
        for page in folder.pages where page != own && !isTable(page) {
            named.append((page.withoutExtension.name, Entry(target: .page(page, fragment: nil))))
        }
        for (name, content) in folder.folders where !name.hasPrefix(".") {
            if let entry = folderEntry(content, name: name, path: path.appending(name)) { named.append((name, entry)) }
        }
        return entries + named.sorted { $0.name.precedesNaturally($1.name) }.map(\.entry)
    }

    private func isTable(_ page: ContentPath) -> Bool {
        ["summary.md", "langs.md"].contains(page.name.lowercased())
    }

    private mutating func folderEntry(_ content: Folder, name: String, path: ContentPath) -> Entry? {
        let own = resolver.folderPage(path)
        var entry = Entry(target: own.map { .page($0, fragment: nil) } ?? .nowhere)
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
