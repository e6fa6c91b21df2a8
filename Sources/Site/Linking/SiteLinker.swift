import Bytes
import Content
import Diagnostics
import Files
import Markdown
import Paths

/// Puts a site together from pages that know nothing of one another: gives every page its address and title, and every link its target.
struct SiteLinker {
    private(set) var pages: [Page] = []
    private(set) var assets: [Asset] = []
    /// By space, as are the navigation and the pages' ids.
    private(set) var links: [SpaceLinks] = []
    private(set) var navigation: [[NavigationItem]] = []
    private(set) var pageRanges: [Range<Int>] = []
    private(set) var redirects: [Redirect] = []
    private(set) var variants: VariantIndex
    private(set) var specifications: SpecificationLibrary
    private(set) var index: SiteIndex
    /// What the rest of the site can see of each page, in the order of the pages.
    private(set) var interfaces: [PageInterface] = []
    /// What was found about the links of each page, in the order of the pages.
    private(set) var linkDiagnostics: [[Diagnostic]] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let context: LoadContext
    private let plans: [NavigationPlan]
    private let dates: [ContentPath: String]
    private var tree: SourceTree { context.resolver.tree }

    /// - Parameter dates: the days when files last changed, as far as they are known.
    init(
        _ unresolved: [UnresolvedPage], plans: [NavigationPlan], dates: [ContentPath: String], context: LoadContext, jobs: Int
    ) async {
        self.context = context
        self.plans = plans
        self.dates = dates
        var book = AddressBook(replaced: OutputLayout.replaceable.intersection(context.configuration.publish.map { OutputPath($0.string) }))
        for space in context.spaces where !space.address.isRoot { book.add(OutputLayout.modelIndex(space.address), .kbgen) }
        let addresses = PageAddresses(unresolved, context: context, book: book)
        let list = AssetList(
            unresolved, book: addresses.book, configuration: context.configuration,
            appearances: context.spaces.map(\.appearance), resolver: context.resolver)
        diagnostics += addresses.diagnostics + list.diagnostics
        assets = await Self.measured(list.assets, in: context.resolver.tree, jobs: jobs)
        diagnostics += assets.lazy.filter { $0.size == 0 && $0.isPicture }.map { [tree = context.resolver.tree] asset in
            Diagnostic(
                .assetEmpty, in: tree.sourceFile(asset.path), "the picture has no bytes; readers see none",
                help: "put the picture there again")
        }
        let reader = SpecificationReader(unresolved, tree: context.resolver.tree)
        specifications = await reader.library(jobs: jobs)
        diagnostics += reader.diagnostics(specifications)
        index = SiteIndex()
        variants = VariantIndex([], [], [])
        pages = makePages(unresolved, addresses)
        index = SiteIndex(pages: pages, assets: assets)
        let fragments = FragmentResolver(texts: pages.map(\.text), index: index)
        await resolveLinks(unresolved, fragments, jobs: jobs)
        navigation = plans.map { $0.entries.map { item($0, fragments) } }
        placeInNavigation()
        pageRanges = context.spaces.indices.map { space in
            let start = pages.firstIndex { $0.space >= space } ?? pages.count
            return start..<(pages[start...].firstIndex { $0.space > space } ?? pages.count)
        }
        variants = VariantIndex(context.spaces, pages, pageRanges)
        findOriginals()
        let redirectList = RedirectList(
            moved: addresses.moved, pages: pages, book: list.book, context: context, fragments: fragments)
        redirects = redirectList.redirects
        index = index.adding(redirects)
        diagnostics += redirectList.diagnostics
        variants.add(
            Translations(spaces: context.spaces, index: variants).standIns(pages, pageRanges) {
                redirectList.book.owner(ofPage: $0) == nil && $0 != OutputLayout.searchResults
                    && $0.names.last.map(String.init) != OutputLayout.standaloneGuideName
            })
        resolveLinks(ofSettings: fragments)
        reportUnlisted()
    }

    /// The site's name: as set, as GitBook has it, or the title of the first page.
    var title: String {
        if !context.configuration.title.isEmpty { return context.configuration.title }
        return context.title ?? index.page(at: .root).map { pages[$0].title } ?? pages.first?.title ?? ""
    }

