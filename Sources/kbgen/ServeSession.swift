import Bytes
import Diagnostics
import Files
import Pipeline
import Serving

/// The work between a change and what the writer sees of it.
struct ServeSession: Sendable {
    let workspace: Workspace
    let server: HTTPServer
    let output: OutputKeeper
    let options: SiteOptions

    /// What is printed at once, while many files come or go.
    private static let mostFindings = 40

    private static let pollingInterval = Duration.milliseconds(500)

    /// Reads the site for the first time.
    func begin() async throws(FileError) {
        let start = ContinuousClock.now
        guard let edition = try await workspace.refresh() else { return }
        tell(edition, after: nil, start)
        output.change()
    }

    /// Takes in changes until the task is cancelled.
    func follow(_ watcher: FolderWatcher?) async {
        // What changed before there was a watcher.
        await refresh(touched: nil)
        if let watcher {
            for await _ in watcher.signals {
                switch watcher.take() {
                case .nothing: break
                case .files(let files): await refresh(touched: files)
                case .anything: await refresh(touched: nil)
                }
            }
        } else {
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.pollingInterval)
                await refresh(touched: nil)
            }
        }
    }

    private func refresh(touched: Set<String>?) async {
        let start = ContinuousClock.now
        let before = await workspace.edition
        guard let edition = (try? await workspace.refresh(touched: touched)) ?? nil else { return }
        server.broadcast(String(edition.number))
        tell(edition, after: before, start)
        output.change()
    }

    /// Prints what is new.
    private func tell(_ edition: Edition, after before: Edition?, _ start: ContinuousClock.Instant) {
        let duration = ContinuousClock.now - start
        let milliseconds = Int(duration.components.seconds) * 1000 + Int(duration.components.attoseconds / 1_000_000_000_000_000)
        let known = Set(before?.diagnostics ?? [])
        let styled = Terminal().isStyled
        let new = edition.diagnostics.filter { !known.contains($0) }
        for diagnostic in new.prefix(Self.mostFindings) { Terminal.say(diagnostic.text(styled: styled)) }
        if new.count > Self.mostFindings { Terminal.say("… and \(new.count - Self.mostFindings) more; “kbgen check” prints all of them.") }
        if options.json { Terminal.output(Reporter.json(edition.report, milliseconds).bytes + [0x0A]) }
        guard !options.quiet else { return }
        let gone = known.subtracting(edition.diagnostics).count
        let mended = gone == 0 ? "" : " \(gone) \(gone == 1 ? "finding is" : "findings are") gone."
        Terminal.say(before == nil ? "\(edition.report.pages) pages, read in \(milliseconds) ms." : "Changed in \(milliseconds) ms.\(mended)")
    }
}
