import Diagnostics
import Files
import Paths

/// Collects the files below a folder.
struct FolderWalk {
    private static let maxDepth = 64
    /// Links to folders that hold links can multiply without end.
    private static let maxLinkedFolders = 1_000

    private(set) var files: [ContentPath] = []
    private(set) var folders: [ContentPath] = []
    /// The files of GitBook's configuration below the root.
    private(set) var configurations: [ContentPath] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var hasSymlinks = false
    /// The locations without symbolic links of the files that are reached through some.
    private(set) var linkedLocations: [ContentPath: String] = [:]

    private let root: String
    private let base: ContentPath
    let canonicalRoot: String
    private let excludedLocations: Set<String>
    /// The canonical locations of the folders that are being visited, outermost first.
    private var openFolders: [String]
    private var linkedFolderCount = 0

    /// - Parameters:
    ///   - root: the location of the folder.
    ///   - base: where it lies in the content folder.
    ///   - excluding: locations of folders that are left out.
    init(root: String, base: ContentPath, excluding: Set<String>) {
        self.root = root
        self.base = base
        canonicalRoot = FileSystem.canonicalPath(root) ?? root
        openFolders = [canonicalRoot]
        excludedLocations = Set(excluding.compactMap { FileSystem.canonicalPath($0) })
    }

    mutating func visitRoot() throws(FileError) {
        visit(.root, entries: try FileSystem.entries(of: root), depth: 0)
    }

    private func location(_ path: ContentPath) -> String { root + "/" + path.string }

    private mutating func visit(_ folder: ContentPath, entries: [FolderEntry], depth: Int) {
        for entry in entries {
            let path = folder.appending(entry.name)
            guard Self.isVisible(entry.name) else {
                if depth > 0, entry.kind == .file, GitBookConfiguration.hiddenNames.contains(entry.name) { configurations.append(path) }
                continue
            }
            switch entry.kind {
            case .file:
                files.append(path)
                if hasSymlinks, let real = openFolders.last, real != location(folder) { linkedLocations[path] = real + "/" + entry.name }
            case .folder: visitFolder(path, (openFolders.last ?? canonicalRoot) + "/" + entry.name, depth: depth)
            case .symlink: visitSymlink(path, depth: depth)
            case .other: break
            case .unnameable: report(.fileUnreadable, path, "the name is not UTF-8; the file is left out", "rename it")
            }
        }
    }

    /// Whether a file or folder of this name counts as content.
    static func isVisible(_ name: some StringProtocol) -> Bool {
        (!name.hasPrefix(".") || name == ".gitbook") && name != "node_modules"
    }

    /// Whether a folder holds content, whatever its name.
    private func isContent(_ location: String) -> Bool {
        // A site that kbgen has written is not content, wherever it is.
        FileSystem.kind(of: location + "/" + OutputLayout.marker.string) == nil && !excludedLocations.contains(location)
    }

    /// Whether a walk that follows no links comes by a location.
    /// - Parameter target: a canonical location inside the root.
    private func isReachable(_ target: String) -> Bool {
        var location = canonicalRoot
        for name in target.dropFirst(canonicalRoot.count).split(separator: "/") {
            guard Self.isVisible(name), isContent(location) else { return false }
            location += "/" + name
        }
        return isContent(location)
    }

    /// - Parameter canonical: the location of the folder with no symbolic link in it. What a link leads to that has just taken the folder's
    ///   place does not count.
    private mutating func visitFolder(_ path: ContentPath, _ canonical: String, depth: Int) {
        guard isContent(canonical) else { return }
        guard depth < Self.maxDepth else {
            return report(.symlinkLoop, path, "folders are nested more than \(Self.maxDepth) deep; this one is left out", nil)
        }
        do throws(FileError) {
            let entries = try FileSystem.entries(of: canonical)
            folders.append(path)
            openFolders.append(canonical)
            visit(path, entries: entries, depth: depth + 1)
            openFolders.removeLast()
        } catch {
            report(
                .fileUnreadable, path, "the folder cannot be read: \(error.reason)", "check who may read it; the rest of the site is built")
        }
    }

    /// A symbolic link counts as what it leads to, if that is content itself and not a folder that holds the link. A link to what is hidden
    /// would publish, for instance, what a repository keeps in `.git`.
    private mutating func visitSymlink(_ path: ContentPath, depth: Int) {
        hasSymlinks = true
        guard let target = FileSystem.canonicalPath(location(path)) else {
            return report(
                .symlinkLoop, path, "the symbolic link leads nowhere or in a circle; it is left out",
                "remove it, or let it name a file of the content")
        }
        guard target.isLocation(inside: canonicalRoot) else {
            return report(
                .symlinkOutside, path, "the symbolic link leads out of the content; it is left out", "copy the file into the content")
        }
        guard isReachable(target) else {
            return report(
                .symlinkOutside, path, "the symbolic link leads to what is hidden or no content; it is left out",
                "copy the file to where the other pages are")
        }
        switch FileSystem.kind(of: target, followingSymlinks: false) {
        case .file:
            files.append(path)
            linkedLocations[path] = target
        case .folder: visitLinkedFolder(path, target, depth: depth)
        default: break
        }
    }

    private mutating func visitLinkedFolder(_ path: ContentPath, _ target: String, depth: Int) {
        if openFolders.contains(where: { $0.isLocation(inside: target) }) {
            return report(.symlinkLoop, path, "the symbolic link leads to a folder that it stands in; it is left out", "remove it")
        }
        linkedFolderCount += 1
        guard linkedFolderCount <= Self.maxLinkedFolders else {
            return report(
                .symlinkLoop, path, "more than \(Self.maxLinkedFolders) symbolic links lead to folders; this one is left out", nil)
        }
        visitFolder(path, target, depth: depth)
    }

    private mutating func report(_ rule: Rule, _ path: ContentPath, _ message: String, _ help: String?) {
        let file = SourceFile.content(base.isRoot ? path : base.appending(path.string))
        diagnostics.append(Diagnostic(rule, in: file, message, help: help))
    }
}
