import ArgumentParser
import Pipeline
import Theme

struct RedirectsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redirects", abstract: "Prints the site's redirects for a web server or host.",
        discussion:
            "A built site has a page at each old address, which leads on. A server that knows these addresses answers with 301 at once, which search engines and programs understand as well. Print them again after each build."
    )

    @OptionGroup var options: SiteOptions

    @Option(name: .customLong("for"), help: ArgumentHelp("The host: nginx, caddy, apache, netlify, cloudflare or s3.", valueName: "host"))
    var host: RedirectHost

    func run() async throws {
        let redirects = try await SiteBuilder(try options.locate(), options: options.buildOptions).redirects()
        Terminal.output(redirects.text(for: host))
        if redirects.count == 0, !options.quiet { Terminal.say("the site has no redirects") }
    }
}

extension RedirectHost: ExpressibleByArgument {}
