import ArgumentParser
import Diagnostics
import DocumentHTML
import Files
import Markdown
import Paths

extension Dialect: ExpressibleByArgument {}

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Prints the HTML of documents, each alone.",
        discussion: "In the dialects commonmark and gfm, raw HTML passes through unchanged.")

    @Argument(help: "Markdown files, or - for standard input.", completion: .file(extensions: ["md"]))
    var files: [String]

    @Option(help: "The rules by which it is read: commonmark, gfm or gitbook.")
    var dialect = Dialect.gitbook

    func run() throws {
        let terminal = Terminal()
        var hasErrors = false
        for file in files {
            let source = Source(file: .standalone(file == "-" ? "standard input" : file), raw: try readInput(file))
            let document = Document(parsing: source, dialect: dialect)
            Terminal.output(HTMLRenderer.html(document, context: StandaloneContext(document)))
            for diagnostic in document.diagnostics { terminal.say(diagnostic) }
            hasErrors = hasErrors || document.diagnostics.contains { $0.severity == .error }
        }
        if hasErrors { throw CommandFailure.contentErrors }
    }

}
