import Platform
import Testing

@Suite(.timeLimit(.minutes(1))) struct BackgroundExecutorTests {
    @Test func runsTasksAndReturnsTheirResults() async throws {
        let executor = try #require(BackgroundExecutor())
        let tasks = (0..<100).map { number in Task(executorPreference: executor) { number * number } }
        for (number, task) in tasks.enumerated() { #expect(await task.value == number * number) }
    }

    @Test func continuesTasksAfterTheyWaited() async throws {
        let executor = try #require(BackgroundExecutor())
        let sum = await Task(executorPreference: executor) {
            var sum = 0
            for number in 1...10 {
                await Task.yield()
                sum += number
            }
            return sum
        }.value
        #expect(sum == 55)
    }

    @Test func runsAllTasksOnOneThread() async throws {
        let executor = try #require(BackgroundExecutor())
        let threads = await withTaskGroup(of: Int.self, returning: Set<Int>.self) { group in
            for _ in 0..<20 { group.addTask(executorPreference: executor) { pthread_self().hashValue } }
            return await group.reduce(into: []) { $0.insert($1) }
        }
        #expect(threads.count == 1)
    }

    #if os(Linux)
    @Test func runsTasksAtTheLowestPriority() async throws {
        let executor = try #require(BackgroundExecutor())
        #expect(await Task(executorPreference: executor) { threadPriority() }.value == 19)
        #expect(threadPriority() < 19)
    }

    private func threadPriority() -> Int32 {
        #if canImport(Glibc)
        getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)
        #else
        getpriority(PRIO_PROCESS, 0)
        #endif
    }
    #endif
}
