import Bytes
import Content
import Diagnostics
import Files
import Markdown
import Paths
import Site

/// Finds broken links with only one possible correction: addresses in the wrong case, addresses of a moved file if no other file has its
/// name, and placeholders for links that GitBook could not export if the text of the link is the title of exactly one page.
package struct RepairFinder {
    private let snapshot: SiteSnapshot
    /// Pages by title in lower case, without titles that several pages share.
    private let pagesByTitle: [String: Page]

    private var tree: SourceTree { snapshot.inputs.tree }

    package init(_ snapshot: SiteSnapshot) {
        self.snapshot = snapshot
        let titled = snapshot.site.pages.filter { !$0.title.isEmpty }
        pagesByTitle = Dictionary(grouping: titled) { $0.title.lowercased() }.compactMapValues { $0.count == 1 ? $0[0] : nil }
    }

    /// The files to correct, sorted by path.
    package var repairs: [Repair] {
        let pages = snapshot.site.pages.flatMap { [$0.path] + $0.includes }
        return Set(pages + [snapshot.summary].compactMap(\.self)).sorted().compactMap(repair)
    }

    private func repair(_ path: ContentPath) -> Repair? {
        guard let bytes = (try? tree.read(path)) ?? nil else { return nil }
        var document = Document(parsing: Source(file: tree.sourceFile(path), raw: bytes))
        // If the parser had to clean the source, offsets in it are not offsets in the file.
        guard document.source.bytes == bytes else { return nil }
        var count = 0
        for index in document.links.indices {
            guard let address = address(for: document.links[index], in: document, at: path),
                let next = document.replacing(link: index, by: address)
            else { continue }
            count += zip(document.links, next.links).count { $0.destination != $1.destination }
            document = next
        }
        return count == 0
            ? nil
            : Repair(
                file: tree.sourceFile(path), location: tree.locationWithoutLinks(path), before: bytes, after: document.source.bytes,
                count: count)
    }

    /// The corrected address of a link; nil if the link is right or there is not exactly one correction.
    private func address(for link: Link, in document: Document, at path: ContentPath) -> String? {
        let (target, diagnostic) = snapshot.resolver.resolve(link.destination, role: link.role, from: path)
        let reference = link.destination
        switch (diagnostic?.rule, target) {
        case (.linkCase, .page(let target, _)), (.linkCase, .asset(let target)):
            let differsInCaseOnly = target.string.hasSuffixIgnoringCase(reference.withoutFragment)
            return differsInCaseOnly ? reference.respelling(target) : target.address(from: path, like: reference)
        case (.linkTarget, .nowhere), (.linkAsset, .nowhere):
            let file = ContentPath((reference.withoutFragment.percentDecoded ?? reference.withoutFragment))
            guard !["readme.md", "index.md", ""].contains(file.name.lowercased()), !file.fileExtension.isEmpty else { return nil }
            let sameName = tree.files(named: file.name)
            return sameName.count == 1 ? sameName[0].address(from: path, like: reference) : nil
        case (.linkPlaceholder, .nowhere):
            // A single word must have exactly the spelling of the title to be sufficient evidence.
            let label = document.plainText(of: link.node)
            guard let page = pagesByTitle[label.lowercased()], page.title == label || label.contains(" ") else { return nil }
            return page.path.address(from: path, like: "")
        default: return nil
        }
    }
}

extension Document {
    /// The document with a new address of one link, and of links that share its definition. The position of the old address is found by
    /// trial: it is the right one if parsing the changed source yields the new address and leaves the other links unchanged.
    fileprivate func replacing(link index: Int, by address: String) -> Document? {
        let old = links[index].destination
        var start = 0
        while let range = range(ofAddress: links[index], anywhereFrom: start) {
            start = range.lowerBound + 1
            var changed = source.bytes
            changed.replaceSubrange(range, with: Array(address.utf8))
            let next = Document(parsing: Source(file: source.file, raw: changed))
            guard next.links.count == links.count, next.links[index].destination == address else { continue }
            let othersAreUnchanged = zip(links, next.links).allSatisfy {
                $0.destination == $1.destination || ($0.destination == old && $1.destination == address)
            }
            if othersAreUnchanged { return next }
        }
        return nil
    }
}

extension ContentPath {
    /// This path as a percent-encoded address relative to a page, with the query and fragment of another address.
    fileprivate func address(from page: ContentPath, like other: String) -> String {
        var bytes: [UInt8] = []
        bytes.write(pathEncoding: reference(from: page.folder))
        return String(decoding: bytes, as: UTF8.self) + other.dropFirst(other.withoutFragment.count)
    }
}

extension String {
    fileprivate var withoutFragment: String { String(prefix { $0 != "#" && $0 != "?" }) }

    /// A reference without leading `.` and `..`.
    private var withoutLeadingDots: String { split(separator: "/").drop { $0 == ".." || $0 == "." }.joined(separator: "/") }

    /// Whether this path ends with the components of a reference, ignoring case.
    fileprivate func hasSuffixIgnoringCase(_ reference: String) -> Bool {
        let suffix = reference.withoutLeadingDots
        return !suffix.isEmpty && !suffix.contains("%") && lowercased().hasSuffix(suffix.lowercased())
    }

    /// This reference in the spelling of its target.
    fileprivate func respelling(_ target: ContentPath) -> String {
        let path = withoutFragment
        let leadingDots = path.prefix(path.count - path.withoutLeadingDots.count)
        return leadingDots + String(target.string.suffix(path.count - leadingDots.count)) + dropFirst(path.count)
    }
}
