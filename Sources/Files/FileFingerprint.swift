import Bytes
import Platform

/// The state of a file when it was looked at, which has to be before it is read: its size, times and inode. The fingerprint of a file that changed just before also has a hash of
/// the content, because file system clocks tick in milliseconds and two quick writes can leave the same time. Git's index follows the same
/// rule (https://git-scm.com/docs/racy-git).
public struct FileFingerprint: Sendable, Hashable {
    private let size: Int64
    /// The time of the content, in nanoseconds since 1970. Programs can set it.
    private let modified: Int64
    /// The time of the inode, in nanoseconds since 1970. Programs cannot set it.
    private let changed: Int64
    private let inode: UInt64
    /// The hash of the content of a file that changed within `racyInterval` before this was taken; nil for an older one.
    private let contentHash: String?

    /// The age in nanoseconds up to which a file may change again without getting a new time.
    private static let racyInterval: Int64 = 2_000_000_000

    /// Reads the state of a file, following symbolic links. Nil if there is no regular file.
    public init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
        (modified, changed) = System.times(status)
        contentHash = max(modified, changed) > System.now - Self.racyInterval ? Self.hash(path) : nil
    }

    /// Whether the file is unchanged since this fingerprint was taken.
    /// - Parameters:
    ///   - path: the file. It is read only if this fingerprint has a hash of the content and `current` has none.
    ///   - current: the present fingerprint of the file.
    public func matches(_ path: String, now current: FileFingerprint) -> Bool {
        guard size == current.size, modified == current.modified, changed == current.changed, inode == current.inode else { return false }
        return contentHash == nil || contentHash == current.contentHash ?? Self.hash(path)
    }

    private static func hash(_ path: String) -> String? {
        guard let file = try? ReadableFile(path) else { return nil }
        return file.contentHash
    }
}

extension FileFingerprint: BinaryCodable {
    public func encode(to encoder: inout BinaryEncoder) {
        for number in [UInt64(bitPattern: size), UInt64(bitPattern: modified), UInt64(bitPattern: changed), inode] { encoder.write(number) }
        encoder.write(contentHash)
    }

    public init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        size = Int64(bitPattern: try decoder.readNumber())
        modified = Int64(bitPattern: try decoder.readNumber())
        changed = Int64(bitPattern: try decoder.readNumber())
        inode = try decoder.readNumber()
        contentHash = try decoder.read()
    }
}
