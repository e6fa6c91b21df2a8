import ArgumentParser
import Pipeline

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "build", abstract: "Writes the site.")

    @OptionGroup var options: SiteOptions

    @Flag(help: "Delete whatever is in the output folder first, even what kbgen did not make.")
    var clean = false

    func run() async throws {
        let terminal = Terminal()
        let reporter = Reporter(options, terminal)
        let folder = try options.locate()
        options.describe(folder)
        var build = options.buildOptions
        build.clean = clean
        if !options.quiet, !options.json { build.progress = { done, total in terminal.progress("Writing pages: \(done) of \(total)") } }
        let report: Report
        do {
            report = try await SiteBuilder(folder, options: build).build()
        } catch {
            terminal.progress("")
            throw error
        }
        terminal.progress("")
        try reporter.finish(
            report, did: "Built \(report.pages) pages and \(report.assets) files into \(folder.output)", asJSON: options.json)
    }
}
