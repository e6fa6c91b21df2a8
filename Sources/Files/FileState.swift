import Bytes

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What tells whether a file is still what it was when it was read: its size, times and inode, and, for a file that changed just before, what is in
/// it. Clocks of file systems tick in milliseconds, so that two writes in a row can leave the same time; the rule is that of Git's index
/// (https://git-scm.com/docs/racy-git).
public struct FileState: Sendable, Hashable {
    private let size: Int64
    private let modified: Int64
    /// The time of the inode, which programs cannot set.
    private let changed: Int64
    private let inode: UInt64
    /// The hash of what is in it, where its times are too near to the look at it to be trusted.
    private let content: String?

    /// How long a time is too near, in nanoseconds.
    private static let near: Int64 = 2_000_000_000

    /// Looks at a file; nil where there is none.
    public init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
        #if canImport(Darwin)
        modified = Self.nanoseconds(status.st_mtimespec)
        changed = Self.nanoseconds(status.st_ctimespec)
        #else
        modified = Self.nanoseconds(status.st_mtim)
        changed = Self.nanoseconds(status.st_ctim)
        #endif
        content = max(modified, changed) > Self.now - Self.near ? Self.hash(path) : nil
    }

    /// Whether a file still is as it was.
    /// - Parameter path: the file, which is read if its state was taken just after a change.
    public func holds(for path: String, now state: FileState) -> Bool {
        guard size == state.size, modified == state.modified, changed == state.changed, inode == state.inode else { return false }
        return content == nil || content == state.content ?? Self.hash(path)
    }

    /// The hash of what is in a file.
    public static func hash(_ path: String) -> String? { ((try? FileSystem.read(path)) ?? nil)?.contentHash }

    private static func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }
}

extension FileState: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        for number in [UInt64(bitPattern: size), UInt64(bitPattern: modified), UInt64(bitPattern: changed), inode] { encoder.write(number) }
        encoder.write(content)
    }

    public init(from decoder: inout BinaryDecoder) throws(DamagedRecord) {
        size = Int64(bitPattern: try decoder.readNumber())
        modified = Int64(bitPattern: try decoder.readNumber())
        changed = Int64(bitPattern: try decoder.readNumber())
        inode = try decoder.readNumber()
        content = try decoder.read()
    }
}
