import Bytes
import Diagnostics
import Files
import Paths

/// What a content folder held when it was looked at: which files there are and their fingerprints, not what is in them.
package struct InputManifest: Sendable {
    /// The location of the content folder.
    package let folder: String
    package let gitBook: GitBookConfiguration
    /// What GitBook's configuration says of folders below the root, by folder.
    package let folderConfigurations: [ContentPath: GitBookConfiguration]
    package let tree: SourceTree
    /// The fingerprints of the tree's files, taken before any of them is read.
    package let fingerprints: [ContentPath: FileFingerprint]
    /// The locations of the files that hold, or would hold, GitBook's configuration, and their fingerprints, taken before any of them is read.
    private let configurationFiles: [(location: String, fingerprint: FileFingerprint?)]
    /// What Git knows of the folder; nil where nobody asks, or Git knows nothing.
    package let history: GitHistory?
    package let diagnostics: [Diagnostic]

    /// Looks at a folder.
    /// - Parameters:
    ///   - folder: the location of the content folder.
    ///   - excluding: locations of folders in it that are no content.
    ///   - history: what Git knows of the folder, if that is asked for.
    ///   - jobs: how many workers take fingerprints.
    /// - Throws: `FileError` if the folder itself cannot be read.
    package init(_ folder: String, excluding: Set<String>, history: GitHistory? = nil, jobs: Int) async throws(FileError) {
        let configuration = Self.fingerprints(GitBookConfiguration.names.map { folder + "/" + $0 })
        var diagnostics: [Diagnostic] = []
        let gitBook = GitBookConfiguration.read(in: folder, diagnostics: &diagnostics)
        let tree = try Self.tree(folder, gitBook, excluding: excluding, &diagnostics)
        let below = Self.fingerprints(tree.configurations.map(tree.location))
        let folderConfigurations = GitBookConfiguration.read(in: tree, diagnostics: &diagnostics)
        let found = await tree.files.parallelMap(jobs: jobs) { FileFingerprint(of: tree.location($0)) }
        var fingerprints: [ContentPath: FileFingerprint] = Dictionary(minimumCapacity: found.count)
        for (path, fingerprint) in zip(tree.files, found) { fingerprints[path] = fingerprint }
        self.init(
            folder: folder, gitBook: gitBook, folderConfigurations: folderConfigurations, tree: tree, fingerprints: fingerprints,
            configurationFiles: configuration + below,
            history: history, diagnostics: diagnostics + tree.diagnostics)
    }

    private init(
        folder: String, gitBook: GitBookConfiguration, folderConfigurations: [ContentPath: GitBookConfiguration], tree: SourceTree,
        fingerprints: [ContentPath: FileFingerprint], configurationFiles: [(location: String, fingerprint: FileFingerprint?)],
        history: GitHistory?, diagnostics: [Diagnostic]
    ) {
        self.folder = folder
        self.gitBook = gitBook
        self.folderConfigurations = folderConfigurations
        self.tree = tree
        self.fingerprints = fingerprints
        self.configurationFiles = configurationFiles
        self.history = history
        self.diagnostics = diagnostics
    }

    /// The tree below the root that a GitBook repository names, if that is a folder of the content.
    private static func tree(
        _ folder: String, _ gitBook: GitBookConfiguration, excluding: Set<String>, _ diagnostics: inout [Diagnostic]
    ) throws(FileError) -> SourceTree {
        if let root = gitBook.rootLocation(in: folder) {
            return try SourceTree(reading: root, base: gitBook.root, excluding: excluding)
        }
        diagnostics.append(
            Diagnostic(
                .settingType, in: ".gitbook.yaml", "the root “\(gitBook.root)” is no visible folder of the content",
                help: "the whole folder is taken as the content"))
        return try SourceTree(reading: folder, excluding: excluding)
    }

    /// The files of the tree and of its configuration by their locations, always in the same order. The fingerprint is nil for a file
    /// that would count if it were there.
    package var files: [(location: String, fingerprint: FileFingerprint?)] {
        tree.files.map { (tree.location($0), fingerprints[$0]) } + configurationFiles
    }

    private static func fingerprints(_ locations: [String]) -> [(location: String, fingerprint: FileFingerprint?)] {
        locations.map { ($0, FileFingerprint(of: $0)) }
    }

    /// The same folder with other fingerprints of the same files.
    package func with(_ fingerprints: [ContentPath: FileFingerprint]) -> InputManifest {
        InputManifest(
            folder: folder, gitBook: gitBook, folderConfigurations: folderConfigurations, tree: tree, fingerprints: fingerprints,
            configurationFiles: configurationFiles,
            history: history, diagnostics: diagnostics)
    }

    /// The files of the tree at some locations; nil if one of the locations is no file of it.
    package func paths(at locations: [String]) -> Set<ContentPath>? {
        var paths: Set<ContentPath> = []
        for location in locations {
            guard let path = tree.path(at: location), tree.contains(path) else { return nil }
            paths.insert(path)
        }
        return paths
    }

    /// The files whose content differs from what an earlier manifest saw, or may differ.
    /// - Parameter jobs: how many workers compare. Files that changed just before they were looked at are read.
    package func changes(since previous: InputManifest, jobs: Int) async -> Set<ContentPath> {
        let isChanged = await tree.files.parallelMap(jobs: jobs) { path in
            guard let old = previous.fingerprints[path], let new = fingerprints[path] else { return true }
            return !old.matches(tree.location(path), now: new)
        }
        return Set(zip(tree.files, isChanged).lazy.filter(\.1).map(\.0))
    }
}
