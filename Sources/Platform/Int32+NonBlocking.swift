extension Int32 {
    /// Makes reads and writes of this file descriptor return instead of blocking, and closes it in child processes.
    public func makeNonBlocking() {
        _ = fcntl(self, F_SETFL, fcntl(self, F_GETFL) | O_NONBLOCK)
        _ = fcntl(self, F_SETFD, FD_CLOEXEC)
    }
}
