import ArgumentParser
import Platform

@main
struct KBGen: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "kbgen",
        abstract: "Builds a help site from GitBook-style Markdown.",
        discussion: "Writers keep Markdown in Content/; “kbgen build” writes the site to Output/, which any web server can serve.",
        version: version,
        subcommands: [
            BuildCommand.self, ServeCommand.self, CheckCommand.self, GuideCommand.self, InsightsCommand.self, RenderCommand.self,
            SearchCommand.self, SearchExportCommand.self, RedirectsCommand.self, NewCommand.self, SchemaCommand.self, ManCommand.self,
        ])

    /// Runs the command on Swift's pool of threads while the main thread sleeps. An `async` main would end the main thread instead
    /// (dispatch_main), and unwinding that takes longer than a build that has nothing to do.
    static func main() {
        MemoryFailure.explain()
        Task.detached { await runAndExit() }
        while true { pause() }
    }

    private static func runAndExit() async -> Never {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
            exit()
        } catch  where CommandFailure.describes(error) {
            let failure = CommandFailure(error)
            if let message = failure.message { Terminal.say("kbgen: \(message)") }
            exit(withError: ExitCode(failure.status.rawValue))
        } catch {
            exit(withError: error)
        }
    }
}
