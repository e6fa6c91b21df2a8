import Bytes
import Files
import Paths
import Synchronization

/// A new site while it is written: in a folder beside the output, which takes the output's place when it is complete. Until then the old site
/// is untouched, even if this process is killed.
package final class Publication: Sendable {
    private let output: OutputFolder
    /// Whether files of the old site may be reused.
    private let reusesFiles: Bool
    private let lock: FolderLock
    /// Where the old site is now, if it could not be removed.
    package private(set) var leftover: String? {
        get { leftoverLocation.withLock(\.self) }
        set { leftoverLocation.withLock { $0 = newValue } }
    }
    private let leftoverLocation = Mutex<String?>(nil)
    /// What has been written, by path.
    private let written = Mutex<[OutputPath: FileStat.Identity]>([:])

    /// - Parameters:
    ///   - output: the folder to publish in. It is created if it is missing.
    ///   - sources: files and folders that must stay: the output folder may neither be nor hold one of them.
    ///   - clean: replace the folder whatever is in it, and reuse nothing.
    package init(output: OutputFolder, sparing sources: [String] = [], clean: Bool) throws(PublishError) {
        if let source = sources.first(where: { FileSystem.canonicalPath($0)?.isLocation(inside: output.location) ?? false }) {
            throw .holdsSource(output: output.given, source: source)
        }
        let isOwn = output.isOwn
        guard clean || isOwn || output.isFree else { throw .foreignOutput(output.given) }
        self.output = output
        reusesFiles = isOwn && !clean
        let held: FolderLock?
        do throws(FileError) {
            held = try Self.prepareStaging(output, clean: clean)
        } catch {
            throw .file(error)
        }
        guard let held else { throw .busy(output.given) }
        lock = held
        do throws(FileError) {
            try write([], to: OutputLayout.marker)
        } catch {
            throw .file(error)
        }
    }

    /// Creates and locks the staging folder; nil if another process holds it.
    private static func prepareStaging(_ output: OutputFolder, clean: Bool) throws(FileError) -> FolderLock? {
        try FileSystem.makeFolder(output.location.locationFolder)
        if clean, FileSystem.kind(of: output.location) == .file { try FileSystem.remove(output.location) }
        guard try output.clearStaging() else { return nil }
        try FileSystem.makeFolder(output.staging + "/" + OutputLayout.ownFolder.string)
        return try FileSystem.lock(output.staging)
    }

    /// Adds a file. A file of the old site with the same content is linked instead of written again.
    package func write(_ bytes: [UInt8], to path: OutputPath) throws(FileError) {
        let new = output.staged(path)
        var content = try link(output.location(path), holding: bytes, as: new)
        if content == nil { content = try Self.write(bytes, to: new) }
        written.withLock { [content] in $0[path] = content }
    }

    /// Adds a copy of a file, of any length, without having all of it in memory.
    package func copy(_ file: borrowing ReadableFile, to path: OutputPath) throws(FileError) {
        let new = output.staged(path)
        var content: FileStat.Identity?
        if reusesFiles, let old = try? ReadableFile(output.location(path)), let stat = FileStat(of: output.location(path))?.identity,
            stat.isFile(of: file.size), file.hasSameContent(as: old)
        {
            if !FileSystem.link(output.location(path), as: new) { try FileSystem.makeFolder(new.locationFolder) }
            if FileStat(of: new) != nil || FileSystem.link(output.location(path), as: new) { content = stat }
        }
        if content == nil {
            try FileSystem.makeFolder(new.locationFolder)
            try file.copy(to: new)
            content = FileStat(of: new)?.identity
        }
        written.withLock { [content] in $0[path] = content }
    }

    /// - Returns: nil if there is no such file, or if it cannot be linked.
    private func link(_ old: String, holding bytes: [UInt8], as new: String) throws(FileError) -> FileStat.Identity? {
        guard reusesFiles, let content = Self.content(of: old, holding: bytes) else { return nil }
        if FileSystem.link(old, as: new) { return content }
        try FileSystem.makeFolder(new.locationFolder)
        return FileSystem.link(old, as: new) ? content : nil
    }

    private static func write(_ bytes: [UInt8], to new: String) throws(FileError) -> FileStat.Identity? {
        do throws(FileError) {
            try FileSystem.write(bytes, to: new)
        } catch  where error.isMissing {
            try FileSystem.makeFolder(new.locationFolder)
            try FileSystem.write(bytes, to: new)
        }
        return FileStat(of: new)?.identity
    }

    /// The stat of a file if it holds these bytes; nil if it does not.
    static func content(of location: String, holding bytes: [UInt8]) -> FileStat.Identity? {
        // The stat is taken first: a write during the comparison shows in a later one.
        guard let content = FileStat(of: location)?.identity, content.isFile(of: bytes.count),
            let old = try? FileSystem.read(location), old == bytes
        else { return nil }
        return content
    }

    /// The manifest of the output after `replace`; nil if it holds anything but what was written, which the next build has to undo.
    package func manifest(jobs: Int) async -> OutputManifest? {
        let manifest = await OutputManifest(of: output.location, jobs: jobs)
        return written.withLock { manifest.consists(of: $0) } ? manifest : nil
    }

    /// Puts the new site in the place of the old one.
    package func replace() throws(FileError) {
        try keepNames()
        try FileSystem.remove(output.aside)
        try FileSystem.replaceFolder(output.location, with: output.staging, aside: output.aside)
        // A back buffer would now differ from the output in too many files to be of use.
        leftover = output.removeOld([output.staging, output.aside, output.backBuffer])
    }

    /// Gives up: the old site stays as it is.
    package func discard() {
        try? FileSystem.remove(output.staging)
    }

    /// Carries over the files that keep the folder in a repository.
    private func keepNames() throws(FileError) {
        guard FileSystem.kind(of: output.location) == .folder else { return }
        for entry in try FileSystem.entries(of: output.location) where OutputFolder.keptNames.contains(entry.name) && entry.kind == .file {
            let path = OutputPath(entry.name)
            try write(try FileSystem.read(output.location(path)) ?? [], to: path)
        }
    }
}
