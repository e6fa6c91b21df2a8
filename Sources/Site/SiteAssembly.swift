import Bytes
import Diagnostics
import Files
import Markdown
import OpenAPI

/// Puts a site together: gives every page its address and title, and every link its target.
struct SiteAssembly {
    private(set) var links: [HeaderLink] = []
    private(set) var pages: [Page] = []
    private(set) var navigation: [NavigationItem] = []
    private(set) var assets: [Asset] = []
    private(set) var redirects: [Redirect] = []
    private(set) var specifications: [String: Specification] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    /// What was found of each page's links, in the order of the pages.
    private(set) var linkDiagnostics: [[Diagnostic]] = []
    /// What each page's links call headings, in the order of the pages.
    private var aliases: [[FragmentResolver.Alias]] = []
    private(set) var idsByPath: [String: Int] = [:]
    /// The places of assets by their paths.
    private(set) var assetIndices: [String: Int] = [:]

    private let resolver: LinkResolver
    private let configuration: Configuration
    private let variables: Variables

    init(
        drafts: PageDrafts, plan: NavigationPlan, resolver: LinkResolver, configuration: Configuration, variables: Variables,
        redirections: [Configuration.Redirection], jobs: Int
    ) async {
        self.resolver = resolver
        self.configuration = configuration
        self.variables = variables
        let addresses = PageAddresses(drafts.drafts, resolver: resolver)
        diagnostics += addresses.diagnostics
        makePages(drafts.drafts, addresses, plan)
        let publication = AssetList(
            drafts: drafts.drafts, configuration: configuration, resolver: resolver, pages: pages, diagnostics: &diagnostics)
        assets = publication.assets
        assetIndices = publication.indices
        await measureAssets(jobs: jobs)
        await readSpecifications(drafts.drafts, jobs: jobs)
        await resolveLinks(drafts.drafts, publication, jobs: jobs)
        navigation = plan.entries.map(item)
        placeInNavigation(plan)
        let list = RedirectList(redirections, moved: addresses.moved, pages: pages, ids: idsByPath, resolver: resolver)
        redirects = list.redirects
        diagnostics += list.diagnostics
        resolveHeaderLinks(publication)
        reportUnlisted()
    }

    /// The site's name: as set, as GitBook has it, or the first page's title.
    func title(_ configuration: Configuration, _ gitBookTitle: String?) -> String {
        if !configuration.title.isEmpty { return configuration.title }
        return gitBookTitle ?? pages.first { $0.address.isEmpty }?.title ?? pages.first?.title ?? ""
    }

    // MARK: Pages

    private mutating func makePages(_ drafts: [PageDrafts.Draft], _ addresses: PageAddresses, _ plan: NavigationPlan) {
        let labels = Self.labels(plan.entries)
        pages.reserveCapacity(drafts.count)
        for (id, draft) in drafts.enumerated() {
            let document = draft.document
            let heading = document.title.flatMap { $0.text.isEmpty ? nil : $0 }
            let language = plan.languageFolders.first { draft.path.hasPrefix($0 + "/") }.flatMap(\.languageTag) ?? configuration.language
            pages.append(Page(
                id: id, path: draft.path, address: addresses.addresses[id], text: draft.text,
                title: heading?.text ?? document.frontMatter.title ?? labels[draft.path] ?? name(of: draft.path),
                description: Page.description(of: document), language: language,
                isRightToLeft: language.isRightToLeft, isHidden: isHidden(document.frontMatter), isListed: draft.isListed,
                isOutOfSearch: document.frontMatter.isOutOfSearch, isOutOfRobots: document.frontMatter.isOutOfRobots))
            idsByPath[draft.path] = id
        }
    }

    /// What the rest of the site depends on of each page, in their order.
    func exposures(of drafts: [PageDrafts.Draft], jobs: Int) async -> [String?] {
        await drafts.indices.parallelMap(jobs: jobs) { [aliases, pages, idsByPath] id in
            Exposure.hash(of: drafts[id], aliases: aliases[id]) { path in idsByPath[path].map { pages[$0].isListed } == true }
        }
    }

    private func isHidden(_ frontMatter: FrontMatter) -> Bool {
        frontMatter.isHidden || frontMatter.condition.map { variables.with(frontMatter).holds($0) == false } ?? false
    }

    /// A file's name as a title: a folder's page is named after the folder, the root's after the site.
    private func name(of path: String) -> String {
        let name = path.lastComponent.withoutExtension
        guard ["readme", "index"].contains(name.lowercased()) else { return name.humanised }
        if path.parentFolder.isEmpty, !configuration.title.isEmpty { return configuration.title }
        return (path.parentFolder.isEmpty ? name : path.parentFolder.lastComponent).humanised
    }

    /// The label of each page where the navigation names it first.
    private static func labels(_ entries: [NavigationPlan.Entry]) -> [String: String] {
        var labels: [String: String] = [:]
        func visit(_ entries: [NavigationPlan.Entry]) {
            for entry in entries {
                if case .page(let path, _) = entry.target, let label = entry.label, labels[path] == nil { labels[path] = label }
                visit(entry.children)
            }
        }
        visit(entries)
        return labels
    }

    private mutating func reportUnlisted() {
        for page in pages where !page.isListed {
            diagnostics.append(Diagnostic(
                .pageUnlisted, path: page.document.source.path,
                "the page is linked, but the table of contents does not list it; it is published outside the navigation",
                help: "add it to SUMMARY.md, or take the links to it out"))
        }
    }

    // MARK: Links

