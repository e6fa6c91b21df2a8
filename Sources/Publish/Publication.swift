import Bytes
import Files
import Synchronization

/// Why a site could not be published.
public enum PublishError: Error, Sendable, CustomStringConvertible {
    /// There is something at the output folder that kbgen did not make.
    case foreignOutput(String)
    /// The output folder is or holds one that the site is made from.
    case holdsSource(String, String)
    /// Another build is writing to it.
    case busy(String)
    case file(FileError)

    public var description: String {
        switch self {
        case .foreignOutput(let path):
            "\(path): there is something here that kbgen did not make, and it is not replaced. "
                + "Name another folder with --output, empty this one, or build with --clean to delete what is in it."
        case .holdsSource(let path, let source):
            "\(path): the site would take the place of \(source), which it is made from; name another folder with --output"
        case .busy(let path): "\(path): another kbgen is building here"
        case .file(let error): error.description
        }
    }
}

/// A new site while it is written: in a folder beside the output, which takes the output's place when it is whole. Until then the old
/// site stands untouched, and so it does when this process is killed.
public final class Publication: Sendable {
    /// The file by which kbgen knows an output folder as its own.
    static let marker = "_kb/.kbgen"

    /// The output folder, symbolic links resolved.
    private let output: String
    private let staging: String
    private let previous: Bool
    private let lock: FolderLock
    /// How each file was written, by path.
    private let written = Mutex<[String: FileMark.Writing]>([:])

    /// - Parameters:
    ///   - output: the folder to publish in. It is made where it is missing.
    ///   - sources: files and folders that must stay: no output folder may be or hold one of them.
    ///   - clean: take the folder over whatever is in it, and reuse nothing.
    public init(output: String, sparing sources: [String] = [], clean: Bool) throws(PublishError) {
        let resolved = FileSystem.canonicalPath(output) ?? output
        if let source = sources.first(where: { FileSystem.canonicalPath($0)?.isInside(resolved) ?? false }) {
            throw .holdsSource(output, source)
        }
        self.output = resolved
        staging = Self.staging(of: resolved)
        let isOwn = FileSystem.kind(of: resolved + "/" + Self.marker) != nil && FileSystem.kind(of: resolved + "/.git") == nil
        guard clean || isOwn || Self.isFree(resolved) else { throw .foreignOutput(output) }
        previous = isOwn && !clean
        let held: FolderLock?
        do throws(FileError) {
            try FileSystem.makeFolder(resolved.parentOfFolder)
            if clean, FileSystem.kind(of: resolved) == .file { try FileSystem.remove(resolved) }
            held = try Self.takeStaging(staging)
        } catch {
            throw .file(error)
        }
        guard let held else { throw .busy(output) }
        lock = held
        do throws(FileError) {
            try write([], to: Self.marker)
        } catch {
            throw .file(error)
        }
    }

    /// The folder in which a new site is written, beside the old one.
    static func staging(of output: String) -> String {
        "\(output.parentOfFolder)/.\(name(of: output)).kbgen"
    }

    private static func name(of output: String) -> String { output.split(separator: "/").last.map(String.init) ?? "Output" }

    /// The folder for what helps the next build, beside the output.
    public static func cache(of output: String) -> String {
        "\((FileSystem.canonicalPath(output) ?? output).parentOfFolder)/.kbgen"
    }

    /// A file or folder there that is for this output alone.
    public static func cached(_ kind: String, of output: String) -> String {
        let output = FileSystem.canonicalPath(output) ?? output
        return "\(cache(of: output))/\(name(of: output)).\(kind)"
    }

    /// Removes what a build that was killed has left, unless another is at work there.
    public static func removeLeftovers(of output: String) {
        let staging = staging(of: FileSystem.canonicalPath(output) ?? output)
        guard FileSystem.kind(of: staging) != nil, (try? FileSystem.lock(staging)) ?? nil != nil else { return }
        try? FileSystem.remove(staging)
    }

