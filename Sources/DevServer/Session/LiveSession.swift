import Files
import Pipeline

/// The work between a save and what the writer sees of it.
package struct LiveSession: Sendable {
    /// What the writer is told of a new version.
    package struct Update: Sendable {
        package let version: SiteVersion
        /// The version before; nil for the first one.
        package let previous: SiteVersion?
        /// How long reading the changes took.
        package let duration: Duration
    }

    private static let pollingInterval = Duration.milliseconds(500)

    private let site: LiveSite
    private let server: HTTPServer
    private let output: BackgroundBuilder
    private let report: @Sendable (Update) -> Void

    /// - Parameters:
    ///   - server: tells the open pages of new versions.
    ///   - output: writes them to the output folder.
    ///   - report: called with every new version.
    package init(site: LiveSite, server: HTTPServer, output: BackgroundBuilder, report: @escaping @Sendable (Update) -> Void) {
        self.site = site
        self.server = server
        self.output = output
        self.report = report
    }

    /// Reads the site for the first time.
    package func begin() async throws(FileError) {
        let start = ContinuousClock.now
        guard let version = try await site.update() else { return }
        await take(Update(version: version, previous: nil, duration: .now - start))
    }

    /// Takes in changes until the task is cancelled.
    /// - Parameter watcher: reports changes; nil to look for them again and again, as is done when the watcher can report no more.
    package func follow(_ watcher: FolderWatcher?) async {
        // Something may have changed before the watcher began.
        await update(touched: nil)
        guard let watcher else { return await poll() }
        for await _ in watcher.signals {
            switch watcher.takeChanges() {
            case .nothing: break
            case .files(let files): await update(touched: files)
            case .anything: await update(touched: nil)
            }
        }
        await poll()
    }

    private func poll() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.pollingInterval)
            await update(touched: nil)
        }
    }

    private func update(touched: Set<String>?) async {
        let start = ContinuousClock.now
        let previous = await site.version
        guard let version = (try? await site.update(touched: touched)) ?? nil else { return }
        server.broadcast(String(version.number))
        await take(Update(version: version, previous: previous, duration: .now - start))
    }

    private func take(_ update: Update) async {
        report(update)
        await output.update(to: update.version)
    }
}

extension Duration {
    /// In whole milliseconds, rounded down.
    package var milliseconds: Int { Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
