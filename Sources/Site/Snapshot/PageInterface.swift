import Bytes
import Markdown
import Paths

/// What the rest of a site can see of a page: its front matter, title, headings, anchors and footnotes, whether it has a feed, the files that are
/// in the site because of it, and the names that its links give to headings of other pages. As long as it stays the same, an edit concerns the page alone. The term is that of
/// compilers, which ask the same of a module before they compile those that import it.
struct PageInterface: Sendable, Equatable {
    /// One part of the interface. The raw value says what changed, for `RebuildReason`.
    private enum Part: String, CaseIterable {
        case frontMatter = "the front matter"
        case headings = "the title or a heading"
        case anchors = "an anchor or a footnote"
        case files = "an inclusion, or a link to a file or an unlisted page"
        case feed = "the feed of updates"
        case aliases = "a link to a heading"
    }

    /// A hash for each part.
    private let hashes: [UInt64]
    /// Whether the page shows an OpenAPI description, of which the whole site keeps account.
    private let showsSpecification: Bool

    /// - Parameters:
    ///   - aliases: the names that the page's links give to headings.
    ///   - isListed: whether the table of contents lists a page.
    init(of page: UnresolvedPage, aliases: [FragmentResolver.Alias], isListed: (ContentPath) -> Bool) {
        let document = page.document
        showsSpecification = document.links.contains { $0.role == .specification }
        hashes = Part.allCases.map { part in
            var fields = Fields()
            switch part {
            case .frontMatter: fields.bytes += document.source.bytes.prefix(document.bodyOffset)
            case .headings:
                fields.add(document.title?.text ?? "")
                for heading in document.headings { fields.add("\(heading.level)", heading.anchor, heading.text) }
            case .anchors:
                for anchor in document.anchors { fields.add(anchor.id) }
                fields.add("")
                for label in document.footnotes { fields.add(label) }
            case .files:
                for path in page.includes { fields.add(path.string) }
                fields.add("")
                for path in Self.demandedFiles(page.targets, isListed).sorted() { fields.add(path.string) }
            case .feed:
                // A page has a feed beside it, or none.
                fields.add(document.blocks.contains { $0.name == .updates } ? "feed" : "")
            case .aliases:
                // In the order of the links, in which the headings get the ids.
                for alias in aliases { fields.add("\(alias.page) \(alias.heading) \(alias.id)") }
            }
            return fields.bytes.fnv1a
        }
    }

    /// Why the pages around this one have to be built again after a change of its text; nil if they do not.
    /// - Parameter page: the page, for the reason.
    func reasonToRebuild(since previous: PageInterface, page: ContentPath) -> RebuildReason? {
        if showsSpecification || previous.showsSpecification { return RebuildReason("“\(page)” shows an OpenAPI description") }
        let changed = zip(Part.allCases, zip(hashes, previous.hashes)).first { $1.0 != $1.1 }
        return changed.map { RebuildReason("\($0.0.rawValue) of “\(page)” changed") }
    }

    /// The files that are in the site because a page names them: everything except pages that the table of contents lists anyway.
    private static func demandedFiles(_ targets: [NamedTarget], _ isListed: (ContentPath) -> Bool) -> Set<ContentPath> {
        var paths: Set<ContentPath> = []
        for target in targets {
            switch target {
            case .asset(let path): paths.insert(path)
            case .page(let path, _): if !isListed(path) { paths.insert(path) }
            case .external, .nowhere: break
            }
        }
        return paths
    }

    /// Texts one after another, each ended by a byte that none of them holds.
    private struct Fields {
        var bytes: [UInt8] = []

        mutating func add(_ texts: String...) {
            for text in texts {
                bytes.write(utf8: text)
                bytes.append(1)
            }
        }
    }
}

extension PageInterface: BinaryCodable {
    func encode(to encoder: inout BinaryEncoder) {
        for hash in hashes { encoder.write(hash) }
        encoder.write(showsSpecification)
    }

    init(from decoder: inout BinaryDecoder) throws(BinaryDecodingError) {
        var hashes: [UInt64] = []
        for _ in Part.allCases { hashes.append(try decoder.readNumber()) }
        self.hashes = hashes
        showsSpecification = try decoder.read()
    }
}
