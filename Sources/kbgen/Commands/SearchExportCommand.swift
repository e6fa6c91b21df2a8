import ArgumentParser
import Files
import Pipeline
import Search

struct SearchExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search-export", abstract: "Prints the site's sections as NDJSON for a search server.",
        discussion:
            "For sites whose pages outgrow the index that kbgen publishes. Documents are for OpenSearch and Elasticsearch (the lines of _bulk), Meilisearch or Typesense."
    )

    @OptionGroup var options: SiteOptions

    @Option(name: .customLong("for"), help: ArgumentHelp("The server: opensearch, meilisearch or typesense.", valueName: "server"))
    var server = SearchServer.opensearch

    @Flag(help: "Print what the server has to be told before the documents come, instead of these.")
    var settings = false

    func run() async throws {
        if settings { return Terminal.output(server.settings.bytes + [0x0A]) }
        let builder = SiteBuilder(try options.locate(), options: options.buildOptions)
        for document in try await builder.searchDocuments() { Terminal.output(server.lines(document)) }
    }
}

extension SearchServer: ExpressibleByArgument {}
