import CExchange
import Platform

extension FileSystem {
    /// Puts `new` in the place of `old` in one step, so that at any moment one of them stands there whole. Where the file system
    /// can exchange two folders, the old one stands at `new` afterwards; else it is moved to `aside` first.
    public static func replaceFolder(_ old: String, with new: String, aside: String) throws(FileError) {
        if kind(of: old) == nil {
            guard rename(new, old) == 0 else { throw FileError(path: old) }
            return
        }
        if kbgen_exchange(old, new) == 0 { return }
        guard rename(old, aside) == 0 else { throw FileError(path: old) }
        guard rename(new, old) == 0 else {
            let error = FileError(path: old)
            _ = rename(aside, old)
            throw error
        }
    }

    /// Gives a file or folder another path on the same file system. What stands there, unless it is a folder with something in it, is replaced.
    public static func move(_ old: String, to new: String) throws(FileError) {
        guard rename(old, new) == 0 else { throw FileError(path: old) }
    }

    /// Holds a folder for this process alone until the value is let go.
    public static func lock(_ folder: String) throws(FileError) -> FolderLock? {
        let file = open(folder, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw FileError(path: folder) }
        if flock(file, LOCK_EX | LOCK_NB) == 0 { return FolderLock(file: file) }
        close(file)
        return nil
    }
}

/// An advisory lock on a folder.
public final class FolderLock: Sendable {
    private let file: Int32

    fileprivate init(file: Int32) { self.file = file }

    deinit { close(file) }
}