    private mutating func resolveLinks(_ drafts: [PageDrafts.Draft], _ assets: AssetList, jobs: Int) async {
        let fragments = FragmentResolver(pages: pages, ids: idsByPath, assets: assets.indices)
        let resolved = await drafts.parallelMap(jobs: jobs) { fragments.resolve($0) }
        linkDiagnostics = resolved.map(\.diagnostics)
        aliases = resolved.map(\.aliases)
        for (id, result) in resolved.enumerated() {
            pages[id].targets = result.targets
            for alias in result.aliases where pages[alias.page].aliases[alias.heading]?.contains(alias.id) != true {
                pages[alias.page].aliases[alias.heading, default: []].append(alias.id)
            }
        }
    }

    /// Links in the settings are relative to the content's root.
    private mutating func resolveHeaderLinks(_ assets: AssetList) {
        for link in configuration.links {
            let (reference, finding) = resolver.resolve(link.address, role: .hyperlink, from: "")
            var target = LinkTarget.nowhere
            switch reference {
            case .external(let address): target = .external(address)
            case .page(let path, let fragment):
                if let id = idsByPath[path] {
                    target = .page(id, fragment: fragment.flatMap { FragmentResolver.place(of: $0, in: pages[id].document)?.id })
                }
            case .asset(let path): target = assets.indices[path].map(LinkTarget.asset) ?? .nowhere
            case .nowhere: break
            }
            if target == .nowhere {
                diagnostics.append(Diagnostic(
                    .linkTarget, path: configuration.path, at: link.position,
                    finding?.message ?? "“\(link.address)” is not published, and the link is left out", help: finding?.help ?? "list the page in SUMMARY.md"))
            } else {
                links.append(HeaderLink(title: link.title, target: target))
            }
        }
    }

    /// Finds the sizes that pages show, or hold the place for.
    private mutating func measureAssets(jobs: Int) async {
        let tree = resolver.tree
        assets = await assets.parallelMap(jobs: jobs) { asset in
            var asset = asset
            let path = tree.location(asset.path)
            asset.size = FileSystem.size(of: path)
            if ["png", "jpg", "jpeg", "gif", "webp", "bmp", "svg", ""].contains(asset.path.pathExtension.lowercased()) {
                asset.imageSize = (try? FileSystem.readHead(path, ImageSize.headLength)).flatMap(ImageSize.read)
            }
            return asset
        }
    }

    /// Reads the files that blocks take descriptions of interfaces from, each once.
    private mutating func readSpecifications(_ drafts: [PageDrafts.Draft], jobs: Int) async {
        var paths: Set<String> = []
        for draft in drafts {
            for (link, reference) in zip(draft.document.links, draft.references) where link.role == .specification {
                if case .asset(let path) = reference { paths.insert(path) }
            }
        }
        guard !paths.isEmpty else { return }
        let tree = resolver.tree
        let ordered = paths.sorted()
        let read = await ordered.parallelMap(jobs: jobs) { path in
            ((try? FileSystem.read(tree.location(path), atMost: Site.largestFile)) ?? nil).flatMap(Specification.init(parsing:))
        }
        for (path, specification) in zip(ordered, read) { specifications[path] = specification }
        for draft in drafts {
            for (index, reference) in draft.references.enumerated() where draft.document.links[index].role == .specification {
                guard case .asset(let path) = reference, specifications[path] == nil else { continue }
                diagnostics.append(Diagnostic(
                    .specificationUnreadable, path: draft.document.source.path, at: draft.document.position(ofLink: index),
                    "“\(path)” is no OpenAPI description in JSON or YAML"))
            }
        }
    }

    // MARK: Navigation

    private func item(_ entry: NavigationPlan.Entry) -> NavigationItem {
        var target = NavigationItem.Target.none
        var isHidden = false
        var title = entry.shortTitle ?? entry.label
        switch entry.target {
        case .external(let address): target = .external(address)
        case .page(let path, let fragment):
            guard let id = idsByPath[path] else { break }
            let known = fragment.flatMap { FragmentResolver.place(of: $0, in: pages[id].document)?.id }
            target = .page(id, fragment: known)
            title = title ?? pages[id].title
            isHidden = pages[id].isHidden
        case .none: break
        }
        return NavigationItem(
            title: title ?? "", target: target, isGroup: entry.isGroup, isHidden: isHidden, children: entry.children.map(item))
    }

    /// Gives every page its place in the navigation, and the pages before and after it.
    private mutating func placeInNavigation(_ plan: NavigationPlan) {
        var order: [Int] = []
        place(navigation, plan.entries, trail: [], &order)
        connect(order)
    }

    private mutating func place(_ items: [NavigationItem], _ entries: [NavigationPlan.Entry], trail: [Int], _ order: inout [Int]) {
        for (index, item) in items.enumerated() {
            let trail = trail + [index]
            var own: [Int] = []
            if case .page(let id, _) = item.target, pages[id].trail.isEmpty {
                pages[id].trail = trail
                own.append(id)
            }
            if entries[index].isSpace {
                place(item.children, entries[index].children, trail: trail, &own)
                connect(own)
            } else {
                order += own
                place(item.children, entries[index].children, trail: trail, &order)
            }
        }
    }

    private mutating func connect(_ order: [Int]) {
        let shown = order.filter { !pages[$0].isHidden }
        for (before, after) in zip(shown, shown.dropFirst()) {
            pages[before].next = after
            pages[after].previous = before
        }
    }
}

extension String {
    /// Whether a language of this tag is written from right to left.
    var isRightToLeft: Bool {
        let language = lowercased().prefix { $0 != "-" && $0 != "_" }
        return ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"].contains(language)
    }
}
