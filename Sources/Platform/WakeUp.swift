/// Wakes a thread that waits for files from another thread or a signal handler, by a pipe (https://cr.yp.to/docs/selfpipe.html).
public struct WakeUp: Sendable {
    /// The end of the pipe to poll(2) for reading.
    public let reader: Int32
    private let writer: Int32

    /// Nil if the system has no more file descriptors.
    public init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        (reader, writer) = (ends[0], ends[1])
        reader.makeNonBlocking()
        writer.makeNonBlocking()
    }

    /// Wakes the waiting thread. Safe to call in a signal handler.
    public func signal() {
        var byte: UInt8 = 1
        _ = write(writer, &byte, 1)
    }

    /// Waits until `signal` is called, or returns at once if it was called since the last `clear`.
    public func wait() {
        var entry = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
        while poll(&entry, 1, -1) < 0, errno == EINTR {}
    }

    /// Discards all signals so far.
    public func clear() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(reader, &bytes, bytes.count) > 0 {}
    }
}
