import Pipeline
import Platform
import Publish

/// Keeps the output folder as new as the site that is shown: when nothing has changed for a while, it is built in the background.
package actor BackgroundBuilder {
    private let builder: @Sendable () throws -> SiteBuilder
    private let warn: @Sendable (String) -> Void
    private let quietTime: Duration
    private let executor = BackgroundExecutor()
    /// The running build, or the one that waits for quiet.
    private var task: Task<Void, Never>?
    /// The number of the newest version, and of the newest one that is written.
    private var (newest, written) = (0, 0)

    /// - Parameters:
    ///   - builder: makes the builder of the site, whose folders may come and go.
    ///   - quietTime: changes that follow one another faster than this are written together.
    ///   - warn: called with the reason if the output cannot be written.
    package init(
        builder: @escaping @Sendable () throws -> SiteBuilder, quietTime: Duration = .seconds(2), warn: @escaping @Sendable (String) -> Void
    ) {
        self.builder = builder
        self.quietTime = quietTime
        self.warn = warn
    }

    /// Takes a new version of the site. A full build that is running is given up, because it is out of date; an incremental one is finished.
    package func update(to version: SiteVersion) {
        newest = version.number
        let previous = task
        previous?.cancel()
        task = Task.detached(executorPreference: executor) {
            await previous?.value
            // One failure may be that of another kbgen at work on the same output.
            for attempt in 1...2 {
                guard (try? await Task.sleep(for: self.quietTime)) != nil else { return }
                if await self.build(version, isLastAttempt: attempt == 2) { return }
            }
        }
    }

    /// Ends what is being built: a full build is given up, and an incremental one finished.
    /// - Returns: whether the output has the newest version.
    package func stop() async -> Bool {
        task?.cancel()
        await task?.value
        return written == newest
    }

    /// Builds what is on disk now, which is at least as new as the version.
    /// - Returns: whether there is nothing more to try.
    private nonisolated func build(_ version: SiteVersion, isLastAttempt: Bool) async -> Bool {
        do {
            _ = try await builder().build(known: version.artifacts)
            await finish(version.number)
            return true
        } catch PublishError.cancelled {
            return true
        } catch {
            if isLastAttempt { warn("\(error)") }
            return false
        }
    }

    private func finish(_ number: Int) { written = max(written, number) }
}