    // MARK: Pages

    private func makePages(_ unresolved: [UnresolvedPage], _ addresses: PageAddresses) -> [Page] {
        let labels = Self.labels(plans.flatMap(\.entries))
        let notFoundPage = plans.lazy.compactMap(\.notFoundPage).first
        return unresolved.enumerated().map { id, page in
            let document = page.document
            let heading = document.title.flatMap { $0.text.isEmpty ? nil : $0 }
            let space = context.space(of: page.path)
            let language = context.spaces[space].language
            return Page(
                id: id, space: space, path: page.path, address: addresses.addresses[id], text: page.text,
                title: heading?.text ?? document.frontMatter.title ?? labels[page.path] ?? name(of: page.path),
                description: Page.description(of: document), language: language, isRightToLeft: LanguageTag.isRightToLeft(language),
                isHidden: isHidden(document.frontMatter, context.spaces[space]), isListed: page.isListed,
                isExcludedFromSearch: document.frontMatter.isExcludedFromSearch || page.path == notFoundPage
                    || context.spaces[space].settings.state != .latest,
                isExcludedFromRobots: document.frontMatter.isExcludedFromRobots || page.path == notFoundPage,
                isNotFound: page.path == notFoundPage, hasUpdates: document.blocks.contains { $0.name == .updates },
                lastUpdated: lastUpdated(page), lazyTargets: LazyTargets([]))
        }
    }

    /// The page's own date, else the latest of its file and those that it includes.
    private func lastUpdated(_ page: UnresolvedPage) -> String? {
        page.document.frontMatter.lastUpdated ?? ([page.path] + page.includes).compactMap { dates[$0] }.max()
    }

    private func isHidden(_ frontMatter: FrontMatter, _ space: SpaceContext) -> Bool {
        frontMatter.isHidden || frontMatter.condition.map { space.variables.with(frontMatter).holds($0) == false } ?? false
    }

    /// A file's name as a title. The page of a folder is named after the folder, that of the root after the site.
    private func name(of path: ContentPath) -> String {
        guard path.isFolderPage else { return path.withoutExtension.name.humanised }
        if !path.folder.isRoot { return path.folder.name.humanised }
        return context.configuration.title.isEmpty ? path.withoutExtension.name.humanised : context.configuration.title
    }

    /// The label of each page where the navigation first names it.
    private static func labels(_ entries: [NavigationPlan.Entry]) -> [ContentPath: String] {
        var labels: [ContentPath: String] = [:]
        func visit(_ entries: [NavigationPlan.Entry]) {
            for entry in entries {
                if case .page(let path, _) = entry.target, let label = entry.label, labels[path] == nil { labels[path] = label }
                visit(entry.children)
            }
        }
        visit(entries)
        return labels
    }

    /// Finds what pages are translations of that say of which text, and tells which of them are out of date.
    private mutating func findOriginals() {
        let translations = Translations(spaces: context.spaces, index: variants)
        for id in pages.indices {
            guard let known = pages[id].document.frontMatter.translationOf else { continue }
            let file = pages[id].document.source.file
            guard let original = translations.original(of: pages[id]) else {
                diagnostics.append(
                    Diagnostic(
                        .translationStale, in: file, "the page says what it translates, and there is no such page in the first language",
                        help: "take “translation-of” out, or give both pages the same path in their spaces"))
                continue
            }
            pages[id].original = original
            let hash = pages[original].document.bodyHash
            if known == hash { continue }
            diagnostics.append(
                Diagnostic(
                    .translationStale, in: file, "“\(pages[original].path)” has changed since it was translated",
                    help: "bring the translation up to date, then write “translation-of: \(hash)” into its front matter"))
        }
    }

    private mutating func reportUnlisted() {
        for page in pages where !page.isListed {
            diagnostics.append(
                Diagnostic(
                    .pageUnlisted, in: page.document.source.file,
                    "the page is linked, but the table of contents does not list it; it is published outside the navigation",
                    help: "add it to SUMMARY.md, or take the links to it out"))
        }
    }

    // MARK: Links

