import Bytes
import Diagnostics
import Paths

/// Finds the pages that are to be published: those that the table of contents lists, and those that published pages link to.
struct PageDiscovery {
    /// By space; in each the listed pages in the order of the navigation, then the others, by path within each round of discovery.
    private(set) var pages: [UnresolvedPage] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the listed pages, then what they link to, until no new page is named.
    /// - Parameter known: pages that need not be read again, by path.
    init(plans: [NavigationPlan], context: LoadContext, known: [ContentPath: PageText] = [:], jobs: Int) async {
        let reader = context.reader
        var seen: Set<ContentPath> = []
        var wanted = Self.listedPages(plans, context).filter { seen.insert($0).inserted }
        var isListed = true
        while !wanted.isEmpty {
            let results = await wanted.parallelMap(jobs: jobs) { [isListed] path in
                (known[path].map(Result.success) ?? reader.readText(path)).map { reader.unresolved($0, isListed: isListed) }
            }
            for (path, result) in zip(wanted, results) {
                switch result {
                case .success(let page): pages.append(page)
                case .failure(let unreadable): diagnostics.append(unreadable.diagnostic(reader.resolver.tree.sourceFile(path)))
                }
            }
            wanted = Self.linkedPages(results).filter { seen.insert($0).inserted }.sorted()
            isListed = false
        }
        sortBySpace(context)
    }

    private mutating func sortBySpace(_ context: LoadContext) {
        guard context.spaces.count > 1 else { return }
        var bySpace: [[UnresolvedPage]] = Array(repeating: [], count: context.spaces.count)
        for page in pages { bySpace[context.space(of: page.path)].append(page) }
        pages = Array(bySpace.joined())
    }

    private static func listedPages(_ plans: [NavigationPlan], _ context: LoadContext) -> [ContentPath] {
        var paths: [ContentPath] = []
        func visit(_ entries: [NavigationPlan.Entry]) {
            for entry in entries {
                if case .page(let path, _) = entry.target { paths.append(path) }
                visit(entry.children)
            }
        }
        for (plan, space) in zip(plans, context.spaces) {
            visit(plan.entries)
            // A space's README is its first page whether or not the table of contents lists it.
            if let home = context.resolver.folderPage(space.folder), space.settings.showsFolders { paths.append(home) }
            if let notFound = plan.notFoundPage { paths.append(notFound) }
        }
        return paths
    }

    private static func linkedPages(_ results: [Result<UnresolvedPage, UnreadablePage>]) -> [ContentPath] {
        var paths: [ContentPath] = []
        for case .success(let page) in results {
            for case .page(let path, _) in page.targets { paths.append(path) }
        }
        return paths
    }
}
