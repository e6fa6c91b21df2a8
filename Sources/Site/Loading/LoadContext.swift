import Content
import Diagnostics
import Paths

/// What is known of a content folder before any page is read.
struct LoadContext: Sendable {
    /// The settings, with what GitBook's configuration adds to them.
    let configuration: Configuration
    let resolver: LinkResolver
    let variables: Variables
    /// What the tags of `.gitbook/tags.yaml` are called, by tag.
    let tagTitles: [String: String]
    /// Old addresses, of the settings first.
    let redirections: [Configuration.Redirection]
    let diagnostics: [Diagnostic]

    var reader: PageReader { PageReader(resolver: resolver) }

    init(_ inputs: InputManifest, _ configuration: Configuration) {
        let (tree, gitBook) = (inputs.tree, inputs.gitBook)
        var effective = configuration
        if effective.language == "en", let language = gitBook.language.flatMap(LanguageTag.normalised) { effective.language = language }
        self.configuration = effective
        let redirections = configuration.redirects + gitBook.redirects
        self.redirections = redirections
        resolver = LinkResolver(
            tree: tree, rootPage: gitBook.readme.flatMap(tree.file(ignoringCase:)),
            redirects: Dictionary(redirections.map { (ContentPath.redirectAddress($0.source), $0.target) }) { first, _ in first },
            gitBookSpaceURLs: configuration.spaces, schemes: configuration.schemes, published: configuration.publish)
        var diagnostics: [Diagnostic] = []
        variables = Variables(tree: tree, visitor: configuration.visitor, book: gitBook.book, diagnostics: &diagnostics)
        tagTitles = Self.tagTitles(tree, &diagnostics)
        self.diagnostics = diagnostics
    }

    /// Reads `.gitbook/tags.yaml`: a list of maps, each with a `tag`, which pages and updates name, and its `label`.
    private static func tagTitles(_ tree: SourceTree, _ diagnostics: inout [Diagnostic]) -> [String: String] {
        let paths: [ContentPath] = [".gitbook/tags.yaml", ".gitbook/tags.yml"]
        guard let yaml = tree.yaml(paths, "the tags", "tags are shown as they are written", &diagnostics) else { return [:] }
        var titles: [String: String] = [:]
        for element in yaml.elements ?? [] {
            let entries = element.entries ?? []
            guard let tag = entries.first(where: { $0.key == "tag" })?.value.string else { continue }
            titles[tag] = entries.first { $0.key == "label" }?.value.string
        }
        return titles
    }
}
