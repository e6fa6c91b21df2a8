import Platform

/// An advisory lock on a folder (flock(2)), which the system releases at the latest when the process ends.
public final class FolderLock: Sendable {
    private let file: Int32

    fileprivate init(file: Int32) { self.file = file }

    deinit { close(file) }
}

extension FileSystem {
    /// Locks a folder until the result is deallocated.
    /// - Returns: nil if the folder is locked already.
    public static func lock(_ folder: String) throws(FileError) -> FolderLock? {
        let file = open(folder, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError(path: folder) }
        if flock(file, LOCK_EX | LOCK_NB) == 0 { return FolderLock(file: file) }
        close(file)
        return nil
    }
}
