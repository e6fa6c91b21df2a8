import ArgumentParser
import DevServer
import Pipeline

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows the site while you write it.",
        discussion: "Every save is seen in the browser at once, with what is wrong with the page. Ctrl-C ends it. What is shown is made in "
            + "memory; when nothing has changed for a while, the site is also written to the output folder, as by “kbgen build”.")

    @OptionGroup var options: SiteOptions

    @Option(help: ArgumentHelp("The address to listen on; 0.0.0.0 lets other machines connect.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on; the first free one from 4000 on if not given.", valueName: "n"))
    var port: Int?

    @Flag(help: "Look for changes twice a second, where the system does not report them.")
    var poll = false

    mutating func validate() throws {
        if let port, !(0...65535).contains(port) { throw ValidationError("--port takes a number from 0 to 65535.") }
    }

    func run() async throws {
        let folder = try options.locate()
        options.describe(folder)
        let interrupts = Interrupts()
        let server = try listen()
        let url = "http://\(host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host):\(server.port)/"
        let site = LiveSite(options: preview(url)) { [options] () throws(SiteFolder.Missing) in try options.locate() }
        server.start(SiteResponder(site).respond)
        Terminal.say("Serving \(folder.content) at \(url)\nPress Ctrl-C to stop.")
        let output = backgroundBuilder(folder)
        let session = LiveSession(site: site, server: server, output: output) { [options] in Self.tell($0, options) }
        let work = try await follow(session, folder, until: interrupts)
        work?.cancel()
        server.stop()
        await work?.value
        let isWritten = await output.stop()
        if !isWritten { Terminal.say("\nThe last changes are not in \(folder.output); “kbgen build” writes them.") }
        Terminal.say("\nStopped.")
    }

    /// Reads the site and takes in changes until the command is interrupted, which may be before the site is read.
    /// - Returns: the task that takes in changes; nil if the site has not been read.
    private func follow(_ session: LiveSession, _ folder: SiteFolder, until interrupts: Interrupts) async throws -> Task<Void, Never>? {
        enum Event: Sendable { case begun, failed(any Error), interrupted }
        let (events, continuation) = AsyncStream<Event>.makeStream()
        Task {
            do {
                try await session.begin()
                continuation.yield(.begun)
            } catch {
                continuation.yield(.failed(error))
            }
        }
        Task {
            await interrupts.next()
            continuation.yield(.interrupted)
        }
        var work: Task<Void, Never>?
        for await event in events {
            switch event {
            case .begun: work = Task { await session.follow(watcher(folder)) }
            case .failed(let error): throw error
            case .interrupted: return work
            }
        }
        return work
    }

    private func preview(_ url: String) -> BuildOptions {
        var build = options.buildOptions
        build.previewURL = url
        return build
    }

    private func backgroundBuilder(_ folder: SiteFolder) -> BackgroundBuilder {
        BackgroundBuilder { [options] in
            var build = options.buildOptions
            // The other processors are for what the writer waits for.
            build.jobs = 1
            return SiteBuilder(try options.locate(), options: build)
        } warn: { reason in
            Terminal.say("kbgen: the site is shown, but cannot be written to \(folder.output): \(reason)")
        }
    }

    /// Listens on the port that was asked for, or on the first free one.
    private func listen() throws -> HTTPServer {
        let first = port ?? 4000
        var error: ListenError?
        for candidate in port == nil ? first...(first + 99) : first...first {
            do throws(ListenError) {
                let server = try HTTPServer(host: host, port: candidate)
                if let error { Terminal.say("kbgen: \(error.description.prefix { $0 != ";" }); taking \(candidate)") }
                return server
            } catch {
                guard case .portInUse = error, port == nil else { throw CommandFailure.inputOutput(error.description) }
            }
            error = .portInUse(host: host, port: first)
        }
        throw CommandFailure.inputOutput("no port from \(first) to \(first + 99) is free; name one with --port")
    }

    /// What tells of changes; nil if kbgen has to look for them.
    private func watcher(_ folder: SiteFolder) -> FolderWatcher? {
        if poll { return nil }
        let watcher = FolderWatcher(folder, settings: options.config) { [options] in try? options.locate() }
        if watcher == nil { Terminal.say("kbgen: the system does not report changes here; looking for them twice a second") }
        return watcher
    }

    // MARK: What is printed

    /// More new findings than this are not printed: many files may come or go at once.
    private static let maxFindings = 40

    /// Prints what is new in a version.
    private static func tell(_ update: LiveSession.Update, _ options: SiteOptions) {
        let known = Set(update.previous?.diagnostics ?? [])
        let terminal = Terminal()
        let new = update.version.diagnostics.filter { !known.contains($0) }
        for diagnostic in new.prefix(maxFindings) { terminal.say(diagnostic) }
        if new.count > maxFindings { Terminal.say("… and \(new.count - maxFindings) more; “kbgen check” prints all of them.") }
        let milliseconds = update.duration.milliseconds
        if options.json { Terminal.output(Reporter.json(update.version.report, milliseconds).bytes + [0x0A]) }
        guard !options.quiet else { return }
        let gone = known.subtracting(update.version.diagnostics).count
        let fixed = gone == 0 ? "" : " \(gone) \(gone == 1 ? "finding is" : "findings are") gone."
        let isFirst = update.previous == nil
        Terminal.say(
            isFirst ? "\(update.version.report.pages) pages, read in \(milliseconds) ms." : "Changed in \(milliseconds) ms.\(fixed)")
    }
}
