import Platform

/// A failed call of the operating system.
public struct FileError: Error, Sendable, CustomStringConvertible {
    /// The file or folder of the call.
    public let path: String
    /// The value of `errno`.
    public let code: Int32

    /// The error of the call that has just failed.
    public init(path: String) {
        self.path = path
        code = errno
    }

    /// An error that no call has reported.
    init(path: String, code: Int32) {
        self.path = path
        self.code = code
    }

    /// `path: reason`.
    public var description: String { "\(path): \(reason)" }

    /// The system's message, such as “Permission denied”.
    public var reason: String { String(cString: strerror(code)) }

    /// Whether there is no such file or folder.
    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}
