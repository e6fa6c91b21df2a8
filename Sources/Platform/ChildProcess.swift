/// Programs that kbgen starts.
public enum ChildProcess {
    /// Starts a program that `PATH` finds, waits for its end, and hands on what it prints. It reads nothing, and what it says of errors is lost.
    /// - Parameters:
    ///   - arguments: the program's name and its arguments.
    ///   - environment: variables that it has besides those of this process.
    ///   - receive: called with each part of the output; false where no more of it is wanted, which ends the program.
    /// - Returns: the exit code; nil if the program is not there, or was ended by a signal.
    public static func run(
        _ arguments: [String], environment: [String: String] = [:], receive: (UnsafeRawBufferPointer) -> Bool = { _ in true }
    ) -> Int32? {
        guard let (process, output) = start(arguments, environment) else { return nil }
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
            while true {
                let count = System.read(output, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0, receive(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { break }
            }
        }
        close(output)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            if errno != EINTR { return nil }
        }
        // The C library's WIFEXITED and WEXITSTATUS are macros. 127 is what a shell and some of the C libraries say of a program that is not there.
        let code = (status >> 8) & 0xFF
        return status & 0x7F == 0 && code != 127 ? code : nil
    }

    /// - Returns: the process, and the end of a pipe from which its output can be read; nil if it cannot be started.
    private static func start(_ arguments: [String], _ environment: [String: String]) -> (process: pid_t, output: Int32)? {
        guard let name = arguments.first, let pipe = makePipe() else { return nil }
        defer { close(pipe.input) }
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, pipe.input, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var variables: [UnsafeMutablePointer<CChar>?] = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") }
        var next = environ
        while let variable = next.pointee {
            let key = String(cString: variable).prefix { $0 != "=" }
            if environment[String(key)] == nil { variables.append(strdup(variable)) }
            next += 1
        }
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        variables.append(nil)
        defer { for pointer in pointers + variables { free(pointer) } }
        var process = pid_t()
        guard posix_spawnp(&process, name, &actions, nil, &pointers, &variables) == 0 else {
            close(pipe.output)
            return nil
        }
        return (process, pipe.output)
    }

    /// Both ends of a pipe, neither of which other children inherit.
    private static func makePipe() -> (output: Int32, input: Int32)? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }
}
