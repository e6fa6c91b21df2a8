/// Threads that may wait for the operating system. Those of Swift's tasks may not: there are only as many as processors.
public enum NativeThread {
    /// Runs something on a thread of its own.
    /// - Returns: false where the system has no more threads.
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
