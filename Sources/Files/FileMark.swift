#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What tells whether a file, or a folder's list of entries, has been written since, without a look at what is in it.
public struct FileMark: Sendable, Equatable {
    /// What stays as it is when links to a file come or go, and when a folder is moved.
    public struct Writing: Sendable, Equatable {
        fileprivate let isFolder: Bool
        /// In bytes; 0 for a folder, whose size is none of its entries'.
        fileprivate let size: Int64
        fileprivate let inode: UInt64
        /// In nanoseconds; programs can set it.
        fileprivate let modified: Int64
    }

    public let writing: Writing
    /// The time of the inode in nanoseconds, which programs cannot set.
    private let changed: Int64

    /// Nil where there is nothing. Symbolic links are not followed.
    public init?(of path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        #if canImport(Darwin)
        let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
        let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        writing = Writing(
            isFolder: isFolder, size: isFolder ? 0 : Int64(status.st_size), inode: UInt64(status.st_ino), modified: Self.nanoseconds(modified))
        self.changed = Self.nanoseconds(changed)
    }

    /// Appends it as bytes.
    public func write(to bytes: inout [UInt8]) {
        writing.write(to: &bytes)
        withUnsafeBytes(of: changed.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
}

extension FileMark.Writing {
    /// Whether it is a file of so many bytes.
    public func isFile(of count: Int) -> Bool { !isFolder && size == count }

    /// Appends it as bytes.
    public func write(to bytes: inout [UInt8]) {
        bytes.append(isFolder ? 1 : 0)
        for number in [size, Int64(bitPattern: inode), modified] {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
    }
}
