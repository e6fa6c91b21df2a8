import ArgumentParser
import Bytes
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
            SearchCommand.self, SearchExportCommand.self, RedirectsCommand.self, NewCommand.self, ImportCommand.self, SchemaCommand.self,
            ManCommand.self,
        ])

    /// Runs the command on Swift's pool of threads while the main thread sleeps. An `async` main would end the main thread instead
    /// (dispatch_main), and unwinding that takes longer than a build that has nothing to do.
    static func main() {
        MemoryFailure.explain()
        Task.detached { await runAndExit() }
        MemoryFailure.watch()
    }

    /// What programs of this kind call what a command of kbgen does.
    private static let otherNames = [
        "compile": "build", "create": "new", "dev": "serve", "generate": "build", "lint": "check", "preview": "serve", "server": "serve",
        "start": "serve", "test": "check", "validate": "check", "watch": "serve",
    ]

    /// What to say of a first argument that is no command; nil for one that is, and for an option.
    static func complaint(about argument: String) -> String? {
        let names = configuration.subcommands.flatMap { [$0._commandName] + $0.configuration.aliases } + ["help"]
        if argument.hasPrefix("-") || names.contains(argument) { return nil }
        let meant = otherNames[argument] ?? names.nearest(to: argument)
        return "there is no command “\(argument)”; " + (meant.map { "did you mean “\($0)”?" } ?? "“kbgen help” lists the commands")
    }

    private static func runAndExit() async -> Never {
        do {
            if let first = CommandLine.arguments.dropFirst().first, let complaint = complaint(about: first) {
                Terminal.say("kbgen: \(complaint)")
                exit(withError: ExitCode.validationFailure)
            }
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
