/// Ends a thread's waiting from another thread.
public struct WakeUp: Sendable {
    public let reader: Int32
    private let writer: Int32

    /// Nil where the system has no more files.
    public init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        (reader, writer) = (ends[0], ends[1])
        reader.makeNonBlocking()
        writer.makeNonBlocking()
    }

    /// May be called by a handler of signals.
    public func signal() {
        var byte: UInt8 = 1
        _ = write(writer, &byte, 1)
    }

    /// Waits for the next signal.
    public func wait() {
        var entry = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
        while poll(&entry, 1, -1) < 0, errno == EINTR {}
    }

    /// Takes all signals that were given.
    public func clear() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(reader, &bytes, bytes.count) > 0 {}
    }
}
