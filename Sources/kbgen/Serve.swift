import ArgumentParser
import Diagnostics
import Files
import Pipeline
import Serving

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the site while you write it.",
        discussion: "Every save is seen in the browser at once, with what is wrong with the page. Ctrl-C ends it. What is shown is made in memory; "
            + "when nothing has changed for a while, the site is also written to the output folder, as by “kbgen build”.")

    @OptionGroup var options: SiteOptions

    @Option(help: ArgumentHelp("The address to listen on; others than this machine reach 0.0.0.0.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("The port to listen on; the first free one from 4000 on if not given.", valueName: "n"))
    var port: Int?

    @Flag(help: "Look for changes twice a second, where the system does not tell of them.")
    var poll = false

    mutating func validate() throws {
        if let port, !(0...65535).contains(port) { throw ValidationError("--port takes a number from 0 to 65535.") }
    }

    func run() async throws {
        let folder = try options.folder()
        options.describe(folder)
        let interrupts = Interrupts()
        let server = try listen()
        let url = "http://\(host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host):\(server.port)/"
        var build = options.buildOptions(clean: false) { _, _ in }
        build.servedAt = url
        let locate: @Sendable () throws(SiteFolder.Missing) -> SiteFolder = { [options] () throws(SiteFolder.Missing) in try options.locate() }
        let workspace = Workspace(options: build, locate: locate)
        server.start(SiteResponder(workspace: workspace).respond)
        Terminal.say("Serving \(folder.content) at \(url)\nPress Ctrl-C to stop.")
        let output = OutputKeeper(folder: folder, options: options)
        let session = ServeSession(workspace: workspace, server: server, output: output, options: options)
        do throws(FileError) {
            try await session.begin()
        } catch {
            Terminal.say("kbgen: \(error.description)")
            throw ExitCode(74)
        }
        let work = Task { await session.follow(changes(of: folder)) }
        await interrupts.next()
        work.cancel()
        server.stop()
        output.stop()
        Terminal.say("\nStopped.")
    }

    /// Listens on the port that was asked for, or on the next that is free.
    private func listen() throws -> HTTPServer {
        let first = port ?? 4000
        var error: ListenError?
        for candidate in port == nil ? first...(first + 99) : first...first {
            do throws(ListenError) {
                let server = try HTTPServer(host: host, port: candidate)
                if let error { Terminal.say("kbgen: \(error.description.prefix { $0 != ";" }); taking \(candidate)") }
                return server
            } catch {
                guard case .portInUse = error, port == nil else {
                    Terminal.say("kbgen: \(error.description)")
                    throw ExitCode(74)
                }
            }
            error = .portInUse(host: host, port: first)
        }
        Terminal.say("kbgen: no port from \(first) to \(first + 99) is free; name one with --port")
        throw ExitCode(74)
    }

    /// What tells of changes; nil where somebody has to look.
    private func changes(of folder: SiteFolder) -> FolderWatcher? {
        if poll { return nil }
        let outputName = folder.output.split(separator: "/").last.map(String.init) ?? ""
        let watcher = FolderWatcher { [options] in
            let now = (try? options.locate()) ?? folder
            return now.watched(settings: options.config)
        } isIgnored: { name, path in
            if name.hasPrefix("."), name != ".gitbook" { return true }
            return name == "node_modules" || (name == outputName && FileSystem.canonicalPath(path) == FileSystem.canonicalPath(folder.output))
        }
        if watcher == nil { Terminal.say("kbgen: the system does not tell of changes here; looking for them twice a second") }
        return watcher
    }
}

extension SiteFolder {
    /// The folders whose changes matter: the content and the templates as a whole, and those above them for what may come or go there.
    fileprivate func watched(settings: String?) -> [WatchedFolder] {
        var names: [String: Set<String>] = [:]
        func add(_ path: String) {
            let slash = path.lastIndex(of: "/")
            names[slash.map { String(path[..<$0]) } ?? ".", default: []].insert(slash.map { String(path[path.index(after: $0)...]) } ?? path)
        }
        add(content)
        for path in [templates, settings].compactMap(\.self) { add(path) }
        for name in ["kbgen.yml", "kbgen.yaml", "Templates", "Content"] { add(site + "/" + name) }
        return names.sorted { $0.key < $1.key }.map { WatchedFolder($0.key.isEmpty ? "/" : $0.key, names: $0.value) }
            + [content, templates].compactMap(\.self).map { WatchedFolder($0) }
    }
}
