import ArgumentParser
import Diagnostics
import Files
import Pipeline

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reports problems and writes nothing.",
        discussion: "Besides what a build reports, it names what is unused, missing or hard to read. Rules can be set to error, warning or off in kbgen.yml, and "
            + "a comment with “kbgen-ignore RULE” speaks for the line that follows. In GitHub Actions, findings are shown at their lines.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif, github
    }

    @OptionGroup var options: SiteOptions

    @Option(help: "How findings are printed: text, json, sarif (2.1.0) or github.")
    var format: Format?

    @Flag(help: "Mend addresses that have one safe answer, and report what is left.")
    var fix = false

    @Flag(help: "With --fix: print what would be changed, as a diff, and change nothing.")
    var dryRun = false

    @Flag(help: "Ask other hosts whether links to them are alive.")
    var external = false

    func validate() throws {
        if dryRun, !fix { throw ValidationError("--dry-run goes with --fix.") }
        if dryRun, options.json || format != nil { throw ValidationError("--dry-run prints a diff, and goes with neither --json nor --format.") }
        if options.json, let format, format != .json { throw ValidationError("--json and --format \(format.rawValue) exclude each other.") }
    }

    func run() async throws {
        let reporter = Reporter(options, Terminal())
        let folder = try options.folder()
        options.describe(folder)
        let pipeline = Pipeline(folder, options: options.buildOptions(clean: false) { _, _ in })
        let report: Report
        do throws(FileError) {
            if fix, try await repair(pipeline, folder) { return }
            let dead = external ? ExternalLinks(pipeline: pipeline, terminal: Terminal()) : nil
            report = try await pipeline.check(deadLinks: { links in await dead?.findings(links) ?? [] })
        } catch {
            Terminal.say("kbgen: \(error.description)")
            throw ExitCode(74)
        }
        try finish(report, reporter, folder)
    }

    private func finish(_ report: Report, _ reporter: Reporter, _ folder: SiteFolder) throws {
        let location = { (diagnostic: Diagnostic) in Self.relative(folder.location(of: diagnostic.path)) }
        switch format ?? (options.json ? .json : .text) {
        case .text, .json:
            // There, what is printed in this form is shown at its line.
            if Terminal.isSet("GITHUB_ACTIONS"), format == nil { gitHub(report, location) }
            try reporter.finish(report, did: "Checked \(report.pages) pages", asJSON: format == .json || options.json)
        case .sarif:
            Terminal.output(Interchange.sarif(report.diagnostics, version: KBGen.version, location: location).bytes + [0x0A])
            try reporter.end(report)
        case .github:
            gitHub(report, location)
            try reporter.end(report)
        }
    }

    private func gitHub(_ report: Report, _ location: (Diagnostic) -> String) {
        for diagnostic in report.diagnostics { Terminal.output(Array((Interchange.gitHub(diagnostic, location: location(diagnostic)) + "\n").utf8)) }
    }

    /// A path relative to the current folder where it is in it.
    private static func relative(_ path: String) -> String {
        guard let file = FileSystem.canonicalPath(path), let here = FileSystem.canonicalPath("."), file.hasPrefix(here + "/") else { return path }
        return String(file.dropFirst(here.count + 1))
    }

    /// Mends what can be mended, or shows it.
    /// - Returns: whether that was all that was asked for.
    private func repair(_ pipeline: Pipeline, _ folder: SiteFolder) async throws(FileError) -> Bool {
        let files = try await pipeline.repairs()
        let count = files.reduce(0) { $0 + $1.count }
        let what = "\(count) \(count == 1 ? "address" : "addresses") in \(files.count) \(files.count == 1 ? "file" : "files")"
        if dryRun {
            for file in files { Terminal.output(LineDiff(path: Self.relative(folder.location(of: file.path)), file.before, file.after).text) }
            if !options.quiet { Terminal.say("Would mend \(what).") }
            return true
        }
        for file in files { try FileSystem.write(file.after, to: folder.location(of: file.path)) }
        if !options.quiet { Terminal.say("Mended \(what).") }
        return false
    }
}