    /// Makes the folder of the new site, and holds it; nil where another process does. What a process that was killed has left there is
    /// removed.
    private static func takeStaging(_ staging: String) throws(FileError) -> FolderLock? {
        if FileSystem.kind(of: staging) != nil {
            guard try FileSystem.lock(staging) != nil else { return nil }
            try FileSystem.remove(staging)
        }
        try FileSystem.makeFolder(staging + "/_kb")
        return try FileSystem.lock(staging)
    }

    /// Whether a folder is missing, or holds nothing but what keeps it in a repository.
    private static func isFree(_ folder: String) -> Bool {
        guard let kind = FileSystem.kind(of: folder) else { return true }
        guard kind == .folder, let entries = try? FileSystem.entries(of: folder) else { return false }
        return entries.allSatisfy { keptNames.contains($0.name) && $0.kind == .file }
    }

    private static let keptNames: Set<String> = [".gitkeep", ".gitignore"]

    /// Adds a file. A file of the old site with the same content is linked, not written again.
    public func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let new = staging + "/" + path
        var writing = try linking(bytes, from: output + "/" + path, to: new)
        if writing == nil { writing = try Self.writing(bytes, to: new) }
        written.withLock { [writing] in $0[path] = writing }
    }

    /// - Returns: nil where there is no such file, or none that can be linked.
    private func linking(_ bytes: [UInt8], from old: String, to new: String) throws(FileError) -> FileMark.Writing? {
        guard previous, let writing = Self.writing(of: old, holding: bytes) else { return nil }
        if FileSystem.link(old, as: new) { return writing }
        try FileSystem.makeFolder(new.parentOfFolder)
        return FileSystem.link(old, as: new) ? writing : nil
    }

    private static func writing(_ bytes: [UInt8], to new: String) throws(FileError) -> FileMark.Writing? {
        do throws(FileError) {
            try FileSystem.write(bytes, to: new)
        } catch where error.isMissing {
            try FileSystem.makeFolder(new.parentOfFolder)
            try FileSystem.write(bytes, to: new)
        }
        return FileMark(of: new)?.writing
    }

    /// How a file was written that holds these bytes; nil for one that does not.
    static func writing(of path: String, holding bytes: [UInt8]) -> FileMark.Writing? {
        // What is written while it is read shows in a later look.
        guard let writing = FileMark(of: path)?.writing, writing.isFile(of: bytes.count), let old = try? FileSystem.read(path), old == bytes else { return nil }
        return writing
    }

    /// What is in the output once the site is replaced; nil if that is not what has been written.
    public func published(jobs: Int) async -> PublishedState? {
        let state = await PublishedState(of: output, jobs: jobs)
        return written.withLock { state.holds($0) } ? state : nil
    }

    /// Puts the new site in the place of the old one.
    public func replace() throws(FileError) {
        try keepNames()
        let aside = staging + ".old"
        try FileSystem.remove(aside)
        try FileSystem.replaceFolder(output, with: staging, aside: aside)
        try FileSystem.remove(staging)
        try FileSystem.remove(aside)
        // It would differ in too much.
        try FileSystem.remove(Twin.folder(of: output))
    }

    /// Gives up: the old site stays as it is.
    public func discard() {
        try? FileSystem.remove(staging)
    }

    /// What keeps the folder in a repository stays in it.
    private func keepNames() throws(FileError) {
        guard FileSystem.kind(of: output) == .folder else { return }
        for entry in try FileSystem.entries(of: output) where Self.keptNames.contains(entry.name) && entry.kind == .file {
            let bytes = try FileSystem.read(output + "/" + entry.name) ?? []
            try write(bytes, to: entry.name)
        }
    }
}

extension String {
    /// The folder that a path stands in; `.` for a name alone.
    var parentOfFolder: String {
        guard let slash = lastIndex(of: "/") else { return "." }
        return slash == startIndex ? "/" : String(self[..<slash])
    }
}
