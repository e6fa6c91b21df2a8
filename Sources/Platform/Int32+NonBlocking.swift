extension Int32 {
    /// Lets reading and writing return when they would wait, and keeps the file from programs that are started.
    public func makeNonBlocking() {
        _ = fcntl(self, F_SETFL, fcntl(self, F_GETFL) | O_NONBLOCK)
        _ = fcntl(self, F_SETFD, FD_CLOEXEC)
    }
}
