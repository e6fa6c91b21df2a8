import ArgumentParser
import Files
import Markdown

extension Dialect: ExpressibleByArgument {}

struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the HTML of one document alone.",
        discussion: "In the dialect commonmark, raw HTML passes through unchanged.")

    @Argument(help: "A Markdown file, or - for standard input.", completion: .file(extensions: ["md"]))
    var file: String

    @Option(help: "The rules by which it is read: commonmark or gitbook.")
    var dialect = Dialect.gitbook

    func run() throws {
        let source = Source(path: file == "-" ? "standard input" : file, raw: try read())
        let document = Document(parsing: source, dialect: dialect)
        Terminal.output(HTMLRenderer.html(document, context: StandaloneContext(document)))
        let terminal = Terminal()
        for diagnostic in document.diagnostics { Terminal.say(diagnostic.text(styled: terminal.isStyled)) }
        if document.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
    }

    private func read() throws -> [UInt8] {
        do throws(FileError) {
            if file == "-" { return try FileSystem.readStandardInput() }
            return try FileSystem.read(file) ?? []
        } catch {
            Terminal.say("kbgen: \(error.description)")
            throw ExitCode(error.isMissing ? 66 : 74)
        }
    }
}
