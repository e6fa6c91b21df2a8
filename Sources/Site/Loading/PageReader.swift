import Content
import Diagnostics
import Files
import Markdown
import Paths

/// A page before it is known which other pages there are.
package struct UnresolvedPage: Sendable {
    package let text: PageText
    /// What each of the document's links names.
    package let targets: [NamedTarget]
    let diagnostics: [Diagnostic]
    let isListed: Bool

    var path: ContentPath { text.path }
    var document: Document { text.document }
    package var includes: [ContentPath] { text.includes }

    /// What the writer should know about the page itself, links to other pages left aside.
    func diagnostics(_ variables: Variables) -> [Diagnostic] {
        diagnostics + variables.with(document.frontMatter).diagnostics(of: document) + document.unknownMaths
            + document.undrawnDiagrams
    }
}

/// Why a page could not be read.
enum UnreadablePage: Error {
    case refused(FileError)
    case tooLarge

    func diagnostic(_ file: SourceFile) -> Diagnostic {
        switch self {
        case .refused(let error):
            Diagnostic(
                .fileUnreadable, in: file, "the page cannot be read: \(error.reason)",
                help: "check who may read it; the rest of the site is built")
        case .tooLarge:
            Diagnostic(
                .fileSize, in: file, "the page is larger than \(SourceTree.maxFileSize >> 20) MB and is left out",
                help: "split it into several pages")
        }
    }
}

/// Reads single pages: the file, the files that it includes, and what its links name.
package struct PageReader: Sendable {
    let resolver: LinkResolver

    private var tree: SourceTree { resolver.tree }

    /// Reads a page and what it names, without regard to the site.
    /// - Returns: nil if the page cannot be read.
    package func read(_ path: ContentPath) -> UnresolvedPage? {
        guard case .success(let text) = readText(path) else { return nil }
        return unresolved(text, isListed: false)
    }

    /// Reads a page with everything that it includes.
    func readText(_ path: ContentPath) -> Result<PageText, UnreadablePage> {
        do throws(FileError) {
            guard let bytes = try tree.read(path) else { return .failure(.tooLarge) }
            let document = Document(parsing: Source(file: tree.sourceFile(path), raw: bytes))
            var inclusion = Inclusion(resolver: resolver)
            let whole = inclusion.expand(document, path: path)
            let parsed = ParsedPage(document: whole, diagnostics: whole.diagnostics + inclusion.diagnostics)
            return .success(PageText(path: path, includes: inclusion.files, parsed: parsed))
        } catch {
            return .failure(.refused(error))
        }
    }

    /// The page as it is in its files now; empty if it cannot be read any more.
    func parse(_ path: ContentPath) -> ParsedPage {
        if case .success(let text) = readText(path) { return text.content }
        return ParsedPage(document: Document(parsing: Source(file: tree.sourceFile(path), raw: [])), diagnostics: [])
    }

    /// Finds what the links of a page name.
    func unresolved(_ text: PageText, isListed: Bool) -> UnresolvedPage {
        let document = text.document
        var diagnostics = text.content.diagnostics
        var targets: [NamedTarget] = []
        targets.reserveCapacity(document.links.count)
        for (index, link) in document.links.enumerated() {
            if link.role == .include {
                targets.append(.nowhere)
                continue
            }
            // A link of an included file is relative to that file; a place that it names is on the page that includes it.
            let isPlace = link.destination.hasPrefix("#") || link.destination.hasPrefix("?")
            let base = isPlace ? text.path : link.origin.flatMap { tree.path(of: $0.file) } ?? text.path
            let (target, finding) = resolver.resolve(link.destination, role: link.role, from: base)
            targets.append(target)
            // The link in the body of a content reference is only for those who read the Markdown.
            if let finding, !document.isInReference(link.node) {
                diagnostics.append(
                    Diagnostic(
                        finding.rule, in: link.origin?.file ?? document.source.file, at: document.position(ofLink: index), finding.message,
                        help: finding.help))
            }
        }
        return UnresolvedPage(text: text, targets: targets, diagnostics: diagnostics, isListed: isListed)
    }
}
