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
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var hasSymlinks = false

    private let root: String
    private let base: ContentPath
    private let canonicalRoot: String
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
        for entry in entries where !entry.name.hasPrefix(".") || entry.name == ".gitbook" {
            let path = folder.appending(entry.name)
            switch entry.kind {
            case .file: files.append(path)
            case .folder: visitFolder(path, depth: depth)
            case .symlink: visitSymlink(path, depth: depth)
            case .other: break
            case .unnameable: report(.fileUnreadable, path, "the name is not UTF-8; the file is left out", "rename it")
            }
        }
    }

    private mutating func visitFolder(_ path: ContentPath, depth: Int) {
        if path.name == "node_modules" { return }
        // A site that kbgen has written is not content, wherever it is.
        if FileSystem.kind(of: location(path) + "/" + OutputLayout.marker.string) != nil { return }
        let canonical = FileSystem.canonicalPath(location(path)) ?? location(path)
        if excludedLocations.contains(canonical) { return }
        guard depth < Self.maxDepth else {
            return report(.symlinkLoop, path, "folders are nested more than \(Self.maxDepth) deep; this one is left out", nil)
        }
        do throws(FileError) {
            let entries = try FileSystem.entries(of: location(path))
            folders.append(path)
            openFolders.append(canonical)
            visit(path, entries: entries, depth: depth + 1)
            openFolders.removeLast()
        } catch {
            report(
                .fileUnreadable, path, "the folder cannot be read: \(error.reason)", "check who may read it; the rest of the site is built")
        }
    }

    /// A symbolic link counts as what it leads to, if that is inside the content and not a folder that holds the link.
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
        switch FileSystem.kind(of: location(path)) {
        case .file: files.append(path)
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
        visitFolder(path, depth: depth)
    }

    private mutating func report(_ rule: Rule, _ path: ContentPath, _ message: String, _ help: String?) {
        let file = SourceFile.content(base.isRoot ? path : base.appending(path.string))
        diagnostics.append(Diagnostic(rule, in: file, message, help: help))
    }
}
