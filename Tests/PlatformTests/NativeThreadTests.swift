import Platform
import Testing

@Suite(.timeLimit(.minutes(1))) struct NativeThreadTests {
    @Test func runsOnAThreadOfItsOwn() async {
        let ids = await withCheckedContinuation { continuation in
            let caller = UInt(bitPattern: pthread_self().hashValue)
            NativeThread.start { continuation.resume(returning: (caller, UInt(bitPattern: pthread_self().hashValue))) }
        }
        #expect(ids.0 != ids.1)
    }
}
