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
                if memory == MAP_FAILED {
                    MemoryFailure.message.utf8Start.withMemoryRebound(to: UInt8.self, capacity: MemoryFailure.message.utf8CodeUnitCount) {
                        _ = System.write(STDERR_FILENO, $0, MemoryFailure.message.utf8CodeUnitCount)
                    }
                    _exit(74)
                }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    private static let message: StaticString =
        "kbgen: there is not enough memory for this site; the site that was there is untouched. Free some, or build with --jobs 1.\n"
}
