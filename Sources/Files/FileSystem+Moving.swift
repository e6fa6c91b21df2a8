import CFiles
import Platform

extension FileSystem {
    /// Replaces the folder `old` with the folder `new`. If the file system can exchange two folders atomically, `old` is complete at every
    /// moment, and its previous content is at `new` afterwards. Otherwise the previous folder is first moved to `aside`, and back if the
    /// replacement fails.
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

    /// Moves a file or folder within a file system. A file or an empty folder that is at the new path is replaced.
    public static func move(_ old: String, to new: String) throws(FileError) {
        guard rename(old, new) == 0 else { throw FileError(path: old) }
    }
}
