import ArgumentParser
import Diagnostics
import Files
import Import

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Makes a site from one of another program.",
        discussion:
            "Reads Docusaurus, MkDocs, mdBook, Starlight, VitePress and HonKit folders, exports of Zendesk, Intercom, Confluence (HTML) and Notion "
            + "(Markdown), and Word documents, and writes GitBook-style Markdown, the table of contents, files, and redirects from old addresses into a "
            + "new folder. What could not be kept is reported with file and line. The source is never changed.")

    @Argument(help: "The folder of the site, or the file of the export.", completion: .file())
    var source: String

    @Argument(help: "The folder of the new site.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            "The program, if it is not recognised: \(ImportSource.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "program")
    )
    var from: ImportSource?

    func run() throws {
        let (program, site) = try ImportSource.read(source, as: from)
        guard try site.write(to: folder) else {
            throw CommandFailure.inputOutput("\(folder): there is something here already; name a new or an empty folder")
        }
        for finding in site.findings.sorted() { Terminal.say(finding.formatted()) }
        let pages = site.pages.count + site.assets.keys.count(where: \.isMarkdown)
        let lost = site.findings.isEmpty ? "" : " In \(site.findings.count) places something could not be kept."
        Terminal.say(
            """
            \(pages) pages of \(program.rawValue) are in \(folder).\(lost) What to do next:
              kbgen serve \(folder)      shows the site
              kbgen check \(folder)      says what is wrong, and where
            """)
    }
}

extension ImportSource: ExpressibleByArgument {}
