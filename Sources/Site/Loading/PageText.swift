import Diagnostics
import Markdown
import Paths
import Synchronization

/// The text of a page with everything that it includes, parsed when somebody first asks for it. Two pages with the same object have the same
/// text. (An object, because sites are copied with every edit and a document has dozens of references.)
package final class PageText: Sendable {
    /// The page's file.
    let path: ContentPath
    /// The files that it includes, directly or through others.
    let includes: [ContentPath]

    private let parsed = AtomicLazyReference<ParsedPage>()
    private let parse: @Sendable () -> ParsedPage

    /// A text that has been parsed.
    init(path: ContentPath, includes: [ContentPath], parsed: ParsedPage) {
        self.path = path
        self.includes = includes
        parse = { parsed }
    }

    /// A text of which enough is known to build the other pages.
    init(path: ContentPath, includes: [ContentPath], parse: @escaping @Sendable () -> ParsedPage) {
        self.path = path
        self.includes = includes
        self.parse = parse
    }

    var document: Document { content.document }
    var content: ParsedPage { parsed.load() ?? parsed.storeIfNil(parse()) }

    /// Whether any of these files is the page or one that it includes.
    func isMade(of files: Set<ContentPath>) -> Bool { files.contains(path) || includes.contains(where: files.contains) }
}

/// What is in the files of a page.
final class ParsedPage: Sendable {
    let document: Document
    let diagnostics: [Diagnostic]

    init(document: Document, diagnostics: [Diagnostic]) {
        self.document = document
        self.diagnostics = diagnostics
    }
}

/// Where the links of a page lead, resolved when somebody first asks.
final class LazyTargets: Sendable {
    private final class Resolved: Sendable {
        let targets: [ResolvedTarget]
        init(_ targets: [ResolvedTarget]) { self.targets = targets }
    }

    private let resolved = AtomicLazyReference<Resolved>()
    private let resolve: @Sendable () -> [ResolvedTarget]

    init(_ targets: [ResolvedTarget]) { resolve = { targets } }

    init(resolve: @escaping @Sendable () -> [ResolvedTarget]) { self.resolve = resolve }

    var targets: [ResolvedTarget] { (resolved.load() ?? resolved.storeIfNil(Resolved(resolve()))).targets }
}
