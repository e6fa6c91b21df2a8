import ArgumentParser
import Bytes
import Content

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints a JSON Schema for editors.",
        discussion: "Editors with a YAML language server then complete and check what you write. The first line of kbgen.yml can name it: "
            + "# yaml-language-server: $schema=kbgen.schema.json")

    enum Name: String, ExpressibleByArgument, CaseIterable {
        case frontMatter = "front-matter"
        case settings = "kbgen.yml"
    }

    @Argument(help: "What it describes: front-matter or kbgen.yml.")
    var name: Name

    func run() {
        let schema = name == .settings ? Schemas.configuration : Schemas.frontMatter
        Terminal.output(schema.bytes + [0x0A])
    }
}
