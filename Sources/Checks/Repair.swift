import Bytes
import Content
import Diagnostics
import Files
import Markdown
import Paths
import Site

/// A file with links that can be corrected because there is only one thing they can mean.
package struct Repair: Sendable {
    package let file: SourceFile
    package let before: [UInt8]
    package let after: [UInt8]
    /// The number of addresses that differ.
    package let count: Int
}

/// Finds what can be corrected without asking: addresses in the wrong case, those of a page or file that moved and whose name no other file
/// has, and those that GitBook could not export, if the text of the link is the title of exactly one page.
package struct RepairFinder {
    private let snapshot: SiteSnapshot
    /// Pages by their titles in lower case, without titles that several pages share.
    private let pagesByTitle: [String: Page]

    private var tree: SourceTree { snapshot.inputs.tree }

    package init(_ snapshot: SiteSnapshot) {
        self.snapshot = snapshot
        let titled = snapshot.site.pages.filter { !$0.title.isEmpty }
        pagesByTitle = Dictionary(grouping: titled) { $0.title.lowercased() }.compactMapValues { $0.count == 1 ? $0[0] : nil }
    }

    /// The files with something to correct, in the order of their paths.
    package var repairs: [Repair] {
        let pages = snapshot.site.pages.flatMap { [$0.path] + $0.includes }
        return Set(pages + [snapshot.summary].compactMap(\.self)).sorted().compactMap(repair)
    }

    private func repair(_ path: ContentPath) -> Repair? {
        guard let bytes = (try? FileSystem.read(tree.location(path), atMost: SourceTree.maxFileSize)) ?? nil else { return nil }
        var document = Document(parsing: Source(file: tree.sourceFile(path), raw: bytes))
        // If the text had to be cleaned to be read, positions in it are not positions in the file.
        guard document.source.bytes == bytes else { return nil }
        var count = 0
        for index in document.links.indices {
            guard let address = address(for: document.links[index], in: document, at: path),
                let next = document.replacing(link: index, by: address)
            else { continue }
            count += zip(document.links, next.links).count { $0.destination != $1.destination }
            document = next
        }
        return count == 0 ? nil : Repair(file: tree.sourceFile(path), before: bytes, after: document.source.bytes, count: count)
    }

    /// The address that a link should have; nil if it is right, or if there is more than one answer.
    private func address(for link: Link, in document: Document, at path: ContentPath) -> String? {
        let (target, finding) = snapshot.resolver.resolve(link.destination, role: link.role, from: path)
        let reference = link.destination
        switch (finding?.rule, target) {
        case (.linkCase, .page(let target, _)), (.linkCase, .asset(let target)):
            let isRespelt = target.string.endsIgnoringCase(inNamesOf: reference.withoutFragment)
            return isRespelt ? reference.respelling(target) : target.address(from: path, like: reference)
        case (.linkTarget, .nowhere), (.linkAsset, .nowhere):
            let file = ContentPath((reference.withoutFragment.percentDecoded ?? reference.withoutFragment))
            guard !["readme.md", "index.md", ""].contains(file.name.lowercased()), !file.fileExtension.isEmpty else { return nil }
            let sameName = tree.files(named: file.name)
            return sameName.count == 1 ? sameName[0].address(from: path, like: reference) : nil
        case (.linkPlaceholder, .nowhere):
            // A single word is weak evidence unless it is spelt exactly as the title.
            let text = document.plainText(of: link.node)
            guard let page = pagesByTitle[text.lowercased()], page.title == text || text.contains(" ") else { return nil }
            return page.path.address(from: path, like: "")
        default: return nil
        }
    }
}

extension Document {
    /// The document with another address of one link, and of those written at the same place. Where the old address stands in the text is
    /// found by trying: the place is right if parsing the new text gives the new address and changes no other.
    fileprivate func replacing(link index: Int, by address: String) -> Document? {
        let old = links[index].destination
        var start = 0
        while let range = range(ofAddress: links[index], anywhereFrom: start) {
            start = range.lowerBound + 1
            var text = source.bytes
            text.replaceSubrange(range, with: Array(address.utf8))
            let next = Document(parsing: Source(file: source.file, raw: text))
            guard next.links.count == links.count, next.links[index].destination == address else { continue }
            let isSame = zip(links, next.links).allSatisfy {
                $0.destination == $1.destination || ($0.destination == old && $1.destination == address)
            }
            if isSame { return next }
        }
        return nil
    }
}

extension ContentPath {
    /// This path as an address on a page, percent-encoded, with the query and fragment of another address.
    fileprivate func address(from page: ContentPath, like other: String) -> String {
        var bytes: [UInt8] = []
        bytes.write(pathEncoding: reference(from: page.folder))
        return String(decoding: bytes, as: UTF8.self) + other.dropFirst(other.withoutFragment.count)
    }
}

extension String {
    fileprivate var withoutFragment: String { String(prefix { $0 != "#" && $0 != "?" }) }

    /// What is left of a reference without the `.` and `..` that it begins with.
    private var withoutLeadingDots: String { split(separator: "/").drop { $0 == ".." || $0 == "." }.joined(separator: "/") }

    /// Whether this path ends in the names of a reference, ignoring case.
    fileprivate func endsIgnoringCase(inNamesOf reference: String) -> Bool {
        let rest = reference.withoutLeadingDots
        return !rest.isEmpty && !rest.contains("%") && lowercased().hasSuffix(rest.lowercased())
    }

    /// This reference with the spelling of the file that it means.
    fileprivate func respelling(_ target: ContentPath) -> String {
        let file = withoutFragment
        let up = file.prefix(file.count - file.withoutLeadingDots.count)
        return up + String(target.string.suffix(file.count - up.count)) + dropFirst(file.count)
    }
}
