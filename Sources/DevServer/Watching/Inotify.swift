#if os(Linux)
import Files

import Platform

/// Watches folders by inotify (https://man7.org/linux/man-pages/man7/inotify.7.html).
struct Inotify: Sendable {
    struct Change {
        var touched: Set<String> = []
        var isIncomplete = false
    }

    /// Programs write in several strokes; what follows within this time, in milliseconds, belongs to the change.
    private static let quiet: Int32 = 4
    /// Where strokes do not end, a change is told after so many of them.
    private static let maxStrokes = 64

    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

    private let file: Int32
    private let folders: @Sendable () -> [WatchedFolder]
    private let isIgnored: @Sendable (String, String) -> Bool
    private var watched: [Int32: WatchedFolder] = [:]
    /// One folder has several paths.
    private var hasAliases = false

    init?(_ folders: @escaping @Sendable () -> [WatchedFolder], isIgnored: @escaping @Sendable (String, String) -> Bool) {
        file = inotify_init1(Int32(IN_CLOEXEC))
        guard file >= 0 else { return nil }
        self.folders = folders
        self.isIgnored = isIgnored
        guard watchAll() else {
            close(file)
            return nil
        }
    }

    /// Whether a folder is on another machine, whose changes nobody here is told.
    static func isRemote(_ path: String) -> Bool {
        guard let location = FileSystem.canonicalPath(path), let mounts = (try? FileSystem.read("/proc/self/mounts")) ?? nil else {
            return false
        }
        var nearest = (length: 0, type: "")
        for line in mounts.split(separator: 0x0A) {
            // Device, folder, type, options; spaces in names are written `\040` (proc_pid_mounts(5)).
            let fields = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            guard fields.count > 2 else { continue }
            let folder = fields[1].replacing("\\040", with: " ")
            if folder.utf8.count >= nearest.length, location.isLocation(inside: folder) { nearest = (folder.utf8.count, fields[2]) }
        }
        return ["nfs", "cifs", "smb", "9p", "fuse", "virtiofs", "ceph", "afs"].contains { nearest.type.hasPrefix($0) }
    }

    /// Waits until something changes; nil where that cannot be told any more.
    mutating func wait() -> Change? {
        var change = Change()
        guard read(into: &change) else { return nil }
        var strokes = 0
        var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        while strokes < Self.maxStrokes, poll(&entry, 1, Self.quiet) > 0 {
            guard read(into: &change) else { return nil }
            strokes += 1
        }
        if change.isIncomplete, !watchAll() { return nil }
        return change
    }

    private mutating func read(into change: inout Change) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let count = System.read(file, &buffer, buffer.count)
        if count < 0 { return errno == EINTR }
        var start = 0
        let head = MemoryLayout<inotify_event>.size
        while start + head <= count {
            let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: inotify_event.self) }
            let name = String(decoding: buffer[(start + head)..<(start + head + Int(event.len))].prefix { $0 != 0 }, as: UTF8.self)
            take(event, name, &change)
            start += head + Int(event.len)
        }
        return true
    }

    private mutating func take(_ event: inotify_event, _ name: String, _ change: inout Change) {
        let structural = UInt32(IN_Q_OVERFLOW | IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)
        if event.mask & UInt32(IN_IGNORED) != 0 { watched[event.wd] = nil }
        if event.mask & structural != 0 {
            change.isIncomplete = true
            return
        }
        guard let folder = watched[event.wd], folder.names?.contains(name) ?? true else { return }
        let path = folder.path + "/" + name
        let isFolder = event.mask & UInt32(IN_ISDIR) != 0
        if isFolder, isIgnored(name, path) { return }
        if isFolder || hasAliases { change.isIncomplete = true } else { change.touched.insert(path) }
    }

    /// Watches all folders that there are now; false where the system watches no more.
    private mutating func watchAll() -> Bool {
        for folder in folders() {
            guard watch(folder, level: 0) else { return false }
        }
        return true
    }

    private mutating func watch(_ folder: WatchedFolder, level: Int) -> Bool {
        let id = inotify_add_watch(file, folder.path, Self.mask)
        if id < 0 { return errno != ENOSPC }
        if let other = watched[id], other.path != folder.path { hasAliases = true }
        // Who wants all of a folder's entries wins over who wants some.
        if watched[id] == nil || folder.names == nil { watched[id] = folder }
        guard folder.names == nil, level < 64, let directory = opendir(folder.path) else { return true }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let type = Int(entry.pointee.d_type)
            guard type == Int(DT_DIR) || type == Int(DT_LNK) || type == Int(DT_UNKNOWN) else { continue }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let path = folder.path + "/" + name
            // Files, and links that lead to files, are no folders to be watched; the system says so.
            if name == "." || name == ".." || isIgnored(name, path) || leadsUp(path) { continue }
            guard watch(WatchedFolder(path), level: level + 1) else { return false }
        }
        return true
    }

    /// Whether a symbolic link leads to a folder that it stands in.
    private func leadsUp(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return false }
        guard let target = realpath(path, nil), let own = realpath(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]), nil)
        else { return true }
        defer {
            free(target)
            free(own)
        }
        return (String(cString: own) + "/").hasPrefix(String(cString: target) + "/")
    }
}
#endif
