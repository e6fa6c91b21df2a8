import ArgumentParser
import Files
import Markdown

extension Dialect: ExpressibleByArgument {}

struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
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
            let source = Source(path: file == "-" ? "standard input" : file, raw: try read(file))
            let document = Document(parsing: source, dialect: dialect)
            Terminal.output(HTMLRenderer.html(document, context: StandaloneContext(document)))
            for diagnostic in document.diagnostics { Terminal.say(diagnostic.text(styled: terminal.isStyled)) }
            hasErrors = hasErrors || document.diagnostics.contains { $0.severity == .error }
        }
        if hasErrors { throw ExitCode(1) }
    }

    private func read(_ file: String) throws -> [UInt8] {
        do throws(FileError) {
            if file == "-" { return try FileSystem.readStandardInput() }
            return try FileSystem.read(file) ?? []
        } catch {
            Terminal.say("kbgen: \(error.description)")
            throw ExitCode(error.isMissing ? 66 : 74)
        }
    }
}
