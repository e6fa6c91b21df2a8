import ArgumentParser
import Bytes
import DevServer
import Diagnostics
import Pipeline

/// Prints what came of a command, for people or for programs, and ends with the right exit code.
struct Reporter {
    private let options: SiteOptions
    private let terminal: Terminal
    private let start = ContinuousClock.now

    init(_ options: SiteOptions, _ terminal: Terminal) {
        self.options = options
        self.terminal = terminal
    }

    /// - Parameter did: what was done, in a sentence without its full stop.
    /// - Throws: `CommandFailure.contentErrors` if the content has errors, or warnings under `--strict`.
    func finish(_ report: Report, did: String, asJSON: Bool) throws {
        let milliseconds = (ContinuousClock.now - start).milliseconds
        for diagnostic in report.diagnostics { terminal.say(diagnostic) }
        if asJSON {
            Terminal.output(Self.json(report, milliseconds).bytes + [0x0A])
        } else if !options.quiet {
            Terminal.say("\(did) in \(Self.seconds(milliseconds)) s" + Self.counts(report))
            if report.orphans > 0 {
                let isOne = report.orphans == 1
                let (pages, them) = isOne ? ("1 page is", "it") : ("\(report.orphans) pages are", "them")
                Terminal.say("\(pages) not published, because nothing lists or links to \(them); “kbgen check” names \(them).")
            }
        }
        try end(report)
    }

    /// - Throws: `CommandFailure.contentErrors` if the content has errors, or warnings under `--strict`.
    func end(_ report: Report) throws {
        if report.errors > 0 || (options.strict && report.warnings > 0) { throw CommandFailure.contentErrors }
    }

    private static func counts(_ report: Report) -> String {
        func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
        return report.diagnostics.isEmpty ? "." : ": \(number(report.errors, "error")), \(number(report.warnings, "warning"))."
    }

    private static func seconds(_ milliseconds: Int) -> String {
        let rest = String(milliseconds % 1000)
        return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }

    static func json(_ report: Report, _ milliseconds: Int) -> JSON {
        .object([
            ("diagnostics", .array(report.diagnostics.map(\.json))),
            (
                "summary",
                .object([
                    ("pages", .integer(report.pages)), ("guides", .integer(report.guides)), ("assets", .integer(report.assets)),
                    ("errors", .integer(report.errors)), ("warnings", .integer(report.warnings)),
                    ("seconds", .decimal(Double(milliseconds) / 1000)),
                ])
            ),
        ])
    }
}
