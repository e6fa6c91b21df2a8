import Platform

/// Reads and writes whole files with POSIX calls. Paths are relative to the working folder or absolute.
public enum FileSystem {
    /// The content of a file, which may be a symbolic link.
    /// - Returns: nil if the file has more than `maxSize` bytes.
    public static func read(_ path: String, atMost maxSize: Int = .max) throws(FileError) -> [UInt8]? {
        let file = try ReadableFile(path)
        return file.size > maxSize ? nil : try file.read()
    }

    /// All of standard input.
    public static func readStandardInput() throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { System.read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count < 0 { throw FileError(path: "standard input") }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    /// The entries of a folder without `.` and `..`, sorted by name. Names that are not UTF-8 have U+FFFD in place of invalid bytes.
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

    /// The type of the entry at a path; nil if there is none.
    public static func kind(of path: String, followingSymlinks: Bool = true) -> FileKind? {
        var status = stat()
        guard (followingSymlinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        return FileKind(status)
    }

    /// The size of a regular file in bytes; nil if there is none.
    public static func size(of path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// Everything below a folder, each folder before its entries. Names are paths relative to `root`. Symbolic links are not followed, and
    /// folders that cannot be read count as empty.
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

    /// A new path in the system's folder for temporary files. Nothing is created.
    public static var temporaryFolder: String {
        let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        return "\(root)/kbgen-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    }

    /// The running executable; nil if the system does not report it.
    public static var program: String? { canonicalPath("/proc/self/exe") ?? canonicalPath(CommandLine.arguments[0]) }

    /// Whether a symbolic link is at a path, wherever it leads.
    public static func isSymlink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// The absolute path without symbolic links; nil if nothing is there or the links form a cycle.
    public static func canonicalPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Creates a folder and its missing parents. It may exist already.
    public static func makeFolder(_ path: String) throws(FileError) {
        if mkdir(path, 0o777) == 0 { return }
        if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try makeFolder(String(path[..<slash]))
            if mkdir(path, 0o777) == 0 { return }
        }
        guard errno == EEXIST, kind(of: path) == .folder else { throw FileError(path: path) }
    }

    /// Writes a file in a folder of our own, over one that may be there.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileError) { try write(bytes, to: path, O_TRUNC) }

    /// Writes a file in a folder that others can write to, too: as a new file that then takes the place of the one that is there, or of a
    /// symbolic link. Nobody sees half of it, and nothing is written through a link. The permissions of a file stay.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
        let new = "\(path.locationFolder)/.kbgen-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        var status = stat()
        let isFile = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        do throws(FileError) {
            try write(bytes, to: new, O_EXCL)
            if isFile, chmod(new, status.st_mode & 0o777) != 0 { throw FileError(path: path) }
            guard rename(new, path) == 0 else { throw FileError(path: path) }
        } catch {
            unlink(new)
            throw FileError(path: path, code: error.code)
        }
    }

    /// Writes a file piece by piece, over one that may be there.
    static func write(to path: String, _ body: (_ write: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void) throws(FileError) {
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_TRUNC, 0o666)
        guard file >= 0 else { throw FileError(path: path) }
        do throws(FileError) {
            try body { bytes throws(FileError) in
                guard bytes.withUnsafeBytes({ write(all: $0, to: file) }) else { throw FileError(path: path) }
            }
        } catch {
            close(file)
            throw error
        }
        guard close(file) == 0 else { throw FileError(path: path) }
    }

    private static func write(_ bytes: [UInt8], to path: String, _ flag: Int32) throws(FileError) {
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flag, 0o666)
        guard file >= 0 else { throw FileError(path: path) }
        let written = bytes.withUnsafeBytes { write(all: $0, to: file) }
        let closed = close(file) == 0
        guard written, closed else { throw FileError(path: path) }
    }

    private static func write(all bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
        var remaining = bytes
        while remaining.count > 0 {
            let count = System.write(file, remaining.baseAddress, remaining.count)
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            remaining = UnsafeRawBufferPointer(rebasing: remaining[count...])
        }
        return true
    }

    /// Creates a hard link.
    /// - Returns: false if the file system does not allow it.
    public static func link(_ old: String, as new: String) -> Bool {
        System.link(old, new) == 0
    }

    /// Removes a file, or a folder with everything in it. Symbolic links are removed, not followed. It is no error if nothing is there.
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
