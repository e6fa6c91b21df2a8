import Diagnostics
import Files

/// A content folder as it was found: which files there are and in what state, not what is in them.
public struct ContentInputs: Sendable {
    let content: String
    let gitBook: GitBookConfiguration
    let tree: SourceTree
    /// The files of the tree as they were just before they were read.
    let states: [String: FileState]
    let diagnostics: [Diagnostic]

    /// Looks at a folder.
    /// - Throws: `FileError` where the folder itself cannot be read.
    init(_ content: String, excluding: Set<String>, jobs: Int) async throws(FileError) {
        var diagnostics: [Diagnostic] = []
        gitBook = GitBookConfiguration.read(in: content, diagnostics: &diagnostics)
        let tree = try SourceTree.read(content, gitBook: gitBook, excluding: excluding, diagnostics: &diagnostics)
        let found = await tree.files.parallelMap(jobs: jobs) { FileState(of: tree.location($0)) }
        var states: [String: FileState] = Dictionary(minimumCapacity: found.count)
        for (path, state) in zip(tree.files, found) { states[path] = state }
        self.content = content
        self.tree = tree
        self.states = states
        self.diagnostics = diagnostics + tree.diagnostics
    }

    /// All files and folders, and what was found of them: two walks that agree in it saw the same tree.
    public var listing: [String] { tree.listing }

    /// The files by their locations, in an order that is always the same; nil for one that would matter if it were there.
    public var files: [(location: String, state: FileState?)] {
        tree.files.map { (tree.location($0), states[$0]) } + GitBookConfiguration.names.map { (content + "/" + $0, FileState(of: content + "/" + $0)) }
    }

    /// The same folder with other states of its files.
    func with(_ states: [String: FileState]) -> ContentInputs {
        ContentInputs(content: content, gitBook: gitBook, tree: tree, states: states, diagnostics: diagnostics)
    }

    private init(content: String, gitBook: GitBookConfiguration, tree: SourceTree, states: [String: FileState], diagnostics: [Diagnostic]) {
        self.content = content
        self.gitBook = gitBook
        self.tree = tree
        self.states = states
        self.diagnostics = diagnostics
    }

    /// The files of the tree at some locations; nil where one is no file of it.
    func paths(at locations: [String]) -> Set<String>? {
        var paths: Set<String> = []
        for location in locations {
            guard location.hasPrefix(tree.root + "/") else { return nil }
            let path = String(location.dropFirst(tree.root.count + 1))
            guard tree.contains(path) else { return nil }
            paths.insert(path)
        }
        return paths
    }
}

extension SourceTree {
    /// The tree below the root that a GitBook repository names, if that is a folder of the content.
    fileprivate static func read(
        _ content: String, gitBook: GitBookConfiguration, excluding: Set<String>, diagnostics: inout [Diagnostic]
    ) throws(FileError) -> SourceTree {
        if gitBook.root.isEmpty { return try SourceTree(reading: content, excluding: excluding) }
        let root = content + "/" + gitBook.root
        let isInside = FileSystem.canonicalPath(root)?.isInside(FileSystem.canonicalPath(content) ?? content) ?? false
        if isInside, FileSystem.kind(of: root) == .folder {
            return try SourceTree(reading: root, prefix: gitBook.root + "/", excluding: excluding)
        }
        diagnostics.append(Diagnostic(
            .settingType, path: ".gitbook.yaml", "the root “\(gitBook.root)” is no folder of the content",
            help: "the whole folder is taken as the content"))
        return try SourceTree(reading: content, excluding: excluding)
    }
}
