import Platform

/// What is said when there is no more memory. Swift then ends the program by a trap, which says nothing that helps.
enum MemoryFailure {
    /// From here on, a trap for want of memory says so and exits with 74; any other trap is what it was.
    static func explain() {
        for number in [SIGTRAP, SIGILL, SIGABRT, SIGSEGV, SIGBUS] {
            signal(number) { number in
                // An allocation of moderate size fails as well if memory is what is missing. Nothing here allocates.
                let size = 256 << 20
                let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
                if memory == MAP_FAILED { MemoryFailure.end() }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    /// Sleeps while other threads work. Where there is no memory for another thread, the work that waits for one would never be done.
    static func watch() -> Never {
        var failures = 0
        while true {
            sleep(interval)
            let memory = mmap(nil, stackSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0)
            if memory != MAP_FAILED { munmap(memory, stackSize) }
            failures = memory == MAP_FAILED ? failures + 1 : 0
            if failures == 2 { end() }
        }
    }

    /// In seconds, between two looks.
    private static let interval: UInt32 = 5
    /// What a thread's stack takes.
    private static let stackSize = 8 << 20

    private static func end() -> Never {
        message.utf8Start.withMemoryRebound(to: UInt8.self, capacity: message.utf8CodeUnitCount) {
            _ = System.write(STDERR_FILENO, $0, message.utf8CodeUnitCount)
        }
        _exit(74)
    }

    private static let message: StaticString =
        "kbgen: there is not enough memory for this site; the site that was there is untouched. Free some, or build with --jobs 1.\n"
}
