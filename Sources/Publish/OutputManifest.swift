import Bytes
import Files
import Paths

/// Everything that is in an output folder, as far as names, kinds, sizes and times tell.
package struct OutputManifest: Sendable {
    package let contents: [FolderEntry]
    private let root: String
    private let rootStat: FileStat?
    /// One for each of `contents`.
    private let stats: [FileStat?]

    /// Looks at a folder.
    /// - Parameters:
    ///   - root: the location of the output folder.
    ///   - jobs: how many workers look.
    package init(of root: String, jobs: Int) async {
        let contents = FileSystem.contents(of: root)
        let stats = await contents.parallelMap(jobs: jobs) { FileStat(of: root + "/" + $0.name) }
        self.init(root: root, contents: contents, stats: stats)
    }

    private init(root: String, contents: [FolderEntry], stats: [FileStat?]) {
        self.root = root
        rootStat = FileStat(of: root)
        self.contents = contents
        self.stats = stats
    }

    /// A hash of everything: equal digests mean that nobody has touched the folder.
    package var digest: String {
        var bytes: [UInt8] = []
        for (entry, stat) in zip(contents, stats) {
            bytes.write(utf8: entry.name)
            bytes.append(0)
            stat?.write(to: &bytes)
        }
        return bytes.contentHash
    }

    /// The names of all folders.
    var folders: [String] { contents.filter { $0.kind == .folder }.map(\.name) }

    /// A hash of the lists of entries of all folders. It stays the same when the whole folder is moved.
    var folderDigest: String {
        var bytes: [UInt8] = []
        rootStat?.identity.write(to: &bytes)
        for (entry, stat) in zip(contents, stats) where entry.kind == .folder { stat?.identity.write(to: &bytes) }
        return bytes.contentHash
    }

    /// What each file holds, as far as its stat tells.
    var files: [OutputPath: FileStat.Identity] {
        let files = zip(contents, stats).compactMap { entry, stat in
            entry.kind == .folder ? nil : stat.map { (OutputPath(entry.name), $0.identity) }
        }
        return Dictionary(files) { first, _ in first }
    }

    /// Whether `expected` lists all files that there are, each with the content that it has.
    func consists(of expected: [OutputPath: FileStat.Identity]) -> Bool {
        var missing = expected.count
        for (entry, stat) in zip(contents, stats) where entry.kind != .folder {
            guard let stat, expected[OutputPath(entry.name)] == stat.identity else { return false }
            missing -= 1
        }
        return missing == 0
    }

    /// Whether some of the files are still what they were when this was made, so that whatever was read of them since is what they held then.
    package func stillHolds(where isMeant: (OutputPath) -> Bool) -> Bool {
        zip(contents, stats).allSatisfy { entry, stat in
            entry.kind == .folder || !isMeant(OutputPath(entry.name)) || FileStat(of: root + "/" + entry.name) == stat
        }
    }

    /// The manifest after a few files were replaced and the folders were exchanged, without another look at all other files. If one of those
    /// has changed, the result's digest matches no folder, and the next build looks at everything.
    /// - Parameters:
    ///   - written: the replaced files.
    ///   - linked: files whose number of links has changed.
    /// - Returns: nil if one of these files is missing or is not what was written.
    func updated(_ written: [OutputPath: FileStat.Identity], linked: Set<OutputPath>, jobs: Int) async -> OutputManifest? {
        let others = linked.subtracting(written.keys)
        let found = contents.count { $0.kind == .file && (written[OutputPath($0.name)] != nil || others.contains(OutputPath($0.name))) }
        guard found == written.count + others.count else { return nil }
        let stats = await contents.indices.parallelMap(jobs: jobs) { index -> FileStat? in
            let (entry, before) = (contents[index], self.stats[index])
            if entry.kind == .folder { return FileStat(of: root + "/" + entry.name) }
            let path = OutputPath(entry.name)
            let content = written[path]
            guard content != nil || others.contains(path) else { return before }
            let now = FileStat(of: root + "/" + entry.name)
            return now?.identity == (content ?? before?.identity) ? now : nil
        }
        return stats.contains { $0 == nil } ? nil : OutputManifest(root: root, contents: contents, stats: stats)
    }
}
