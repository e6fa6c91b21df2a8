import ArgumentParser
import Content
import Pipeline
import Platform

/// The options of commands that read a site.
struct SiteOptions: ParsableArguments {
    @Argument(help: "The site's folder, or a GitBook repository.", completion: .directory)
    var site = "."

    @Option(help: ArgumentHelp("The content, if not the site's Content folder.", valueName: "dir"), completion: .directory)
    var content: String?

    @Option(
        help: ArgumentHelp("Files that replace those of the built-in theme, if not in Templates.", valueName: "dir"), completion: .directory
    )
    var templates: String?

    @Option(help: ArgumentHelp("Where the site is written, if not to Output.", valueName: "dir"), completion: .directory)
    var output: String?

    @Option(help: ArgumentHelp("The settings, if not kbgen.yml.", valueName: "file"), completion: .file(extensions: ["yml", "yaml"]))
    var config: String?

    @Option(help: ArgumentHelp("Where the site will stand, for what has to be absolute.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("How many workers; as many as processors if not given.", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Exit with 1 when there are warnings.")
    var strict = false

    @Flag(help: "Print the findings and a summary as JSON on standard output.")
    var json = false

    @Flag(help: "Print nothing but findings.")
    var quiet = false

    @Flag(help: "Say more about what is done.")
    var verbose = false

    mutating func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number of at least 1.") }
        if let baseURL, Configuration.baseURL(baseURL) == nil {
            throw ValidationError("--base-url takes an absolute URL, such as https://help.example.com/.")
        }
    }

    /// The site that is named.
    func locate() throws(SiteFolder.Missing) -> SiteFolder {
        try SiteFolder(site, overrides: .init(content: content, templates: templates, output: output, configuration: config))
    }

    /// Says where everything is, under `--verbose`.
    func describe(_ folder: SiteFolder) {
        guard verbose else { return }
        Terminal.say("content: \(folder.content)")
        Terminal.say("settings: \(folder.configuration ?? "none; defaults")")
        Terminal.say("templates: \(folder.templates ?? "none; built-in theme")")
        Terminal.say("output: \(folder.output)")
    }

    var buildOptions: BuildOptions {
        let processors = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        var build = BuildOptions(baseURL: baseURL.flatMap(Configuration.baseURL), jobs: jobs ?? processors)
        build.warn = { Terminal.say("kbgen: \($0)") }
        if verbose { build.log = { Terminal.say($0) } }
        return build
    }
}
