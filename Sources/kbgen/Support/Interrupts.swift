import Platform

/// Ctrl-C, and the other signals by which a program is asked to end, for a command that runs until then.
struct Interrupts {
    /// What a handler of signals reaches is the whole process's, and must be there before it.
    private static let wake = WakeUp()

    /// From here on they no longer end the program.
    init() {
        _ = Self.wake
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let before = signal(number) { _ in Interrupts.wake?.signal() }
            // A program that was told to outlive its terminal does.
            if number == SIGHUP, before.map({ unsafeBitCast($0, to: Int.self) }) == unsafeBitCast(SIG_IGN, to: Int.self) {
                signal(number, SIG_IGN)
            }
        }
        signal(SIGPIPE, SIG_IGN)
    }

    /// Waits for the next one.
    func next() async {
        guard let wake = Self.wake else { return }
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            NativeThread.start {
                wake.wait()
                continuation.resume()
            }
        }
    }
}
