import ArgumentParser
import Files
import Pipeline
import Search

struct SearchExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search-export", abstract: "Prints the site's sections as NDJSON for a search server.",
        discussion: "For sites whose pages outgrow the index that kbgen publishes. Documents are for OpenSearch and Elasticsearch (the lines of _bulk), Meilisearch or Typesense.")

    @OptionGroup var options: SiteOptions

    @Option(name: .customLong("for"), help: ArgumentHelp("The server: opensearch, meilisearch or typesense.", valueName: "server"))
    var server = SearchServer.opensearch

    @Flag(help: "Print what the server has to be told before the documents come, instead of these.")
    var settings = false

    func run() async throws {
        if settings { return Terminal.output(server.settings.bytes + [0x0A]) }
        let pipeline = Pipeline(try options.folder(), options: options.buildOptions(clean: false) { _, _ in })
        do throws(FileError) {
            for document in try await pipeline.searchDocuments() { Terminal.output(server.lines(document)) }
        } catch {
            Terminal.say("kbgen: \(error.description)")
            throw ExitCode(74)
        }
    }
}

extension SearchServer: ExpressibleByArgument {}
