import Bytes
import Diagnostics
import Files
import Markdown
import YAML

/// A content folder as it was read at one time, with what the next reading can go on from.
public struct Reading: Sendable {
    /// In what a reading differs from the one before it.
    public enum Change: Sendable {
        case nothing
        /// The text of these pages, by their places, and nothing that other pages show of them.
        case pages([Int])
        case everything
    }

    public let site: Site
    public let change: Change
    /// The pages, by their paths, whose documents are not those of the reading before.
    public let fresh: Set<String>

    let content: String
    let settings: Configuration
    let gitBook: GitBookConfiguration
    let resolver: LinkResolver
    /// The files of the content as they were just before they were read.
    let states: [String: FileState]
    /// In the order of the pages.
    let drafts: [PageDrafts.Draft]
    let ids: [String: Int]
    let assets: [String: Int]
    /// What was found in each page, in their order, and what was found elsewhere.
    let findings: [[Diagnostic]]
    let others: [Diagnostic]

    /// What it was read from.
    public var inputs: ContentInputs { ContentInputs(content, site.tree, states) }

    static func all(_ others: [Diagnostic], _ findings: [[Diagnostic]]) -> [Diagnostic] {
        Set(others + findings.joined()).sorted()
    }
}

/// Reads a content folder into a site, again and again, and does each time no more than what has changed asks for.
public struct ContentReader: Sendable {
    private let content: String
    private let configuration: Configuration
    private let excluding: Set<String>
    private let jobs: Int

    /// - Parameters:
    ///   - content: the content folder.
    ///   - excluding: folders in it that are no content, such as the output.
    ///   - jobs: how many workers read pages.
    public init(content: String, configuration: Configuration, excluding: Set<String> = [], jobs: Int) {
        self.content = content
        self.configuration = configuration
        self.excluding = excluding
        self.jobs = jobs
    }

    /// Finds the folder's files, reads the pages that are to be published, and resolves every link.
    /// - Parameters:
    ///   - previous: an earlier reading of the same folder.
    ///   - touched: all files that may be other than they were then, if that is known, as paths that begin with the content folder's.
    /// - Throws: `FileError` where the content folder itself cannot be read.
    public func read(after previous: Reading? = nil, touched: Set<String>? = nil) async throws(FileError) -> Reading {
        if let touched, let reading = previous?.following(touched: touched, settings: configuration) { return reading }
        var diagnostics: [Diagnostic] = []
        let gitBook = GitBookConfiguration.read(in: content, diagnostics: &diagnostics)
        let tree = try SourceTree.read(content, gitBook: gitBook, excluding: excluding, diagnostics: &diagnostics)
        diagnostics += tree.diagnostics
        let states = await states(of: tree)
        if let previous, previous.settings == configuration, previous.gitBook == gitBook, previous.site.tree.hasSameFiles(as: tree) {
            let changed = await changed(states, since: previous, tree)
            if let reading = previous.following(changed, states) { return reading }
            return await read(tree, gitBook, states, known: previous.pages(without: changed), diagnostics)
        }
        var known: [String: PageDrafts.ReadPage] = [:]
        if let previous, previous.site.tree.prefix == tree.prefix {
            // What an inclusion names may have come or gone.
            known = previous.pages(without: await changed(states, since: previous, tree)).filter { !$0.value.document.links.contains { $0.role == .include } }
        }
        return await read(tree, gitBook, states, known: known, diagnostics)
    }

    /// What a reading of this folder depends on, as it is now.
    /// - Throws: `FileError` where the content folder itself cannot be read.
    public func inputs() async throws(FileError) -> ContentInputs {
        var diagnostics: [Diagnostic] = []
        let gitBook = GitBookConfiguration.read(in: content, diagnostics: &diagnostics)
        let tree = try SourceTree.read(content, gitBook: gitBook, excluding: excluding, diagnostics: &diagnostics)
        return ContentInputs(content, tree, await states(of: tree))
    }

    private func states(of tree: SourceTree) async -> [String: FileState] {
        let states = await tree.files.parallelMap(jobs: jobs) { FileState(of: tree.location($0)) }
        var known: [String: FileState] = Dictionary(minimumCapacity: states.count)
        for (path, state) in zip(tree.files, states) { known[path] = state }
        return known
    }

    private func changed(_ states: [String: FileState], since previous: Reading, _ tree: SourceTree) async -> Set<String> {
        let isChanged = await tree.files.parallelMap(jobs: jobs) { path in
            guard let old = previous.states[path], let new = states[path] else { return true }
            return !old.holds(for: tree.location(path), now: new)
        }
        return Set(zip(tree.files, isChanged).lazy.filter(\.1).map(\.0))
    }

    private func read(
        _ tree: SourceTree, _ gitBook: GitBookConfiguration, _ states: [String: FileState], known: [String: PageDrafts.ReadPage], _ found: [Diagnostic]
    ) async -> Reading {
        var diagnostics = found
        let redirections = configuration.redirects + gitBook.redirects
        let resolver = LinkResolver(
            tree: tree, rootPage: gitBook.readme.flatMap(tree.file(ignoringCase:)),
            redirects: Dictionary(redirections.map { ($0.source.redirectAddress, $0.target) }) { first, _ in first },
            spaces: configuration.spaces, published: configuration.publish)
        let variables = Variables(tree: tree, visitor: configuration.visitor, diagnostics: &diagnostics)
        let tagTitles = Self.tagTitles(tree, &diagnostics)
        let plan = NavigationPlan(tree: tree, resolver: resolver, summaryPath: gitBook.summary)
        let pages = await PageDrafts(plan: plan, resolver: resolver, known: known, jobs: jobs)
        var settings = configuration
        if settings.language == "en", let language = gitBook.language?.languageTag { settings.language = language }
        let assembly = await SiteAssembly(
            drafts: pages, plan: plan, resolver: resolver, configuration: settings, variables: variables, redirections: redirections, jobs: jobs)
        diagnostics += plan.diagnostics + pages.diagnostics + assembly.diagnostics
        let findings = zip(pages.drafts, assembly.linkDiagnostics).map { draft, links in draft.findings(variables) + links }
        let site = Site(
            configuration: settings, tree: tree, title: assembly.title(settings, gitBook.title),
            links: assembly.links, pages: assembly.pages, navigation: assembly.navigation, assets: assembly.assets, redirects: assembly.redirects,
            specifications: assembly.specifications, tagTitles: tagTitles, variables: variables, diagnostics: Reading.all(diagnostics, findings))
        return Reading(
            site: site, change: .everything, fresh: Set(pages.drafts.map(\.path).filter { known[$0] == nil }),
            content: content, settings: configuration, gitBook: gitBook, resolver: resolver, states: states,
            drafts: pages.drafts, ids: assembly.idsByPath, assets: assembly.assetIndices, findings: findings, others: diagnostics)
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

extension PageDrafts.Draft {
    func findings(_ variables: Variables) -> [Diagnostic] {
        diagnostics + variables.with(document.frontMatter).findings(in: document)
    }
}

extension SourceTree {
    /// Whether another walk found the same files and the same faults.
    fileprivate func hasSameFiles(as other: SourceTree) -> Bool {
        root == other.root && prefix == other.prefix && files == other.files && diagnostics == other.diagnostics
    }

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
