import ArgumentParser
import Files
import Pipeline

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Reports problems and writes nothing.")

    @OptionGroup var options: SiteOptions

    func run() async throws {
        let reporter = Reporter(options, Terminal())
        let folder = try options.folder()
        options.describe(folder)
        let pipeline = Pipeline(folder, options: options.buildOptions(clean: false) { _, _ in })
        let report: Report
        do throws(FileError) {
            report = try await pipeline.check()
        } catch {
            Terminal.say("kbgen: \(error.description)")
            throw ExitCode(74)
        }
        try reporter.finish(report, did: "Checked \(report.pages) pages")
    }
}
