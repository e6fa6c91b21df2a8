import Platform

/// Why the operating system refused, in its own words.
public struct FileError: Error, Sendable, CustomStringConvertible {
    /// The file or folder.
    public let path: String
    /// `errno`.
    public let code: Int32

    /// The error of the call that has just failed.
    public init(path: String) {
        self.path = path
        code = errno
    }

    /// `path: reason`.
    public var description: String { "\(path): \(reason)" }

    /// The reason alone, such as “Permission denied”.
    public var reason: String { String(cString: strerror(code)) }

    /// True where there is no such file or folder.
    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}

/// What a path leads to.
public enum FileKind: Sendable {
    case file, folder, symlink, other
    /// Whatever it is, its name is not UTF-8, so that no path leads to it.
    case unnameable
}

/// An entry of a folder.
public struct FolderEntry: Sendable {
    public let name: String
    public let kind: FileKind
}

/// Reading and writing by POSIX calls, whole files at a time. Paths are relative to the working folder or absolute.
public enum FileSystem {
    /// The content of a file.
    /// - Parameter most: a file of more bytes is not read; the result is nil.
    public static func read(_ path: String, atMost most: Int = .max) throws(FileError) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError(path: path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw FileError(path: path) }
        let size = Int(status.st_size)
        if size > most { return nil }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = Self.read(file, into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
                if got <= 0 {
                    failed = got < 0
                    break
                }
                count += got
            }
        }
        if failed { throw FileError(path: path) }
        return bytes
    }

    /// The first bytes of a file, `length` at most.
    public static func readHead(_ path: String, _ length: Int) throws(FileError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError(path: path) }
        defer { close(file) }
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            while count < length {
                let got = Self.read(file, into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
                if got <= 0 { break }
                count += got
            }
        }
    }

    /// All of standard input.
    public static func readStandardInput() throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(STDIN_FILENO, into: $0) }
            if count < 0 { throw FileError(path: "standard input") }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    private static func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        System.read(file, buffer.baseAddress, buffer.count)
    }

    /// The entries of a folder, `.` and `..` left out, in the order of their names' bytes. Names that are not UTF-8 are repaired to be shown.
    public static func entries(of folder: String) throws(FileError) -> [FolderEntry] {
        guard let directory = opendir(folder) else { throw FileError(path: folder) }
        defer { closedir(directory) }
        var entries: [FolderEntry] = []
        while let entry = readdir(directory) {
            let (name, isValid) = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { (String(cString: $0), String(validatingCString: $0) != nil) }
            }
            if name == "." || name == ".." { continue }
            entries.append(FolderEntry(name: name, kind: isValid ? kind(entry.pointee.d_type, folder, name) : .unnameable))
        }
        return entries.sorted { $0.name < $1.name }
    }

    private static func kind(_ type: UInt8, _ folder: String, _ name: String) -> FileKind {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .symlink
        case Int(DT_UNKNOWN): kind(of: folder + "/" + name, followingSymlinks: false) ?? .other
        default: .other
        }
    }

    /// What a path leads to; nil where there is nothing.
    public static func kind(of path: String, followingSymlinks: Bool = true) -> FileKind? {
        var status = stat()
        guard (followingSymlinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .symlink
        default: return .other
        }
    }

    /// The bytes in a file; nil where there is none.
    public static func size(of path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Everything below a folder, named by the path from there, each folder before what is in it; symbolic links are not followed. Empty where it cannot be read.
    public static func contents(of root: String) -> [FolderEntry] {
        var contents: [FolderEntry] = []
        func visit(_ folder: String) {
            for entry in (try? entries(of: folder.isEmpty ? root : root + "/" + folder)) ?? [] {
                let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
                contents.append(FolderEntry(name: path, kind: entry.kind))
                if entry.kind == .folder { visit(path) }
            }
        }
        visit("")
        return contents
    }

    /// A folder of the system's for temporary files, with this process's number: nothing is there yet.
    public static var temporaryFolder: String {
        let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        return "\(root)/kbgen-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    }

    /// The file of the program that runs; nil where the system does not say.
    public static var program: String? { canonicalPath("/proc/self/exe") ?? canonicalPath(CommandLine.arguments[0]) }

    /// The absolute path without symbolic links; nil where there is nothing or the links go in a circle.
    public static func canonicalPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Makes a folder and those that it stands in.
    public static func makeFolder(_ path: String) throws(FileError) {
        if mkdir(path, 0o777) == 0 { return }
        if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try makeFolder(String(path[..<slash]))
            if mkdir(path, 0o777) == 0 { return }
        }
        guard errno == EEXIST, kind(of: path) == .folder else { throw FileError(path: path) }
    }

    /// Writes a new file, or over an old one.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw FileError(path: path) }
        let written = bytes.withUnsafeBytes { write(all: $0, to: file) }
        let closed = close(file) == 0
        guard written, closed else { throw FileError(path: path) }
    }

    private static func write(all bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
        var rest = bytes
        while rest.count > 0 {
            let count = System.write(file, rest.baseAddress, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return true
    }

    /// A second name for a file's content.
    public static func link(_ old: String, as new: String) -> Bool {
        System.link(old, new) == 0
    }

    /// Removes a file, or a folder with all that is in it; symbolic links are removed, not followed. What is not there is no error.
    public static func remove(_ path: String) throws(FileError) {
        guard let kind = kind(of: path, followingSymlinks: false) else { return }
        guard kind == .folder else {
            if unlink(path) != 0, errno != ENOENT { throw FileError(path: path) }
            return
        }
        for entry in try entries(of: path) { try remove(path + "/" + entry.name) }
        if rmdir(path) != 0, errno != ENOENT { throw FileError(path: path) }
    }
}

extension String {
    /// Whether this location is `folder` or lies in it. Both are canonical.
    public func isLocation(inside folder: String) -> Bool { self == folder || hasPrefix(folder == "/" ? "/" : folder + "/") }

    /// The last name of a location.
    public var locationName: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }

    /// The location of the folder that holds a location; `.` for a name alone.
    public var locationFolder: String {
        guard let slash = lastIndex(of: "/") else { return "." }
        return slash == startIndex ? "/" : String(self[..<slash])
    }
}
