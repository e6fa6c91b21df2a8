import Bytes
import Files
import Paths

/// What is known of the site before the last one, which is kept beside the output: a second tree of folders whose files are links to those of
/// the output, except the few that differ. Bringing these up to date is much cheaper than making a new tree. The name is that of double
/// buffering: the two trees are exchanged with each build.
package struct BackBuffer: Sendable, BinaryCodable {
    /// A hash of the lists of entries of all its folders.
    private let folderDigest: String
    /// The files in which it differs from the output.
    let differing: [OutputPath]

    init(folderDigest: String, differing: [OutputPath]) {
        self.folderDigest = folderDigest
        self.differing = differing
    }

    package func encode(to encoder: inout BinaryEncoder) {
        encoder.write(folderDigest)
        encoder.write(differing)
    }

    package init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        folderDigest = try decoder.read()
        differing = try decoder.read()
    }

    /// Moves the tree to the staging folder and makes it the same as the output.
    /// - Parameter folders: the names of all folders of the output.
    /// - Returns: nil if the tree is not what it was.
    func take(_ output: OutputFolder, folders: [String]) throws(FileError) -> FolderLock? {
        let root = output.backBuffer
        guard FileSystem.kind(of: root, followingSymlinks: false) == .folder, Self.digest(root, folders) == folderDigest,
            let lock = try FileSystem.lock(root)
        else { return nil }
        try FileSystem.move(root, to: output.staging)
        for path in differing {
            try FileSystem.remove(output.staged(path))
            let isThere = FileSystem.kind(of: output.location(path), followingSymlinks: false) != nil
            guard !isThere || FileSystem.link(output.location(path), as: output.staged(path)) else {
                try FileSystem.remove(output.staging)
                return nil
            }
        }
        return lock
    }

    /// Makes a new tree of links in the staging folder.
    /// - Parameter contents: everything that is in the output.
    /// - Returns: nil if another process is at work.
    /// - Throws: `FileError` if the file system has no links.
    static func make(_ output: OutputFolder, contents: [FolderEntry]) throws(FileError) -> FolderLock? {
        try FileSystem.remove(output.backBuffer)
        try FileSystem.makeFolder(output.staging)
        guard let lock = try FileSystem.lock(output.staging) else { return nil }
        for entry in contents {
            let new = output.staging + "/" + entry.name
            if entry.kind == .folder {
                try FileSystem.makeFolder(new)
            } else if !FileSystem.link(output.location + "/" + entry.name, as: new) {
                let error = FileError(path: new)
                try FileSystem.remove(output.staging)
                throw error
            }
        }
        return lock
    }

    /// What `OutputManifest.folderDigest` is for an output.
    private static func digest(_ root: String, _ folders: [String]) -> String {
        var bytes: [UInt8] = []
        for folder in [root] + folders.map({ root + "/" + $0 }) { FileStat(of: folder)?.identity.write(to: &bytes) }
        return bytes.contentHash
    }
}
