import Bytes
import Diagnostics
import Files
import Markdown
import YAML

extension Site {
    /// Reads a content folder into a site: finds its files, reads the pages that are to be published, and resolves every link.
    /// - Parameters:
    ///   - content: the content folder.
    ///   - excluding: folders in it that are no content, such as the output.
    ///   - jobs: how many workers read pages.
    /// - Throws: `FileError` where the content folder itself cannot be read.
    public static func read(
        content: String, configuration: Configuration, excluding: Set<String> = [], jobs: Int
    ) async throws(FileError) -> Site {
        var diagnostics: [Diagnostic] = []
        let gitBook = GitBookConfiguration.read(in: content, diagnostics: &diagnostics)
        let tree = try SourceTree.read(content, gitBook: gitBook, excluding: excluding, diagnostics: &diagnostics)
        diagnostics += tree.diagnostics
        let redirections = configuration.redirects + gitBook.redirects
        let resolver = LinkResolver(
            tree: tree, rootPage: gitBook.readme.flatMap(tree.file(ignoringCase:)),
            redirects: Dictionary(redirections.map { ($0.source.redirectAddress, $0.target) }) { first, _ in first },
            spaces: configuration.spaces, published: configuration.publish)
        let variables = Variables(tree: tree, visitor: configuration.visitor, diagnostics: &diagnostics)
        let tagTitles = Self.tagTitles(tree, &diagnostics)
        let plan = NavigationPlan(tree: tree, resolver: resolver, summaryPath: gitBook.summary)
        diagnostics += plan.diagnostics
        let drafts = await PageDrafts(plan: plan, resolver: resolver, jobs: jobs)
        diagnostics += drafts.diagnostics
        for draft in drafts.drafts { diagnostics += variables.with(draft.document.frontMatter).findings(in: draft.document) }
        var configuration = configuration
        if configuration.language == "en", let language = gitBook.language?.languageTag { configuration.language = language }
        let assembly = await SiteAssembly(
            drafts: drafts, plan: plan, resolver: resolver, configuration: configuration, variables: variables, redirections: redirections, jobs: jobs)
        return Site(
            configuration: configuration, tree: tree, title: assembly.title(configuration, gitBook.title),
            links: assembly.links, pages: assembly.pages, navigation: assembly.navigation, assets: assembly.assets, redirects: assembly.redirects,
            specifications: assembly.specifications, tagTitles: tagTitles, variables: variables, diagnostics: Set(diagnostics + assembly.diagnostics).sorted())
    }

    /// The names of tags: `.gitbook/tags.yaml` is a list of maps with a `tag`, which pages and updates name, and its `label`.
    private static func tagTitles(_ tree: SourceTree, _ diagnostics: inout [Diagnostic]) -> [String: String] {
        guard let yaml = tree.yaml([".gitbook/tags.yaml", ".gitbook/tags.yml"], "the tags", "tags are shown as they are written", &diagnostics) else { return [:] }
        var titles: [String: String] = [:]
        for element in yaml.elements ?? [] {
            let entries = element.entries ?? []
            guard let tag = entries.first(where: { $0.key == "tag" })?.value.string else { continue }
            titles[tag] = entries.first { $0.key == "label" }?.value.string
        }
        return titles
    }
}

extension SourceTree {
    /// The YAML of the first of some files that is there; where it cannot be read, what follows of that is said.
    func yaml(_ paths: [String], _ name: String, _ consequence: String, _ diagnostics: inout [Diagnostic]) -> YAMLNode? {
        guard let path = paths.first(where: contains), let bytes = (try? FileSystem.read(location(path), atMost: Site.largestFile)) ?? nil else { return nil }
        do throws(YAMLError) {
            return try YAMLNode(parsing: bytes)
        } catch {
            diagnostics.append(Diagnostic(.yamlSyntax, path: shown(path), at: error.position, "\(name) cannot be read: \(error.message)", help: consequence))
            return nil
        }
    }

    /// The tree below the root that a GitBook repository names, if that is a folder of the content.
    fileprivate static func read(
        _ content: String, gitBook: GitBookConfiguration, excluding: Set<String>, diagnostics: inout [Diagnostic]
    ) throws(FileError) -> SourceTree {
        if gitBook.root.isEmpty { return try SourceTree(reading: content, excluding: excluding) }
        let root = content + "/" + gitBook.root
        let isInside = FileSystem.canonicalPath(root)?.isInside(FileSystem.canonicalPath(content) ?? content) ?? false
        if isInside, FileSystem.kind(of: root) == .folder {
            return try SourceTree(reading: root, prefix: gitBook.root + "/", excluding: excluding)
        }
        diagnostics.append(Diagnostic(
            .settingType, path: ".gitbook.yaml", "the root “\(gitBook.root)” is no folder of the content",
            help: "the whole folder is taken as the content"))
        return try SourceTree(reading: content, excluding: excluding)
    }
}

extension String {
    /// An old address as redirects compare it: no slashes at its ends, no `.md`, and a folder's page named by its folder.
    var redirectAddress: String {
        var path = (percentDecoded ?? self).resolved(in: "")
        if path.isMarkdown || path.pathExtension == "html" { path = path.withoutExtension }
        let name = path.lastComponent.lowercased()
        return name == "readme" || name == "index" ? path.parentFolder : path
    }
}
