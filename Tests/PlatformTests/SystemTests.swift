import Platform
import Testing

@Suite struct SystemTests {
    @Test func theClockShowsTheTimeSince1970InNanoseconds() {
        let before = Int64(time(nil))
        let now = System.now
        #expect(now >= before * 1_000_000_000)
        #expect(now < (before + 60) * 1_000_000_000)
        #expect(System.now >= now)
    }

    @Test func readingAFileThatDoesNotBlockFailsIfItIsEmpty() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        ends[0].makeNonBlocking()
        var byte: UInt8 = 0
        #expect(System.read(ends[0], &byte, 1) == -1)
        #expect(errno == EAGAIN)
        byte = 7
        #expect(System.write(ends[1], &byte, 1) == 1)
        byte = 0
        #expect(System.read(ends[0], &byte, 1) == 1)
        #expect(byte == 7)
        #expect(fcntl(ends[0], F_GETFD) & FD_CLOEXEC != 0)
    }
}
