import ArgumentParser
import Files
import Pipeline

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lays out a new site that builds.")

    @Argument(help: "The folder of the new site.", completion: .directory)
    var folder: String

    func run() throws {
        let isWritten: Bool
        do throws(FileError) {
            isWritten = try NewSite.write(to: folder)
        } catch {
            Terminal.say("kbgen: \(error.description)")
            throw ExitCode(74)
        }
        guard isWritten else {
            Terminal.say("kbgen: \(folder): there is something here already; name a new or an empty folder")
            throw ExitCode(74)
        }
        Terminal.say("A new site is in \(folder).\n  kbgen build \(folder)\nwrites it to \(folder)/Output; write its pages in \(folder)/Content.")
    }
}
