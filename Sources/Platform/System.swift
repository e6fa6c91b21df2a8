// Re-exports the C library of the system. Modules that call it import `Platform` and need no conditional imports.
#if canImport(Glibc)
@_exported import Glibc
#elseif canImport(Musl)
@_exported import Musl
#elseif canImport(Darwin)
@_exported import Darwin
#endif

/// Calls of the C library whose types differ between systems, or whose names would be hidden by methods of the calling type.
public enum System {
    /// read(2): the number of bytes read, 0 at the end of the file, -1 with `errno` set on failure.
    public static func read(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
        Glibc.read(file, buffer, count)
        #elseif canImport(Musl)
        Musl.read(file, buffer, count)
        #else
        Darwin.read(file, buffer, count)
        #endif
    }

    /// write(2): the number of bytes written, -1 with `errno` set on failure.
    public static func write(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
        Glibc.write(file, buffer, count)
        #elseif canImport(Musl)
        Musl.write(file, buffer, count)
        #else
        Darwin.write(file, buffer, count)
        #endif
    }

    /// link(2): 0 on success.
    public static func link(_ old: String, _ new: String) -> Int32 {
        #if canImport(Glibc)
        Glibc.link(old, new)
        #elseif canImport(Musl)
        Musl.link(old, new)
        #else
        Darwin.link(old, new)
        #endif
    }

    /// socket(2): a file descriptor, -1 with `errno` set on failure.
    public static func streamSocket(_ family: Int32) -> Int32 {
        #if canImport(Glibc)
        Glibc.socket(family, Int32(SOCK_STREAM.rawValue), 0)
        #elseif canImport(Musl)
        Musl.socket(family, SOCK_STREAM, 0)
        #else
        Darwin.socket(family, SOCK_STREAM, 0)
        #endif
    }

    /// bind(2): 0 on success.
    public static func bind(_ file: Int32, _ address: UnsafePointer<sockaddr>, _ length: socklen_t) -> Int32 {
        #if canImport(Glibc)
        Glibc.bind(file, address, length)
        #elseif canImport(Musl)
        Musl.bind(file, address, length)
        #else
        Darwin.bind(file, address, length)
        #endif
    }

    /// accept(2): a file descriptor, -1 with `errno` set on failure.
    public static func accept(_ file: Int32) -> Int32 {
        #if canImport(Glibc)
        Glibc.accept(file, nil, nil)
        #elseif canImport(Musl)
        Musl.accept(file, nil, nil)
        #else
        Darwin.accept(file, nil, nil)
        #endif
    }

    /// The modification times of a file's content and of its inode, in nanoseconds since 1970.
    public static func times(_ status: stat) -> (modified: Int64, changed: Int64) {
        #if canImport(Darwin)
        (nanoseconds(status.st_mtimespec), nanoseconds(status.st_ctimespec))
        #else
        (nanoseconds(status.st_mtim), nanoseconds(status.st_ctim))
        #endif
    }

    /// The current time in nanoseconds since 1970.
    public static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
}
