import Content
import Diagnostics
import Paths

/// What is known of a space before any page is read.
struct SpaceContext: Sendable {
    let settings: SpaceSettings
    /// How its pages look.
    let appearance: Appearance
    /// A language tag by BCP 47.
    let language: String
    /// Where its table of contents is, if it is named.
    let summary: ContentPath?
    /// What the interface says on its pages.
    let texts: InterfaceTexts
    let variables: Variables
    /// What the tags of `.gitbook/tags.yaml` are called, by tag.
    let tagTitles: [String: String]

    var folder: ContentPath { settings.folder }
    /// The address of its first page.
    var address: SiteAddress { settings.address ?? SiteAddress(folder.string) }

    init(
        _ settings: SpaceSettings, tree: SourceTree, gitBook: GitBookConfiguration, _ configuration: Configuration,
        _ diagnostics: inout [Diagnostic]
    ) {
        self.settings = settings
        appearance = settings.appearance.over(configuration.appearance)
        language = settings.language ?? configuration.language
        texts = configuration.texts(in: language, settings.labels)
        summary = settings.summary ?? (settings.folder.isRoot ? gitBook.summary : nil)
        variables = Variables(
            tree: tree, folder: settings.folder, visitor: configuration.visitor, book: gitBook.book, diagnostics: &diagnostics)
        tagTitles = Self.tagTitles(tree, settings.folder, &diagnostics)
    }

    /// Reads `.gitbook/tags.yaml`: a list of maps, each with a `tag`, which pages and updates name, and its `label`. A space without one has that
    /// of the root.
    private static func tagTitles(
        _ tree: SourceTree, _ folder: ContentPath, _ diagnostics: inout [Diagnostic]
    ) -> [String: String] {
        let names = [".gitbook/tags.yaml", ".gitbook/tags.yml"]
        let paths = (folder.isRoot ? [] : names.map(folder.appending)) + names.map { ContentPath($0) }
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
