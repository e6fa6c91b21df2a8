import Platform

/// The result of lstat(2) for a file or a folder: enough to see whether it was written since, without reading it.
public struct FileStat: Sendable, Equatable {
    /// The part that does not change when hard links to a file are added or removed, or when a folder is moved.
    public struct Identity: Sendable, Equatable {
        fileprivate let kind: FileKind
        /// In bytes; 0 for a folder, whose size depends on the file system.
        fileprivate let size: Int64
        fileprivate let inode: UInt64
        /// The time of the content, in nanoseconds since 1970. Programs can set it.
        fileprivate let modified: Int64
    }

    public let identity: Identity
    /// The time of the inode, in nanoseconds since 1970. Programs cannot set it.
    private let changed: Int64

    /// Reads the state of a path without following symbolic links. Nil if nothing is there.
    public init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        let kind = FileKind(status)
        let times = System.times(status)
        identity = Identity(
            kind: kind, size: kind == .folder ? 0 : Int64(status.st_size), inode: UInt64(status.st_ino), modified: times.modified)
        changed = times.changed
    }

    /// Appends the value in a fixed number of bytes, for hashing.
    public func write(to bytes: inout [UInt8]) {
        identity.write(to: &bytes)
        withUnsafeBytes(of: changed.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

extension FileStat.Identity {
    /// Whether this is a regular file of `count` bytes.
    public func isFile(of count: Int) -> Bool { kind == .file && size == count }

    /// Appends the value in a fixed number of bytes, for hashing.
    public func write(to bytes: inout [UInt8]) {
        bytes.append(kind.rawValue)
        for number in [size, Int64(bitPattern: inode), modified] {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
    }
}
