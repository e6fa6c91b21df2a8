import Files
import Pipeline
import Serving
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Keeps the output folder as new as the site that is shown: when nothing has changed for a while, another process builds it, behind all other work.
final class OutputKeeper: Sendable {
    private struct State {
        /// Counts the changes.
        var changes = 0
        var process: pid_t?
        /// The change up to which that process knows the site.
        var building = 0
        var isStopped = false
        /// What failed one after the other.
        var failures = 0
        /// The change up to which the output is written.
        var written = 0
    }

    private static let quiet = Duration.seconds(2)

    private let folder: SiteFolder
    private let arguments: [String]
    private let state = Mutex(State())

    init(folder: SiteFolder, options: SiteOptions) {
        self.folder = folder
        arguments = options.buildArguments
    }

    /// Something has changed: what is being built is out of date.
    func change() {
        let count = state.withLock { state in
            state.changes += 1
            if let process = state.process { kill(process, SIGKILL) }
            return state.changes
        }
        Task {
            try? await Task.sleep(for: Self.quiet)
            self.build(ifStillAt: count)
        }
    }

    /// Ends what is being built, and removes what it has left.
    func stop() {
        let process = state.withLock { state in
            state.isStopped = true
            return state.process
        }
        if state.withLock({ $0.written < $0.changes }) { Terminal.say("\nThe last changes are not in \(folder.output); “kbgen build” writes them.") }
        guard let process else { return }
        kill(process, SIGKILL)
        while state.withLock({ $0.process != nil }) { usleep(2_000) }
        Pipeline.removeLeftovers(of: folder)
    }

    private func build(ifStillAt count: Int) {
        let isStarted = state.withLock { state -> Bool in
            guard state.changes == count, state.process == nil, !state.isStopped, let process = start() else { return false }
            state.process = process
            state.building = count
            return true
        }
        guard isStarted else { return }
        // Waiting for it takes a thread that may wait.
        NativeThread.start { self.wait() }
    }

    private func wait() {
        guard let process = state.withLock({ $0.process }) else { return }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let wasKilled = status & 0x7F != 0
        let failed = !wasKilled && (status >> 8) & 0xFF == 74
        let (again, count, failures) = state.withLock { state in
            state.process = nil
            state.failures = failed ? state.failures + 1 : 0
            if !wasKilled, !failed { state.written = state.building }
            // A change while it worked has ended it, and its own turn may have come too early; or another kbgen was at work there.
            return ((wasKilled || state.failures == 1) && !state.isStopped, state.changes, state.failures)
        }
        if failures == 2 { Terminal.say("kbgen: the site is shown, but cannot be written to \(folder.output); “kbgen build” says why") }
        if again {
            Task {
                try? await Task.sleep(for: Self.quiet)
                self.build(ifStillAt: count)
            }
        }
    }

    /// Starts `kbgen build`, silent and with the lowest priority.
    private func start() -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for file in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_RDWR, 0) }
        // Ctrl-C on the terminal is for this process, which ends that one.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        let words = [Self.program] + arguments
        var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var process = pid_t()
        guard posix_spawn(&process, Self.program, &actions, &attributes, &pointers, environ) == 0 else { return nil }
        #if canImport(Glibc)
        setpriority(Int32(PRIO_PROCESS.rawValue), id_t(process), 19)
        #else
        setpriority(PRIO_PROCESS, id_t(process), 19)
        #endif
        return process
    }

    private static var program: String { FileSystem.program ?? CommandLine.arguments[0] }
}
