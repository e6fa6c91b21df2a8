import Foundation
import Pipeline
import Synchronization
import Testing

@testable import DevServer

@Suite struct BackgroundBuilderTests {
    private let location = FileManager.default.temporaryDirectory.appending(path: "kbgen-\(UUID().uuidString)").path()

    private func write(_ text: String) throws {
        try FileManager.default.createDirectory(atPath: location + "/Content", withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: location + "/Content/README.md"))
    }

    private func live() -> LiveSite {
        LiveSite(options: BuildOptions(jobs: 1)) { [location] () throws(SiteFolder.Missing) in try SiteFolder(location) }
    }

    private func builder(quietTime: Duration, warn: @escaping @Sendable (String) -> Void = { _ in }) -> BackgroundBuilder {
        BackgroundBuilder(
            builder: { [location] in SiteBuilder(try SiteFolder(location), options: BuildOptions(jobs: 1)) }, quietTime: quietTime,
            warn: warn)
    }

    private var output: String? { try? String(contentsOfFile: location + "/Output/index.html", encoding: .utf8) }

    /// Waits up to a minute: the builder's thread has the lowest priority, and other tests run beside it.
    private func wait(for condition: () async -> Bool) async throws -> Bool {
        for _ in 0..<6000 {
            if await condition() { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    @Test func theNewestVersionIsWrittenWhenItIsQuiet() async throws {
        defer { try? FileManager.default.removeItem(atPath: location) }
        let (site, builder) = (live(), builder(quietTime: .milliseconds(20)))
        for text in ["# One", "# Two", "# Three"] {
            try write(text)
            await builder.update(to: try #require(try await site.update()))
        }
        #expect(try await wait { output?.contains("<h1 id=\"three\">Three</h1>") ?? false })
        #expect(try await wait { await builder.stop() })
    }

    @Test func whatIsNotYetWrittenAtTheEndIsSaid() async throws {
        defer { try? FileManager.default.removeItem(atPath: location) }
        let (site, builder) = (live(), builder(quietTime: .seconds(60)))
        try write("# One")
        await builder.update(to: try #require(try await site.update()))
        #expect(await !builder.stop())
        #expect(output == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: location) == ["Content"], "nothing is left beside it")
    }

    @Test func anOutputThatCannotBeWrittenIsSaidOnce() async throws {
        defer { try? FileManager.default.removeItem(atPath: location) }
        let site = live()
        try write("# One")
        try FileManager.default.createDirectory(atPath: location + "/Output", withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(filePath: location + "/Output/mine.txt"))
        let box = Warnings()
        let builder = builder(quietTime: .milliseconds(10), warn: box.add)
        await builder.update(to: try #require(try await site.update()))
        #expect(try await wait { !box.all.isEmpty })
        #expect(box.all.count == 1)
        #expect(box.all.first?.contains("kbgen did not make") == true)
    }

    private final class Warnings: Sendable {
        private let lines = Mutex<[String]>([])
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }
}
