/// Threads that may block in calls of the operating system. Swift's tasks must not: they share one thread per processor core.
public enum NativeThread {
    /// Runs `body` on a new, detached thread.
    /// - Returns: false if the system has no more threads.
    @discardableResult
    public static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        let box = Unmanaged.passRetained(Box(body))
        #if canImport(Darwin)
        var thread: pthread_t?
        let failed = pthread_create(
            &thread, nil,
            { argument in
                Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            }, box.toOpaque())
        if failed == 0, let thread { pthread_detach(thread) }
        #else
        var thread = pthread_t()
        let failed = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            }, box.toOpaque())
        if failed == 0 { pthread_detach(thread) }
        #endif
        if failed != 0 { box.release() }
        return failed == 0
    }

    private final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
