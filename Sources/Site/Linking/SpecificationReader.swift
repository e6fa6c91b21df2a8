import Bytes
import Content
import Diagnostics
import OpenAPI
import Paths

/// Reads the OpenAPI descriptions that pages show.
struct SpecificationReader {
    private struct Use {
        let page: UnresolvedPage
        /// The index of the link in the page's document.
        let link: Int
        let path: ContentPath
    }

    private let uses: [Use]
    private let tree: SourceTree

    init(_ pages: [UnresolvedPage], tree: SourceTree) {
        self.tree = tree
        uses = pages.flatMap { page in
            page.targets.enumerated().compactMap { link, target in
                guard case .asset(let path) = target, page.document.links[link].role == .specification else { return nil }
                return Use(page: page, link: link, path: path)
            }
        }
    }

    /// Reads each file once.
    func library(jobs: Int) async -> SpecificationLibrary {
        let paths = Set(uses.map(\.path)).sorted()
        let read = await paths.parallelMap(jobs: jobs) { [tree] in SpecificationLibrary.specification(at: $0, in: tree) }
        return SpecificationLibrary(tree: tree, known: Dictionary(zip(paths, read)) { first, _ in first })
    }

    func diagnostics(_ library: SpecificationLibrary) -> [Diagnostic] {
        uses.filter { library[$0.path] == nil }.map { use in
            Diagnostic(
                .specificationUnreadable, in: use.page.document.links[use.link].origin?.file ?? use.page.document.source.file,
                at: use.page.document.position(ofLink: use.link),
                "“\(use.path)” is no OpenAPI description in JSON or YAML")
        }
    }
}
