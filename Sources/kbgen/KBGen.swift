import ArgumentParser

@main
struct KBGen: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "kbgen",
        abstract: "Builds a help site from GitBook-style Markdown.",
        discussion: "Writers keep Markdown in Content/; “kbgen build” writes the site to Output/, which any web server can serve.",
        version: version,
        subcommands: [Build.self, Serve.self, Check.self, GuideCommand.self, InsightsCommand.self, Render.self, SearchCommand.self, SearchExportCommand.self, New.self, SchemaCommand.self, ManCommand.self])
}
