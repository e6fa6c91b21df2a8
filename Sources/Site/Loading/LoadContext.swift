import Content
import Diagnostics
import Paths

/// What is known of a content folder before any page is read.
struct LoadContext: Sendable {
    /// The settings, with what GitBook's configuration adds to them.
    let configuration: Configuration
    let resolver: LinkResolver
    /// One or more. The first is at the root, and has what is in no other's folder.
    let spaces: [SpaceContext]
    /// The site's title in GitBook's configuration.
    let title: String?
    /// Old addresses, of the settings first.
    let redirections: [Configuration.Redirection]
    let diagnostics: [Diagnostic]

    var reader: PageReader { PageReader(resolver: resolver) }

    init(_ inputs: InputManifest, _ configuration: Configuration) {
        let (tree, gitBook) = (inputs.tree, inputs.gitBook)
        var effective = configuration
        if effective.language == "en", let language = gitBook.language.flatMap(LanguageTag.normalised) { effective.language = language }
        let list = SpaceList(inputs, configuration)
        var diagnostics = list.diagnostics
        spaces = list.spaces.map { SpaceContext($0, tree: tree, gitBook: gitBook, effective, &diagnostics) }
        diagnostics += Self.missingTexts(spaces, effective) + Self.missingDates(inputs, configuration)
        title = list.title ?? gitBook.title
        self.configuration = effective
        let redirections =
            configuration.redirects + RedirectTable.read(effective, tree, &diagnostics) + gitBook.redirects
            + list.spaces.flatMap(\.redirects)
        self.redirections = redirections
        resolver = LinkResolver(
            tree: tree, firstPages: Self.firstPages(list.spaces, inputs), spaceFolders: Set(list.spaces.map(\.folder)),
            redirects: Dictionary(redirections.map { (ContentPath.redirectAddress($0.source), $0.target) }) { first, _ in first },
            gitBookSpaces: configuration.gitBookSpaces, schemes: configuration.schemes, published: configuration.publish)
        self.diagnostics = diagnostics
    }

    /// The pages that stand in place of a `README.md`, by their folders.
    private static func firstPages(_ spaces: [SpaceSettings], _ inputs: InputManifest) -> [ContentPath: ContentPath] {
        var pages: [ContentPath: ContentPath] = [:]
        pages[.root] = inputs.gitBook.readme.flatMap(inputs.tree.file(ignoringCase:))
        for space in spaces { pages[space.folder] = space.readme ?? pages[space.folder] }
        return pages
    }

    /// Tells why pages cannot say when they last changed.
    private static func missingDates(_ inputs: InputManifest, _ configuration: Configuration) -> [Diagnostic] {
        guard configuration.showsDates, inputs.history?.isShallow ?? true else { return [] }
        return [
            Diagnostic(
                .datesMissing, in: configuration.file,
                inputs.history == nil
                    ? "pages cannot say when they last changed: Git knows no commit of this folder, or is not installed"
                    : "pages cannot say when they last changed: older commits are missing here",
                help: inputs.history == nil
                    ? "commit the content, install Git, or take “last-updated” out"
                    : "get the whole history with “git fetch --unshallow”; in a CI job, ask the checkout for all commits")
        ]
    }

    /// Tells languages that the interface does not have all texts in.
    private static func missingTexts(_ spaces: [SpaceContext], _ configuration: Configuration) -> [Diagnostic] {
        spaces.filter { !$0.settings.isRest && $0.texts.missingCount > 0 }.map { space in
            Diagnostic(
                .labelsMissing, in: space.settings.file, at: space.settings.position,
                "\(space.texts.missingCount) texts of the interface are not there in the language “\(space.language)”; readers see them in English",
                help: "write them under “labels” in kbgen.yml, in a map named “\(space.language)”")
        }
    }

    /// The index of the space that a file belongs to: of those whose folders it is in, the one with the longest path.
    func space(of path: ContentPath) -> Int {
        if spaces.count == 1 { return 0 }
        let others = spaces.indices.dropFirst().filter { path.isInside(spaces[$0].folder) }
        return others.max { spaces[$0].folder.string.utf8.count < spaces[$1].folder.string.utf8.count } ?? 0
    }
}
