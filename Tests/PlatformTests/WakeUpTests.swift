import Platform
import Testing

@Suite(.timeLimit(.minutes(1))) struct WakeUpTests {
    private func isReadable(_ wake: WakeUp) -> Bool {
        var entry = pollfd(fd: wake.reader, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) == 1
    }

    @Test func waitingReturnsAtOnceAfterASignal() throws {
        let wake = try #require(WakeUp())
        wake.signal()
        wake.wait()
        wake.wait()
        #expect(isReadable(wake))
    }

    @Test func clearingDiscardsAllSignals() throws {
        let wake = try #require(WakeUp())
        #expect(!isReadable(wake))
        for _ in 0..<100 { wake.signal() }
        #expect(isReadable(wake))
        wake.clear()
        #expect(!isReadable(wake))
        wake.signal()
        #expect(isReadable(wake))
    }

    @Test func aSignalFromAnotherThreadEndsTheWaiting() async throws {
        let (wake, answer) = (try #require(WakeUp()), try #require(WakeUp()))
        #expect(
            NativeThread.start {
                wake.wait()
                answer.signal()
            })
        wake.signal()
        answer.wait()
    }

    @Test func signalsNeverBlockEvenIfThePipeIsFull() throws {
        let wake = try #require(WakeUp())
        for _ in 0..<100_000 { wake.signal() }
        wake.clear()
        #expect(!isReadable(wake))
    }
}
