import Bytes
import Diagnostics
import Files
import Paths

/// The files of a content folder: which there are, not what is in them.
package struct SourceTree: Sendable {
    /// The location of the folder, as given.
    package let root: String
    /// The folder of this tree within the content folder: what `.gitbook.yaml` names as the root, and usually nothing.
    package let base: ContentPath
    /// All files, in order.
    package let files: [ContentPath]
    /// The files below the root that configure the folder which they are in, in order: `.gitbook.yaml`.
    package let configurations: [ContentPath]
    package let diagnostics: [Diagnostic]
    /// Whether some files are reached through symbolic links, so that one file may have several paths.
    package let hasSymlinks: Bool

    private let folders: Set<ContentPath>
    private let fileSet: Set<ContentPath>
    private let filesByLowercase: [String: ContentPath]
    private let foldersByLowercase: [String: ContentPath]
    private let filesByName: [String: [ContentPath]]
    let canonicalRoot: String
    /// The locations of files that are reached through symbolic links, as they were when the tree was walked.
    let linkedLocations: [ContentPath: String]

    /// Walks the folder. Hidden files and folders are left out, except `.gitbook`; so are the folders in `excluding`.
    /// - Parameters:
    ///   - root: the location of the folder.
    ///   - base: where it lies in the content folder.
    ///   - excluding: locations of folders that are no content, such as the output.
    /// - Throws: `FileError` if the folder itself cannot be read.
    package init(reading root: String, base: ContentPath = .root, excluding: Set<String> = []) throws(FileError) {
        self.root = root
        self.base = base
        var walk = FolderWalk(root: root, base: base, excluding: excluding)
        try walk.visitRoot()
        files = walk.files.sorted()
        configurations = walk.configurations.sorted()
        diagnostics = walk.diagnostics
        hasSymlinks = walk.hasSymlinks
        canonicalRoot = walk.canonicalRoot
        linkedLocations = walk.linkedLocations
        fileSet = Set(files)
        folders = Set(walk.folders)
        filesByLowercase = Dictionary(files.map { ($0.string.lowercased(), $0) }) { first, _ in first }
        foldersByLowercase = Dictionary(walk.folders.map { ($0.string.lowercased(), $0) }) { first, _ in first }
        filesByName = Dictionary(grouping: files) { $0.name.lowercased() }
    }

    /// Whether there is a file at exactly this path.
    package func contains(_ path: ContentPath) -> Bool { fileSet.contains(path) }

    /// Whether there is a folder at exactly this path. The root is one.
    package func containsFolder(_ path: ContentPath) -> Bool { path.isRoot || folders.contains(path) }

    /// The file at this path when case is ignored.
    package func file(ignoringCase path: ContentPath) -> ContentPath? { filesByLowercase[path.string.lowercased()] }

    /// The folder at this path when case is ignored.
    package func folder(ignoringCase path: ContentPath) -> ContentPath? { foldersByLowercase[path.string.lowercased()] }

    /// The files of this name in any folder, ignoring case.
    package func files(named name: String) -> [ContentPath] { filesByName[name.lowercased()] ?? [] }

    /// Some files before and behind the place that a path has or would have among all files, in order.
    package func files(near path: ContentPath, _ count: Int) -> ArraySlice<ContentPath> {
        var (low, high) = (0, files.count)
        while low < high {
            let middle = (low + high) / 2
            if files[middle] < path { low = middle + 1 } else { high = middle }
        }
        return files[max(0, low - count)..<min(files.count, low + count)]
    }

    /// Whether a file at this path would belong to the tree or configure it. Files that editors leave for a moment would not.
    package static func wouldHold(_ path: ContentPath) -> Bool {
        path.names.allSatisfy { !$0.hasPrefix(".") || $0.hasPrefix(".gitbook") }
    }

    /// All files, folders and findings as text: two walks with equal listings saw the same tree.
    package var listing: [String] {
        files.map(\.string) + folders.sorted().map { $0.string + "/" } + configurations.map(\.string) + diagnostics.map { $0.formatted() }
    }

    /// Whether another walk found the same files and the same faults.
    package func hasSameFiles(as other: SourceTree) -> Bool {
        root == other.root && base == other.base && files == other.files && configurations == other.configurations
            && diagnostics == other.diagnostics
    }

    /// A file of the tree as findings name it.
    package func sourceFile(_ path: ContentPath) -> SourceFile { .content(base.isRoot ? path : base.appending(path.string)) }

    /// The path in this tree of a file that a finding names; nil for a file outside of the tree.
    package func path(of file: SourceFile) -> ContentPath? {
        guard case .content(let path) = file, base.isRoot || path.isInside(base) else { return nil }
        return base.isRoot ? path : ContentPath(String(path.string.dropFirst(base.string.count + 1)))
    }

    /// The location of a file of the tree, for the operating system.
    package func location(_ path: ContentPath) -> String { root + "/" + path.string }

    /// The path of a location in this folder; nil for a location elsewhere.
    package func path(at location: String) -> ContentPath? {
        location.hasPrefix(root + "/") ? ContentPath(String(location.dropFirst(root.count + 1))) : nil
    }

    /// A larger file is not read, in bytes.
    package static let maxFileSize = 16 << 20
}
