import Bytes
import Files

/// The site before the last one, which is kept beside the output: a second tree of folders with links to the same files. Few files differ, so that it is sooner
/// made into the next site than a tree of its own.
public struct Twin: Sendable, BinaryCodable {
    /// A name for the state of all its folders. Its files are the output's, but for those that differ.
    let name: String
    /// The paths at which it differs from the output.
    let differing: [String]

    static func folder(of output: String) -> String { Publication.cached("twin", of: output) }

    init(name: String, differing: [String]) {
        self.name = name
        self.differing = differing
    }

    public func encode(to encoder: inout BinaryEncoder) {
        encoder.write(name)
        encoder.write(differing)
    }

    public init(from decoder: inout BinaryDecoder) throws(DamagedRecord) {
        name = try decoder.read()
        differing = try decoder.read()
    }

    /// What `PublishedState.folderName` is for an output.
    /// - Parameters:
    ///   - root: the twin's folder.
    ///   - folders: the paths of all folders below it.
    static func name(_ root: String, _ folders: [String]) -> String {
        var bytes: [UInt8] = []
        for folder in [root] + folders.map({ root + "/" + $0 }) { FileMark(of: folder)?.writing.write(to: &bytes) }
        return bytes.contentHash
    }
}

/// A site that differs from the published one in a few files, and takes its place as a whole or not at all.
public final class Amendment {
    /// The output folder, symbolic links resolved.
    private let output: String
    private let staging: String
    private let before: PublishedState
    private let lock: FolderLock
    /// The files to which the twin got a further link, which their times tell; nil for all.
    private let linked: [String]?
    /// What is other than before, by path, and what is gone.
    private var written: [String: FileMark.Writing] = [:]
    private var removed: Set<String> = []

    /// - Parameters:
    ///   - output: a folder that kbgen has published and nobody has touched since.
    ///   - before: what is in it.
    ///   - twin: the site before, if there is one.
    /// - Returns: nil where that cannot be done here.
    /// - Throws: `PublishError.busy` where another build is at work.
    public init?(output: String, before: PublishedState, twin: Twin?) throws(PublishError) {
        let resolved = FileSystem.canonicalPath(output) ?? output
        self.output = resolved
        staging = Publication.staging(of: resolved)
        self.before = before
        let held: Held?
        do throws(FileError) {
            held = try Self.stage(twin, resolved, staging, before)
        } catch {
            return nil
        }
        guard let held else { throw .busy(output) }
        (lock, linked) = (held.lock, held.linked)
    }

    private typealias Held = (lock: FolderLock, linked: [String]?)

    /// Makes a second tree of the output, and holds it; nil where another process is at work.
    private static func stage(_ twin: Twin?, _ output: String, _ staging: String, _ before: PublishedState) throws(FileError) -> Held? {
        guard try isFree(staging) else { return nil }
        if let twin, let lock = try take(twin, output, staging, before.folders) { return (lock, twin.differing) }
        return try double(output, before.contents, staging).map { ($0, nil) }
    }

    /// Whether no other process is at work there. What one that was killed has left is removed.
    private static func isFree(_ staging: String) throws(FileError) -> Bool {
        guard FileSystem.kind(of: staging) != nil else { return true }
        guard try FileSystem.lock(staging) != nil else { return false }
        try FileSystem.remove(staging)
        return true
    }

    /// Makes the twin the same as the output; nil where it is not what it was.
    private static func take(_ twin: Twin, _ output: String, _ staging: String, _ folders: [String]) throws(FileError) -> FolderLock? {
        let folder = Twin.folder(of: output)
        guard FileSystem.kind(of: folder, followingSymlinks: false) == .folder, Twin.name(folder, folders) == twin.name,
            let lock = try FileSystem.lock(folder)
        else { return nil }
        try FileSystem.move(folder, to: staging)
        for path in twin.differing {
            try FileSystem.remove(staging + "/" + path)
            let isThere = FileSystem.kind(of: output + "/" + path, followingSymlinks: false) != nil
            guard !isThere || FileSystem.link(output + "/" + path, as: staging + "/" + path) else {
                try FileSystem.remove(staging)
                return nil
            }
        }
        return lock
    }

    /// Makes a tree of links to the same files; throws where the file system has none. Nil where another process is at work.
    private static func double(_ output: String, _ contents: [FolderEntry], _ staging: String) throws(FileError) -> FolderLock? {
        try FileSystem.remove(Twin.folder(of: output))
        try FileSystem.makeFolder(staging)
        guard let lock = try FileSystem.lock(staging) else { return nil }
        for entry in contents {
            let path = staging + "/" + entry.name
            if entry.kind == .folder {
                try FileSystem.makeFolder(path)
            } else if !FileSystem.link(output + "/" + entry.name, as: path) {
                let error = FileError(path: path)
                try FileSystem.remove(staging)
                throw error
            }
        }
        return lock
    }

    /// Changes a file, or adds one to a folder that is there. Where its content is the same, nothing is done.
    public func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        guard Publication.writing(of: output + "/" + path, holding: bytes) == nil else { return }
        let new = staging + "/" + path
        // What is there is the published file itself, by another name.
        try FileSystem.remove(new)
        try FileSystem.write(bytes, to: new)
        written[path] = FileMark(of: new)?.writing
    }

    /// Takes a file away.
    public func remove(_ path: String) throws(FileError) {
        try FileSystem.remove(staging + "/" + path)
        removed.insert(path)
    }

    /// Puts the new site in the place of the old one, which becomes its twin.
    /// - Returns: nil where the old one could not be kept.
    public func replace() throws(FileError) -> Twin? {
        let aside = staging + ".old"
        try FileSystem.remove(aside)
        try FileSystem.replaceFolder(output, with: staging, aside: aside)
        let old = FileSystem.kind(of: staging) == nil ? aside : staging
        let twin = Twin.folder(of: output)
        do throws(FileError) {
            try FileSystem.makeFolder(Publication.cache(of: output))
            try FileSystem.move(old, to: twin)
            // What somebody has put into one of its folders since the build began is none of the site's.
            return Twin(name: before.folderName, differing: removed.union(written.keys).sorted())
        } catch {
            try FileSystem.remove(old)
            return nil
        }
    }

    /// What is in the output once the site is replaced; nil if that is not what was there and what has been written.
    public func published(jobs: Int) async -> PublishedState? {
        if let linked, let state = await before.after(written, linked: Set(linked).subtracting(removed), jobs: jobs), removed.isEmpty { return state }
        let state = await PublishedState(of: output, jobs: jobs)
        let expected = before.writings.filter { !removed.contains($0.key) }.merging(written) { $1 }
        return state.holds(expected) ? state : nil
    }

    /// Gives up: the old site stays as it is.
    public func discard() {
        try? FileSystem.remove(staging)
    }
}
