import ArgumentParser
import Pipeline
import Publish

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes the site.")

    @OptionGroup var options: SiteOptions

    @Flag(help: "Delete whatever is in the output folder first, even what kbgen did not make.")
    var clean = false

    func run() async throws {
        let terminal = Terminal()
        let reporter = Reporter(options, terminal)
        let folder = try options.folder()
        options.describe(folder)
        let isQuiet = options.quiet || options.json
        let pipeline = Pipeline(folder, options: options.buildOptions(clean: clean) { done, total in
            if !isQuiet { terminal.progress("Writing pages: \(done) of \(total)") }
        })
        let report: Report
        do throws(PublishError) {
            report = try await pipeline.build()
        } catch {
            terminal.progress("")
            Terminal.say("kbgen: \(error.description)")
            throw ExitCode(74)
        }
        terminal.progress("")
        try reporter.finish(report, did: "Built \(report.pages) pages and \(report.assets) files into \(folder.output)", asJSON: options.json)
    }
}
