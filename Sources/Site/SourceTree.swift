import Diagnostics
import Files

/// The files of a content folder: which there are, not what is in them.
public struct SourceTree: Sendable {
    /// The folder, as given.
    public let root: String
    /// What stands before the paths of this tree in diagnostics: the part of the content folder that `.gitbook.yaml` names as the root.
    public let prefix: String
    /// Paths relative to the root, in the order of their bytes.
    public let files: [String]
    public let diagnostics: [Diagnostic]
    /// Whether symbolic links lead to some of it, so that one file may have several paths.
    let hasSymlinks: Bool

    private let folders: Set<String>
    private let known: Set<String>
    private let byLowercase: [String: String]
    private let foldersByLowercase: [String: String]
    private let byName: [String: [String]]

    /// Reads the folder. Hidden files and folders are left out, but for `.gitbook`; so is what `excluding` names.
    /// - Throws: `FileError` where the folder itself cannot be read.
    public init(reading root: String, prefix: String = "", excluding: Set<String> = []) throws(FileError) {
        self.root = root
        self.prefix = prefix
        var walk = FolderWalk(root: root, prefix: prefix, excluding: excluding)
        try walk.visitRoot()
        files = walk.files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        diagnostics = walk.diagnostics
        hasSymlinks = walk.hasSymlinks
        known = Set(files)
        folders = Set(walk.folders)
        byLowercase = Dictionary(files.map { ($0.lowercased(), $0) }) { first, _ in first }
        foldersByLowercase = Dictionary(walk.folders.map { ($0.lowercased(), $0) }) { first, _ in first }
        byName = Dictionary(grouping: files) { $0.lastComponent.lowercased() }
    }

    /// Whether there is a file of this path, spelt exactly so.
    public func contains(_ path: String) -> Bool { known.contains(path) }

    /// Whether there is a folder of this path, spelt exactly so; the root's is empty.
    public func containsFolder(_ path: String) -> Bool { path.isEmpty || folders.contains(path) }

    /// The file that has this path when case is ignored.
    func file(ignoringCase path: String) -> String? { byLowercase[path.lowercased()] }

    /// The folder that has this path when case is ignored.
    func folder(ignoringCase path: String) -> String? { foldersByLowercase[path.lowercased()] }

    /// Files of this name in any folder, case ignored.
    func files(named name: String) -> [String] { byName[name.lowercased()] ?? [] }

    /// Whether what is at a path would be of interest: files that editors leave for a moment are not, while `.gitbook.yaml` is.
    static func mayHold(_ path: String) -> Bool {
        path.split(separator: "/").allSatisfy { !$0.hasPrefix(".") || $0.hasPrefix(".gitbook") }
    }

    /// The paths of all files and folders, and what was found of them: two walks that agree in it saw the same tree.
    public var listing: [String] {
        files + folders.sorted().map { $0 + "/" } + diagnostics.map { $0.text() }
    }

    /// A path as diagnostics show it.
    public func shown(_ path: String) -> String { prefix + path }

    /// The path of which `shown` makes this.
    func path(shownAs shown: String) -> String { String(shown.dropFirst(shown.hasPrefix(prefix) ? prefix.count : 0)) }

    /// The path with which the operating system finds a file of the tree.
    public func location(_ path: String) -> String { root + "/" + path }
}

/// Collects the files below a folder.
private struct FolderWalk {
    private static let mostLevels = 64
    /// Folders that are reached by symbolic links. Links to folders that hold links can multiply without end.
    private static let mostLinkedFolders = 1_000

    let root: String
    let prefix: String
    let excluding: Set<String>
    var files: [String] = []
    var folders: [String] = []
    var diagnostics: [Diagnostic] = []
    private let canonicalRoot: String
    private let excludedLocations: Set<String>
    /// The folders that the walk stands in, outermost first.
    private var chain: [String]
    private var linkedFolders = 0
    private(set) var hasSymlinks = false

    init(root: String, prefix: String, excluding: Set<String>) {
        self.root = root
        self.prefix = prefix
        self.excluding = excluding
        canonicalRoot = FileSystem.canonicalPath(root) ?? root
        chain = [canonicalRoot]
        excludedLocations = Set(excluding.compactMap { FileSystem.canonicalPath($0) })
    }

    mutating func visitRoot() throws(FileError) {
        try visit("", entries: FileSystem.entries(of: root), level: 0)
    }

    private mutating func visit(_ folder: String, entries: [FolderEntry], level: Int) throws(FileError) {
        for entry in entries where isVisible(entry.name) {
            let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
            switch entry.kind {
            case .file: files.append(path)
            case .folder: visitFolder(path, level: level)
            case .symlink: visitSymlink(path, level: level)
            case .other: break
            case .unnameable:
                report(.fileUnreadable, path, "the name is not UTF-8; the file is left out", "rename it")
            }
        }
    }

    private func isVisible(_ name: String) -> Bool {
        !name.hasPrefix(".") || name == ".gitbook"
    }

    private mutating func visitFolder(_ path: String, level: Int) {
        if path.lastComponent == "node_modules" { return }
        // A site that kbgen has written is no content, wherever it stands.
        if FileSystem.kind(of: root + "/" + path + "/_kb/.kbgen") != nil { return }
        let location = FileSystem.canonicalPath(root + "/" + path) ?? root + "/" + path
        if excludedLocations.contains(location) { return }
        guard level < Self.mostLevels else {
            return report(.symlinkLoop, path, "folders are nested more than \(Self.mostLevels) deep; this one is left out", nil)
        }
        do throws(FileError) {
            let entries = try FileSystem.entries(of: root + "/" + path)
            folders.append(path)
            chain.append(location)
            defer { chain.removeLast() }
            try visit(path, entries: entries, level: level + 1)
        } catch {
            report(.fileUnreadable, path, "the folder cannot be read: \(error.reason)", "check who may read it; the rest of the site is built")
        }
    }

    /// A symbolic link counts as what it leads to, as long as that is inside the content and not a folder that holds the link.
    private mutating func visitSymlink(_ path: String, level: Int) {
        hasSymlinks = true
        let location = root + "/" + path
        guard let target = FileSystem.canonicalPath(location) else {
            return report(.symlinkLoop, path, "the symbolic link leads nowhere or in a circle; it is left out", "remove it, or let it name a file of the content")
        }
        guard target.isInside(canonicalRoot) else {
            return report(.symlinkOutside, path, "the symbolic link leads out of the content; it is left out", "copy the file into the content")
        }
        switch FileSystem.kind(of: location) {
        case .file: files.append(path)
        case .folder:
            if chain.contains(where: { $0.isInside(target) }) {
                return report(.symlinkLoop, path, "the symbolic link leads to a folder that it stands in; it is left out", "remove it")
            }
            linkedFolders += 1
            guard linkedFolders <= Self.mostLinkedFolders else {
                return report(.symlinkLoop, path, "more than \(Self.mostLinkedFolders) symbolic links lead to folders; this one is left out", nil)
            }
            visitFolder(path, level: level)
        default: break
        }
    }

    private mutating func report(_ rule: Rule, _ path: String, _ message: String, _ help: String?) {
        diagnostics.append(Diagnostic(rule, path: prefix + path, message, help: help))
    }
}
