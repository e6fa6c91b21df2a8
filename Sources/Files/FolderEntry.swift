import Platform

/// The type of a file system entry.
public enum FileKind: UInt8, Sendable {
    case file, folder, symlink, other
    /// An entry of any type whose name is not UTF-8, so that it cannot be addressed by a path.
    case unnameable

    /// The type that a call of the operating system has found.
    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .symlink
        default: self = .other
        }
    }
}

/// An entry of a folder.
public struct FolderEntry: Sendable {
    public let name: String
    public let kind: FileKind
}