    private mutating func resolveLinks(_ unresolved: [UnresolvedPage], _ fragments: FragmentResolver, jobs: Int) async {
        let results = await unresolved.parallelMap(jobs: jobs) { fragments.resolve($0) }
        linkDiagnostics = results.map(\.diagnostics)
        for (id, result) in results.enumerated() {
            pages[id].lazyTargets = LazyTargets(result.targets)
            for alias in result.aliases where pages[alias.page].aliases[alias.heading]?.contains(alias.id) != true {
                pages[alias.page].aliases[alias.heading, default: []].append(alias.id)
            }
        }
        interfaces = await unresolved.indices.parallelMap(jobs: jobs) { [pages, index] id in
            PageInterface(of: unresolved[id], aliases: results[id].aliases) { path in
                index.page(of: path).map { pages[$0].isListed } == true
            }
        }
    }

    /// Links in the settings are relative to the content's root. What is wrong with those of the site is told once.
    private mutating func resolveLinks(ofSettings fragments: FragmentResolver) {
        var found: [Diagnostic] = []
        links = context.spaces.map { space in
            SpaceLinks(
                header: (space.appearance.links ?? []).compactMap { resolve($0, fragments, &found) },
                footer: (space.appearance.footerLinks ?? []).compactMap { resolve($0, fragments, &found) })
        }
        diagnostics += Set(found)
    }

    private func resolve(
        _ link: Appearance.NamedLink, _ fragments: FragmentResolver, _ diagnostics: inout [Diagnostic]
    ) -> SettingsLink? {
        let (named, finding) = context.resolver.resolve(link.address, role: .hyperlink, from: .root)
        let target = fragments.resolve(named)
        if target != .nowhere { return SettingsLink(title: link.title, target: target) }
        diagnostics.append(
            Diagnostic(
                .linkTarget, in: context.configuration.file, at: link.position,
                finding?.message ?? "“\(link.address)” is not published, and the link is left out",
                help: finding?.help ?? "list the page in SUMMARY.md"))
        return nil
    }

    /// Finds the sizes that pages show, or reserve room for.
    private static func measured(_ assets: [Asset], in tree: SourceTree, jobs: Int) async -> [Asset] {
        await assets.parallelMap(jobs: jobs) { asset in
            var asset = asset
            let location = tree.location(asset.path)
            asset.size = FileSystem.size(of: location)
            if asset.isPicture || asset.path.fileExtension.isEmpty {
                asset.imageSize = (try? tree.readPrefix(asset.path, ImageSize.prefixLength)).flatMap(ImageSize.read)
            }
            return asset
        }
    }

    // MARK: Navigation

    private func item(_ entry: NavigationPlan.Entry, _ fragments: FragmentResolver) -> NavigationItem {
        let target = fragments.resolve(entry.target)
        var title = entry.shortTitle ?? entry.label
        var isHidden = false
        if case .page(let id, _) = target {
            title = title ?? pages[id].title
            isHidden = pages[id].isHidden
        }
        return NavigationItem(
            title: title ?? "", target: target, isGroup: entry.isGroup, isHidden: isHidden,
            children: entry.children.map { item($0, fragments) })
    }

    /// Gives every page its place in the navigation of its space, and the pages before and after it. Where another space lists it, it has none.
    private mutating func placeInNavigation() {
        for (space, plan) in plans.enumerated() {
            var order: [Int] = []
            place(navigation[space], plan.entries, of: space, trail: [], &order)
            connect(order)
        }
    }

    private mutating func place(
        _ items: [NavigationItem], _ entries: [NavigationPlan.Entry], of space: Int, trail: [Int], _ order: inout [Int]
    ) {
        for (position, item) in items.enumerated() {
            let trail = trail + [position]
            var own: [Int] = []
            if case .page(let id, _) = item.target, pages[id].space == space, pages[id].trail.isEmpty {
                pages[id].trail = trail
                own.append(id)
            }
            if entries[position].isBook {
                place(item.children, entries[position].children, of: space, trail: trail, &own)
                connect(own)
            } else {
                order += own
                place(item.children, entries[position].children, of: space, trail: trail, &order)
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
