import Bytes
import Files
import Paths

/// A new site that differs from the published one in a few files. It takes that one's place as a whole, or not at all, as a `Publication` does,
/// but costs only what differs.
package final class IncrementalPublication {
    private let output: OutputFolder
    private let before: OutputManifest
    private let lock: FolderLock
    /// The files that got one more link when the back buffer was brought up to date; nil if the whole tree was linked anew.
    private let linked: [OutputPath]?
    private var written: [OutputPath: FileStat.Identity] = [:]
    private var removed: Set<OutputPath> = []
    /// Where the old site is now, if it could be neither kept nor removed.
    package private(set) var leftover: String?

    /// - Parameters:
    ///   - output: a folder that kbgen has published and nobody has touched since.
    ///   - before: what is in it.
    ///   - backBuffer: the site before, if there is one.
    /// - Returns: nil if the file system cannot do this.
    /// - Throws: `PublishError.busy` if another build is at work.
    package init?(output: OutputFolder, before: OutputManifest, backBuffer: BackBuffer?) throws(PublishError) {
        self.output = output
        self.before = before
        let held: (lock: FolderLock, linked: [OutputPath]?)?
        do throws(FileError) {
            held = try Self.stage(output, before, backBuffer)
        } catch {
            return nil
        }
        guard let held else { throw .busy(output.given) }
        (lock, linked) = held
    }

    /// Makes the staging folder a second tree of the output and locks it; nil if another process is at work.
    private static func stage(
        _ output: OutputFolder, _ before: OutputManifest, _ backBuffer: BackBuffer?
    ) throws(FileError) -> (FolderLock, [OutputPath]?)? {
        guard try output.clearStaging() else { return nil }
        if let backBuffer, let lock = try backBuffer.take(output, folders: before.folders) { return (lock, backBuffer.differing) }
        return try BackBuffer.make(output, contents: before.contents).map { ($0, nil) }
    }

    /// Replaces a file, or adds one to a folder that exists. A file with the same content is left alone.
    package func write(_ bytes: [UInt8], to path: OutputPath) throws(FileError) {
        guard Publication.content(of: output.location(path), holding: bytes) == nil else { return }
        let new = output.staged(path)
        // What is there is a link to the published file, which must keep its content.
        try FileSystem.remove(new)
        try FileSystem.write(bytes, to: new)
        written[path] = FileStat(of: new)?.identity
    }

    /// Removes a file.
    package func remove(_ path: OutputPath) throws(FileError) {
        try FileSystem.remove(output.staged(path))
        removed.insert(path)
    }

    /// Puts the new site in the place of the old one, which becomes the back buffer.
    /// - Returns: nil if the old site could not be kept.
    package func replace() throws(FileError) -> BackBuffer? {
        try FileSystem.remove(output.aside)
        try FileSystem.replaceFolder(output.location, with: output.staging, aside: output.aside)
        let old = FileSystem.kind(of: output.staging) == nil ? output.aside : output.staging
        do throws(FileError) {
            try FileSystem.makeFolder(output.cache)
            try FileSystem.move(old, to: output.backBuffer)
            // The digest is that of the folders before: what somebody has put into one of them since is not part of the site.
            return BackBuffer(folderDigest: before.folderDigest, differing: removed.union(written.keys).sorted { $0.string < $1.string })
        } catch {
            leftover = output.removeOld([old])
            return nil
        }
    }

    /// The manifest of the output after `replace`; nil if it holds anything but what was there and what was written.
    package func manifest(jobs: Int) async -> OutputManifest? {
        if let linked, removed.isEmpty, let updated = await before.updated(written, linked: Set(linked), jobs: jobs) { return updated }
        let manifest = await OutputManifest(of: output.location, jobs: jobs)
        let expected = before.files.filter { !removed.contains($0.key) }.merging(written) { $1 }
        return manifest.consists(of: expected) ? manifest : nil
    }

    /// Gives up: the old site stays as it is.
    package func discard() {
        try? FileSystem.remove(output.staging)
    }
}
