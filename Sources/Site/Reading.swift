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
    /// What it was read from.
    public let inputs: ContentInputs

    let settings: Configuration
    let resolver: LinkResolver
    let ids: [String: Int]
    let assets: [String: Int]
    /// What the rest of the site depends on of each page, in their order.
    let exposures: [String?]
    /// What was found in each page, in their order, and what was found elsewhere.
    let findings: [[Diagnostic]]
    let others: [Diagnostic]

    static func all(_ others: [Diagnostic], _ findings: [[Diagnostic]]) -> [Diagnostic] {
        Set(others + findings.joined()).sorted()
    }
}

/// Reads a content folder into a site, again and again, and does each time no more than what has changed asks for.
public struct ContentReader: Sendable {
    private let content: String
    let configuration: Configuration
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

    /// What a reading of this folder depends on, as it is now.
    /// - Throws: `FileError` where the content folder itself cannot be read.
    public func inputs() async throws(FileError) -> ContentInputs {
        try await ContentInputs(content, excluding: excluding, jobs: jobs)
    }

    /// Finds the folder's files, reads the pages that are to be published, and resolves every link.
    /// - Parameters:
    ///   - previous: an earlier reading of the same folder.
    ///   - touched: all files that may be other than they were then, if that is known, as paths that begin with the content folder's.
    /// - Throws: `FileError` where the content folder itself cannot be read.
    public func read(after previous: Reading? = nil, touched: Set<String>? = nil) async throws(FileError) -> Reading {
        if let touched, let reading = previous?.following(touched: touched, settings: configuration) { return reading }
        return await read(try inputs(), after: previous)
    }

    /// Reads what was found.
    public func read(_ inputs: ContentInputs, after previous: Reading? = nil) async -> Reading {
        guard let previous, previous.inputs.tree.prefix == inputs.tree.prefix else { return await read(inputs, known: [:]) }
        let changed = await changed(inputs, since: previous.inputs)
        if previous.settings == configuration, previous.inputs.gitBook == inputs.gitBook, previous.inputs.tree.hasSameFiles(as: inputs.tree) {
            if let reading = previous.following(changed, inputs) { return reading }
            return await read(inputs, known: previous.pages(without: changed))
        }
        // What an inclusion names may have come or gone.
        return await read(inputs, known: previous.pages(without: changed).filter { !$0.value.document.links.contains { $0.role == .include } })
    }

    private func changed(_ inputs: ContentInputs, since previous: ContentInputs) async -> Set<String> {
        let tree = inputs.tree
        let isChanged = await tree.files.parallelMap(jobs: jobs) { path in
            guard let old = previous.states[path], let new = inputs.states[path] else { return true }
            return !old.holds(for: tree.location(path), now: new)
        }
        return Set(zip(tree.files, isChanged).lazy.filter(\.1).map(\.0))
    }

    private func read(_ inputs: ContentInputs, known: [String: PageSource]) async -> Reading {
        var diagnostics = inputs.diagnostics
        let tree = inputs.tree
        let ground = ground(inputs, &diagnostics)
        let resolver = ground.resolver
        let plan = NavigationPlan(tree: tree, resolver: resolver, summaryPath: inputs.gitBook.summary)
        let pages = await PageDrafts(plan: plan, resolver: resolver, known: known, jobs: jobs)
        let assembly = await SiteAssembly(
            drafts: pages, plan: plan, resolver: resolver, configuration: ground.settings, variables: ground.variables,
            redirections: redirections(inputs), jobs: jobs)
        diagnostics += plan.diagnostics + pages.diagnostics + assembly.diagnostics
        let findings = zip(pages.drafts, assembly.linkDiagnostics).map { draft, links in draft.findings(ground.variables) + links }
        let site = Site(
            configuration: ground.settings, tree: tree, title: assembly.title(ground.settings, inputs.gitBook.title),
            links: assembly.links, pages: assembly.pages, navigation: assembly.navigation, assets: assembly.assets, redirects: assembly.redirects,
            specifications: assembly.specifications, tagTitles: ground.tagTitles, variables: ground.variables,
            diagnostics: Reading.all(diagnostics, findings))
        return Reading(
            site: site, change: .everything, fresh: Set(pages.drafts.map(\.path).filter { known[$0] == nil }), inputs: inputs,
            settings: configuration, resolver: resolver, ids: assembly.idsByPath, assets: assembly.assetIndices,
            exposures: await assembly.exposures(of: pages.drafts, jobs: jobs), findings: findings, others: diagnostics)
    }

    // MARK: What pages stand on

    /// What is known before any page is read.
    struct Ground {
        let settings: Configuration
        let resolver: LinkResolver
        let variables: Variables
        let tagTitles: [String: String]
    }

    func ground(_ inputs: ContentInputs, _ diagnostics: inout [Diagnostic]) -> Ground {
        let resolver = LinkResolver(
            tree: inputs.tree, rootPage: inputs.gitBook.readme.flatMap(inputs.tree.file(ignoringCase:)),
            redirects: Dictionary(redirections(inputs).map { ($0.source.redirectAddress, $0.target) }) { first, _ in first },
            spaces: configuration.spaces, published: configuration.publish)
        var settings = configuration
        if settings.language == "en", let language = inputs.gitBook.language?.languageTag { settings.language = language }
        let variables = Variables(tree: inputs.tree, visitor: configuration.visitor, diagnostics: &diagnostics)
        return Ground(settings: settings, resolver: resolver, variables: variables, tagTitles: Self.tagTitles(inputs.tree, &diagnostics))
    }

    private func redirections(_ inputs: ContentInputs) -> [Configuration.Redirection] { configuration.redirects + inputs.gitBook.redirects }

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
