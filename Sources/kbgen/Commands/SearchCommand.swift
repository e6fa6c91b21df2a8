import ArgumentParser
import Bytes
import Files
import Paths
import Pipeline
import Search

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Searches the built site, ranked as in the browser.",
        discussion: "Reads the index that “kbgen build” has written. With - for the query, each line of standard input is one.")

    @Argument(help: "What to look for: words, a question, a pasted error; phrases in quotes.")
    var query: String

    @Argument(help: "The site's folder, or a GitBook repository.", completion: .directory)
    var site = "."

    @Option(help: ArgumentHelp("Where the site was written, if not to Output.", valueName: "dir"), completion: .directory)
    var output: String?

    @Option(help: ArgumentHelp("The reader's language; pages in it come first.", valueName: "tag"))
    var language: String?

    @Option(help: ArgumentHelp("How many results at most.", valueName: "n"))
    var limit = 10

    @Flag(help: "Print JSON, one object for each query.")
    var json = false

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit must be at least 1") }
    }

    func run() throws {
        let folder = output ?? (FileSystem.kind(of: site + "/" + OutputLayout.ownFolder.string) == .folder ? site : site + "/Output")
        let load: (String) -> [UInt8]? = { path in (try? FileSystem.read(folder + "/" + path)) ?? nil }
        guard var searcher = Searcher(load: { load(OutputLayout.searchIndex.file($0).string) }) else {
            throw CommandFailure.missing("\(folder): there is no search index here; build the site first, or name its folder with --output")
        }
        for query in try queries() {
            let answer = searcher.find(query, language: language, limit: limit) { url in
                load((url.percentDecoded ?? url) + OutputLayout.pageName)
            }
            if json { Terminal.output(Self.json(query, answer).bytes + [0x0A]) } else { Terminal.output(Self.text(answer.results)) }
        }
    }

    private func queries() throws -> [String] {
        guard query == "-" else { return [query] }
        let lines = try FileSystem.readStandardInput().split(separator: 0x0A, omittingEmptySubsequences: false)
        // A line feed ends the last line.
        return (lines.last?.isEmpty ?? false ? lines.dropLast() : lines).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func text(_ results: [Searcher.Result]) -> String {
        results.map { result in
            let trail = result.crumbs + [result.title] + (result.section.isEmpty ? [] : [result.section])
            let line = trail.map(\.printable).joined(separator: " › ") + (result.hasGuide ? " [guide]" : "")
            return "\(line)\n  \(result.url.isEmpty ? "./" : result.url)\n"
        }.joined()
    }

    private static func json(_ query: String, _ answer: Searcher.Answer) -> JSON {
        .object([
            ("query", .string(query)), ("isClose", .bool(answer.isClose)),
            (
                "results",
                .array(
                    answer.results.map { result in
                        .object([
                            ("title", .string(result.title)), ("section", .string(result.section)), ("url", .string(result.url)),
                            ("crumbs", .array(result.crumbs.map(JSON.string))), ("kind", .string(result.kind)),
                            ("hasGuide", .bool(result.hasGuide)),
                            ("score", .decimal((result.score * 1000).rounded() / 1000)),
                        ])
                    })
            ),
        ])
    }
}
