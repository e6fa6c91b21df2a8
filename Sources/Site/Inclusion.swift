import Diagnostics
import Files
import Markdown

/// Puts into a document the files that it includes, and into these what they include.
struct Inclusion {
    let resolver: LinkResolver
    private(set) var diagnostics: [Diagnostic] = []
    /// The files that were included.
    private(set) var files: [String] = []

    private static let mostParts = 1000
    private var open: [String] = []
    private var parts = 0

    init(resolver: LinkResolver) { self.resolver = resolver }

    /// - Parameter path: the document's file, which what it includes must not include again.
    mutating func expand(_ document: Document, path: String) -> Document {
        guard document.blocks.contains(where: { $0.name == .include }) else { return document }
        open.append(path)
        defer { open.removeLast() }
        var included: [Int: Document] = [:]
        for block in document.blocks where block.name == .include {
            guard let link = block.link, let part = part(link, of: document, at: path) else { continue }
            included[link] = part
        }
        return document.including(included)
    }

    private mutating func part(_ link: Int, of document: Document, at path: String) -> Document? {
        func report(_ rule: Rule, _ message: String, _ help: String?) {
            diagnostics.append(Diagnostic(rule, path: document.source.path, at: document.position(ofLink: link), message, help: help))
        }
        let (reference, finding) = resolver.resolve(document.links[link].destination, role: .include, from: path)
        guard case .page(let file, _) = reference else {
            let message = "“\(document.links[link].destination)” cannot be included: it is no Markdown file of this content"
            report(finding?.rule ?? .linkTarget, finding?.message ?? message, finding?.help)
            return nil
        }
        guard !open.contains(file) else {
            report(.includeCycle, "this file includes itself by way of “\(file)”", "take one of the inclusions out")
            return nil
        }
        parts += 1
        guard parts <= Self.mostParts else { return nil }
        files.append(file)
        let read = Result { () throws(FileError) in try FileSystem.read(resolver.tree.location(file), atMost: Site.largestFile) }
        guard case .success(let bytes?) = read else {
            report(.fileUnreadable, "“\(file)” cannot be read", "check who may read it")
            return nil
        }
        let part = Document(parsing: Source(path: resolver.tree.shown(file), raw: bytes))
        diagnostics += part.diagnostics
        return expand(part, path: file)
    }
}
