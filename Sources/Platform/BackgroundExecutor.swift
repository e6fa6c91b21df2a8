import Synchronization

/// Runs tasks on a thread of its own with the lowest priority of the system, so that long work in the background neither occupies a thread
/// of Swift's pool nor slows down work that a person waits for. The thread runs until the process ends.
public final class BackgroundExecutor: TaskExecutor {
    private let queue = Mutex<[UnownedJob]>([])
    private let wake: WakeUp

    /// Nil if the system has no more threads or file descriptors.
    public init?() {
        guard let wake = WakeUp() else { return nil }
        self.wake = wake
        let isStarted = NativeThread.start { [self] in
            lowerPriority()
            while true {
                wake.wait()
                wake.clear()
                runAll()
            }
        }
        guard isStarted else { return nil }
    }

    public func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.withLock { $0.append(job) }
        wake.signal()
    }

    private func runAll() {
        while true {
            let jobs = queue.withLock { queue in
                defer { queue = [] }
                return queue
            }
            if jobs.isEmpty { return }
            for job in jobs { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
    }

    /// On Linux, the priority of a process id of 0 is that of the calling thread alone (setpriority(2), “Bugs”).
    private func lowerPriority() {
        #if canImport(Glibc)
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
        #elseif canImport(Musl)
        setpriority(PRIO_PROCESS, 0, 19)
        #else
        pthread_set_qos_class_self_np(QOS_CLASS_BACKGROUND, 0)
        #endif
    }
}
