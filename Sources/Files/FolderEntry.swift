/// The type of a file system entry.
public enum FileKind: Sendable {
    case file, folder, symlink, other
    /// An entry of any type whose name is not UTF-8, so that it cannot be addressed by a path.
    case unnameable
}

/// An entry of a folder.
public struct FolderEntry: Sendable {
    public let name: String
    public let kind: FileKind
}
