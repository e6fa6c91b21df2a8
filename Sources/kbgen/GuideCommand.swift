import ArgumentParser
import Files
import Guides
import Markdown

struct GuideCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "guide", abstract: "Prints the decision tree of a page.")

    @Argument(help: "Markdown files.", completion: .file(extensions: ["md"]))
    var pages: [String]

    func run() throws {
        for page in pages {
            let source = Source(path: page, raw: try FileSystem.read(page) ?? [])
            let guide = Guide(reading: Document(parsing: source))
            Terminal.output(guide.json(id: page, article: page).bytes + [0x0A])
        }
    }
}
