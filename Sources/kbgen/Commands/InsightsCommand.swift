import ArgumentParser
import Diagnostics
import Files
import Insights

struct InsightsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "insights", abstract: "Prints what solves, from the events that readers' guides sent.",
        discussion: "Each line of a file is one event, as browsers send them to the endpoint that “insights” in kbgen.yml names.")

    @Argument(help: "Files of JSON lines, or - for standard input.")
    var files: [String]

    func run() throws {
        let terminal = Terminal()
        var events: [Event] = []
        for file in files {
            for (number, line) in try readInput(file).split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            where !line.allSatisfy({ $0 <= 0x20 }) {
                if let event = Event(parsing: line) {
                    events.append(event)
                } else {
                    let diagnostic = Diagnostic(
                        .insightsLine, in: .standalone(file), at: SourcePosition(line: number + 1, column: 1),
                        "this is no event of a guide",
                        help: "each line is a JSON object such as {\"event\":\"kb:start\",\"guide\":\"page.md\"}; this one is left out")
                    terminal.say(diagnostic)
                }
            }
        }
        Terminal.output(Statistics(events).text)
    }

}
