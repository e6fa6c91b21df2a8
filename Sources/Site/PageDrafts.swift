import Bytes
import Diagnostics
import Files
import Markdown

/// The documents of all pages that are to be published, with what their links name.
struct PageDrafts {
    /// A page before it is known which others there are.
    struct Draft: Sendable {
        let text: PageSource
        let references: [Reference]
        let diagnostics: [Diagnostic]
        let isListed: Bool

        var path: String { text.path }
        var document: Document { text.document }
    }

    /// Listed pages in the order of the navigation, then the others by path.
    private(set) var drafts: [Draft] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the listed pages, then what they link to, until nothing new is named.
    /// - Parameter known: pages that need not be read again, by their paths.
    init(plan: NavigationPlan, resolver: LinkResolver, known: [String: PageSource] = [:], jobs: Int) async {
        var seen: Set<String> = []
        var wanted = Self.listedPages(plan, resolver).filter { seen.insert($0).inserted }
        var isListed = true
        while !wanted.isEmpty {
            let read = await wanted.parallelMap(jobs: jobs) { [isListed] path in
                Self.read(path, resolver: resolver, known: known[path]).map { Self.draft($0, resolver: resolver, isListed: isListed) }
            }
            for (path, result) in zip(wanted, read) {
                switch result {
                case .success(let draft): drafts.append(draft)
                case .failure(let unreadable): diagnostics.append(unreadable.diagnostic(path: resolver.tree.shown(path)))
                }
            }
            wanted = Self.linkedPages(read).filter { seen.insert($0).inserted }.sorted()
            isListed = false
        }
    }

    private static func listedPages(_ plan: NavigationPlan, _ resolver: LinkResolver) -> [String] {
        var paths: [String] = []
        func visit(_ entries: [NavigationPlan.Entry]) {
            for entry in entries {
                if case .page(let path, _) = entry.target { paths.append(path) }
                visit(entry.children)
            }
        }
        visit(plan.entries)
        // The root's README is the site's first page whether or not the table of contents names it.
        if let home = resolver.folderPage("") { paths.append(home) }
        return paths
    }

    private static func linkedPages(_ drafts: [Result<Draft, Unreadable>]) -> [String] {
        var paths: [String] = []
        for case .success(let draft) in drafts {
            for case .page(let path, _) in draft.references { paths.append(path) }
        }
        return paths
    }

    enum Unreadable: Error {
        case refused(FileError)
        case tooLarge

        func diagnostic(path: String) -> Diagnostic {
            switch self {
            case .refused(let error):
                Diagnostic(.fileUnreadable, path: path, "the page cannot be read: \(error.reason)", help: "check who may read it; the rest of the site is built")
            case .tooLarge:
                Diagnostic(.fileSize, path: path, "the page is larger than \(Site.largestFile >> 20) MB and is left out", help: "split it into several pages")
            }
        }
    }

    private static func read(_ path: String, resolver: LinkResolver, known: PageSource?) -> Result<PageSource, Unreadable> {
        known.map(Result.success) ?? read(path, resolver: resolver)
    }

    /// Reads a page with what it includes.
    static func read(_ path: String, resolver: LinkResolver) -> Result<PageSource, Unreadable> {
        do throws(FileError) {
            guard let bytes = try FileSystem.read(resolver.tree.location(path), atMost: Site.largestFile) else {
                return .failure(.tooLarge)
            }
            let document = Document(parsing: Source(path: resolver.tree.shown(path), raw: bytes))
            var inclusion = Inclusion(resolver: resolver)
            let whole = inclusion.expand(document, path: path)
            return .success(PageSource(path: path, document: whole, parts: inclusion.files, diagnostics: whole.diagnostics + inclusion.diagnostics))
        } catch {
            return .failure(.refused(error))
        }
    }

    /// A page as it stands in its files; empty where it cannot be read any more.
    static func content(of path: String, resolver: LinkResolver) -> PageSource.Reading {
        if case .success(let text) = read(path, resolver: resolver) { return text.content }
        let nothing = Document(parsing: Source(path: resolver.tree.shown(path), raw: []))
        return PageSource.Reading(document: nothing, diagnostics: [])
    }

    /// Finds what a page's links name.
    static func draft(_ text: PageSource, resolver: LinkResolver, isListed: Bool) -> Draft {
        let document = text.document
        var diagnostics = text.diagnostics
        var references: [Reference] = []
        references.reserveCapacity(document.links.count)
        for (index, link) in document.links.enumerated() {
            if link.role == .include {
                references.append(.nowhere)
                continue
            }
            let place = link.origin.map { resolver.tree.path(shownAs: $0.path) } ?? text.path
            let (reference, finding) = resolver.resolve(link.destination, role: link.role, from: place)
            references.append(reference)
            // The link in a reference's body is only for those who read the Markdown.
            if let finding, !document.isInReference(link.node) {
                diagnostics.append(Diagnostic(
                    finding.rule, path: link.origin?.path ?? document.source.path, at: document.position(ofLink: index), finding.message, help: finding.help))
            }
        }
        return Draft(text: text, references: references, diagnostics: diagnostics, isListed: isListed)
    }
}
