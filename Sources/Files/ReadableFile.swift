import Bytes
import CFiles
import Platform

/// A file that is open for reading. What is read of it is of one file, whatever happens to its path.
public struct ReadableFile: ~Copyable, Sendable {
    private let file: Int32
    private let path: String
    /// In bytes, when it was opened.
    public let size: Int

    /// Opens a file, following symbolic links. A pipe is not waited for; it is empty.
    public init(_ path: String) throws(FileError) {
        self.path = path
        (file, size) = try Self.checked(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), path) { _ in true }
    }

    /// Opens a regular file of which no part of the path is a symbolic link.
    /// - Parameter path: absolute.
    /// - Throws: `FileError` with `ELOOP` for a link, and with `EINVAL` for what is no regular file.
    public init(withoutLinks path: String) throws(FileError) {
        self.path = path
        (file, size) = try Self.checked(kbgen_open_unlinked(path), path) { FileKind($0) == .file }
    }

    private static func checked(
        _ file: Int32, _ path: String, _ isAllowed: (stat) -> Bool
    ) throws(FileError) -> (file: Int32, size: Int) {
        guard file >= 0 else { throw FileError(path: path) }
        var status = stat()
        let error: FileError
        if fstat(file, &status) != 0 {
            error = FileError(path: path)
        } else if !isAllowed(status) {
            error = FileError(path: path, code: EINVAL)
        } else {
            return (file, Int(status.st_size))
        }
        close(file)
        throw error
    }

    deinit { close(file) }

    /// The whole file. Less than `size` if it was cut meanwhile.
    public func read() throws(FileError) -> [UInt8] { try read(0..<size) }

    private static let chunkLength = 1 << 20

    /// Writes the file's bytes into a new file.
    public func copy(to path: String) throws(FileError) {
        try FileSystem.write(to: path) { write throws(FileError) in
            var start = 0
            while start < size {
                let chunk = try read(start..<min(start + Self.chunkLength, size))
                if chunk.isEmpty { return }
                try write(chunk)
                start += chunk.count
            }
        }
    }

    /// The hash of the file's bytes, as `contentHash` of them; nil if it cannot be read.
    public var contentHash: String? {
        var hash = FNV1a()
        var start = 0
        while start < size {
            guard let chunk = try? read(start..<min(start + Self.chunkLength, size)), !chunk.isEmpty else { return nil }
            hash.add(chunk)
            start += chunk.count
        }
        return hash.text
    }

    /// Whether another file has the same bytes.
    public func hasSameContent(as other: borrowing ReadableFile) -> Bool {
        guard size == other.size else { return false }
        var start = 0
        while start < size {
            let range = start..<min(start + Self.chunkLength, size)
            guard let mine = try? read(range), let others = try? other.read(range), mine == others, mine.count == range.count else {
                return false
            }
            start = range.upperBound
        }
        return true
    }

    /// Some of its bytes; fewer if it ends before.
    public func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
        var failed = range.lowerBound > 0 && lseek(file, off_t(range.lowerBound), SEEK_SET) < 0
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count, !failed {
                let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let added = System.read(file, rest.baseAddress, rest.count)
                if added < 0, errno == EINTR { continue }
                if added <= 0 {
                    failed = added < 0
                    break
                }
                count += added
            }
        }
        if failed { throw FileError(path: path) }
        return bytes
    }
}
