#if os(Linux)
import Files
import Platform

/// Watches folders by inotify (https://man7.org/linux/man-pages/man7/inotify.7.html).
struct Inotify: Sendable {
    /// Programs save in several steps: events that follow within this many milliseconds belong to the same change.
    private static let quietTime: Int32 = 4
    /// A change is reported after this many reads even if more events follow.
    private static let maxReads = 64

    private static let mask = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

    private let file: Int32
    private let folders: @Sendable () -> [WatchedFolder]
    private let isIgnored: @Sendable (String, String) -> Bool
    /// The watched folders by watch descriptor.
    private var watched: [Int32: WatchedFolder] = [:]
    /// A folder has several paths, of which events name only one.
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

    /// Whether a folder is on a network file system, on which inotify does not report the changes of other machines.
    static func isRemote(_ path: String) -> Bool {
        guard let location = FileSystem.canonicalPath(path), let mounts = (try? FileSystem.read("/proc/self/mounts")) ?? nil else {
            return false
        }
        var nearest = (length: 0, type: "")
        for line in mounts.split(separator: 0x0A) {
            // Device, mount point, type, options; spaces in names are written `\040` (proc_pid_mounts(5)).
            let fields = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            guard fields.count > 2 else { continue }
            let mountPoint = fields[1].replacing("\\040", with: " ")
            if mountPoint.utf8.count >= nearest.length, location.isLocation(inside: mountPoint) {
                nearest = (mountPoint.utf8.count, fields[2])
            }
        }
        return ["nfs", "cifs", "smb", "9p", "fuse", "virtiofs", "ceph", "afs"].contains { nearest.type.hasPrefix($0) }
    }

    /// Waits for the next change; nil if the system cannot report changes any more.
    mutating func wait() -> FolderWatcher.ChangedPaths? {
        var changed = FolderWatcher.ChangedPaths()
        guard read(into: &changed) else { return nil }
        var reads = 0
        var entry = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        while reads < Self.maxReads, poll(&entry, 1, Self.quietTime) > 0 {
            guard read(into: &changed) else { return nil }
            reads += 1
        }
        if changed.isIncomplete, !watchAll() { return nil }
        return changed
    }

    /// Reads the events that have arrived.
    /// - Returns: false if reading failed.
    private mutating func read(into changed: inout FolderWatcher.ChangedPaths) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let count = System.read(file, &buffer, buffer.count)
        if count < 0 { return errno == EINTR }
        var offset = 0
        let headerSize = MemoryLayout<inotify_event>.size
        while offset + headerSize <= count {
            let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
            let nameStart = offset + headerSize
            offset = nameStart + Int(event.len)
            let name = String(decoding: buffer[nameStart..<offset].prefix { $0 != 0 }, as: UTF8.self)
            handle(event, name, &changed)
        }
        return true
    }

    private mutating func handle(_ event: inotify_event, _ name: String, _ changed: inout FolderWatcher.ChangedPaths) {
        let structural = UInt32(IN_Q_OVERFLOW | IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)
        if event.mask & UInt32(IN_IGNORED) != 0 { watched[event.wd] = nil }
        if event.mask & structural != 0 {
            changed.isIncomplete = true
            return
        }
        guard let folder = watched[event.wd], folder.names?.contains(name) ?? true else { return }
        let path = folder.path + "/" + name
        let isFolder = event.mask & UInt32(IN_ISDIR) != 0
        if isFolder, isIgnored(name, path) { return }
        if isFolder || hasAliases { changed.isIncomplete = true } else { changed.paths.insert(path) }
    }

    /// Watches all present folders.
    /// - Returns: false if the system cannot watch more of them.
    private mutating func watchAll() -> Bool {
        for folder in folders() {
            guard watch(folder, depth: 0) else { return false }
        }
        return true
    }

    private mutating func watch(_ folder: WatchedFolder, depth: Int) -> Bool {
        let id = inotify_add_watch(file, folder.path, Self.mask)
        if id < 0 { return errno != ENOSPC }
        if let other = watched[id], other.path != folder.path { hasAliases = true }
        // Watching everything in a folder includes watching some of its entries.
        if watched[id] == nil || folder.names == nil { watched[id] = folder }
        guard folder.names == nil, depth < 64, let directory = opendir(folder.path) else { return true }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let type = Int(entry.pointee.d_type)
            guard type == Int(DT_DIR) || type == Int(DT_LNK) || type == Int(DT_UNKNOWN) else { continue }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let path = folder.path + "/" + name
            // For symbolic links to files, `inotify_add_watch` fails, because the mask has `IN_ONLYDIR`.
            if name == "." || name == ".." || isIgnored(name, path) || isLinkToAncestor(path) { continue }
            guard watch(WatchedFolder(path), depth: depth + 1) else { return false }
        }
        return true
    }

    /// Whether a path is a symbolic link to a folder that contains it, or is broken.
    private func isLinkToAncestor(_ path: String) -> Bool {
        guard FileSystem.kind(of: path, followingSymlinks: false) == .symlink else { return false }
        guard let target = FileSystem.canonicalPath(path), let folder = FileSystem.canonicalPath(path.locationFolder) else { return true }
        return folder.isLocation(inside: target)
    }
}
#endif
