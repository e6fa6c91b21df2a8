import Content
import Diagnostics
import Files
import Markdown
import Paths

/// Puts into a document the files that it includes, and into these what they include.
struct Inclusion {
    let resolver: LinkResolver
    private(set) var diagnostics: [Diagnostic] = []
    /// The files that were included.
    private(set) var files: [ContentPath] = []

    /// What a page may grow to, so that a few small files cannot fill the memory.
    private static let maxInclusions = 1000
    private static let maxDepth = 16
    private static let maxBytes = 1 << 20
    /// The bytes that were included so far.
    private var size = 0
    private var isFull = false
    /// The files that are being expanded, outermost first.
    private var open: [ContentPath] = []
    private var count = 0

    init(resolver: LinkResolver) { self.resolver = resolver }

    /// - Parameter path: the document's file, which what it includes must not include again.
    mutating func expand(_ document: Document, path: ContentPath) -> Document {
        guard document.blocks.contains(where: { $0.name == .include }) else { return document }
        open.append(path)
        defer { open.removeLast() }
        var included: [Int: Document] = [:]
        for block in document.blocks where block.name == .include {
            guard let link = block.link, let part = includedDocument(link, of: document, at: path) else { continue }
            included[link] = part
        }
        return document.including(included)
    }

    /// Reports the first inclusion that is left out.
    private mutating func reportFull(_ message: String, _ document: Document, _ link: Int) {
        if !isFull {
            diagnostics.append(
                Diagnostic(
                    .includeSize, in: document.source.file, at: document.position(ofLink: link), message,
                    help: "split the page, or link to what it includes"))
        }
        isFull = true
    }

    private mutating func includedDocument(_ link: Int, of document: Document, at path: ContentPath) -> Document? {
        func report(_ rule: Rule, _ message: String, _ help: String?) {
            diagnostics.append(Diagnostic(rule, in: document.source.file, at: document.position(ofLink: link), message, help: help))
        }
        let (target, finding) = resolver.resolve(document.links[link].destination, role: .include, from: path)
        guard case .page(let file, _) = target else {
            let message = "“\(document.links[link].destination)” cannot be included: it is no Markdown file of this content"
            report(finding?.rule ?? .linkTarget, finding?.message ?? message, finding?.help)
            return nil
        }
        guard !open.contains(file) else {
            report(.includeCycle, "this file includes itself by way of “\(file)”", "take one of the inclusions out")
            return nil
        }
        count += 1
        guard count <= Self.maxInclusions, open.count <= Self.maxDepth else {
            let bound =
                count > Self.maxInclusions
                ? "the page includes more than \(Self.maxInclusions) files" : "inclusions are nested more than \(Self.maxDepth) deep"
            reportFull(bound + "; the rest is left out", document, link)
            return nil
        }
        files.append(file)
        let read = Result { () throws(FileError) in try resolver.tree.read(file) }
        guard case .success(let bytes?) = read else {
            report(.fileUnreadable, "“\(file)” cannot be read", "check who may read it")
            return nil
        }
        size += bytes.count
        guard size <= Self.maxBytes else {
            reportFull("all that the page includes has more than \(Self.maxBytes >> 20) MB; the rest is left out", document, link)
            return nil
        }
        let part = Document(parsing: Source(file: resolver.tree.sourceFile(file), raw: bytes))
        diagnostics += part.diagnostics
        return expand(part, path: file)
    }
}
