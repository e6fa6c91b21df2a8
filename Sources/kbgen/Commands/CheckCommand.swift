import ArgumentParser
import Checks
import Diagnostics
import Files
import Paths
import Pipeline

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reports problems and writes nothing.",
        discussion: "Besides what a build reports, it names what is unused, missing or hard to read. Rules can be set to error, warning or "
            + "off in kbgen.yml, and a comment with “kbgen-ignore RULE” speaks for the line that follows. In GitHub Actions, findings are "
            + "shown at their lines.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif, github
    }

    @OptionGroup var options: SiteOptions

    @Option(help: "How findings are printed: text, json, sarif (2.1.0) or github.")
    var format: Format?

    @Flag(help: "Fix addresses that have one safe answer, and report what is left.")
    var fix = false

    @Flag(help: "With --fix: print what would be changed, as a diff, and change nothing.")
    var dryRun = false

    @Flag(help: "Ask other hosts whether links to them are alive.")
    var external = false

    func validate() throws {
        if dryRun, !fix { throw ValidationError("--dry-run goes with --fix.") }
        if dryRun, options.json || format != nil {
            throw ValidationError("--dry-run prints a diff, and goes with neither --json nor --format.")
        }
        if options.json, let format, format != .json { throw ValidationError("--json and --format \(format.rawValue) exclude each other.") }
    }

    func run() async throws {
        let reporter = Reporter(options, Terminal())
        let folder = try options.locate()
        options.describe(folder)
        let builder = SiteBuilder(folder, options: options.buildOptions)
        if fix {
            try await repair(builder, folder)
            if dryRun { return }
        }
        let dead = external ? ExternalLinks(cacheFolder: builder.cacheFolder, terminal: Terminal()) : nil
        let report = try await builder.check(deadLinks: { links in await dead?.diagnostics(links) ?? [] })
        try finish(report, reporter, folder)
    }

    private func finish(_ report: Report, _ reporter: Reporter, _ folder: SiteFolder) throws {
        let location = { (diagnostic: Diagnostic) in Self.relative(diagnostic.file, folder) }
        switch format ?? (options.json ? .json : .text) {
        case .text, .json:
            // GitHub Actions shows what is printed in its own form at the lines.
            if Terminal.isSet("GITHUB_ACTIONS"), format == nil { printForGitHub(report, location) }
            try reporter.finish(report, did: "Checked \(report.pages) pages", asJSON: format == .json || options.json)
        case .sarif:
            Terminal.output(DiagnosticFormat.sarif(report.diagnostics, version: KBGen.version, location: location).bytes + [0x0A])
            try reporter.end(report)
        case .github:
            printForGitHub(report, location)
            try reporter.end(report)
        }
    }

    private func printForGitHub(_ report: Report, _ location: (Diagnostic) -> String) {
        for diagnostic in report.diagnostics {
            Terminal.output(Array((DiagnosticFormat.gitHub(diagnostic, location: location(diagnostic)) + "\n").utf8))
        }
    }

    /// The location of a file, relative to the current folder if it is in it.
    private static func relative(_ file: SourceFile, _ folder: SiteFolder) -> String {
        let location = folder.location(of: file) ?? file.displayPath
        guard let file = FileSystem.canonicalPath(location), let here = FileSystem.canonicalPath("."), file.hasPrefix(here + "/")
        else { return location }
        return String(file.dropFirst(here.count + 1))
    }

    /// Fixes what can be fixed, or shows what would be.
    private func repair(_ builder: SiteBuilder, _ folder: SiteFolder) async throws {
        let repairs = try await builder.repairs()
        let count = repairs.reduce(0) { $0 + $1.count }
        let what = "\(count) \(count == 1 ? "address" : "addresses") in \(repairs.count) \(repairs.count == 1 ? "file" : "files")"
        for repair in repairs {
            if dryRun {
                Terminal.output(LineDiff(path: Self.relative(repair.file, folder), repair.before, repair.after).text)
            } else {
                try FileSystem.replace(repair.location, with: repair.after)
            }
        }
        if !options.quiet { Terminal.say(dryRun ? "Would fix \(what)." : "Fixed \(what).") }
    }
}
