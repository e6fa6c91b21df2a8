import Bytes
import Diagnostics
import Files
import Markdown

/// A change of one address in a file that has one safe answer.
public struct Repair: Sendable {
    /// The file, by its path in the content as findings show it.
    public let path: String
    /// Bytes of the file.
    public let range: Range<Int>
    public let replacement: [UInt8]
}

extension Reading {
    /// What can be repaired without asking: addresses in the wrong case, of a page or file that moved and whose name only one has, and those that GitBook could not
    /// export, where the text of the link is the title of one page alone. Files of the content are read anew, so that places are true.
    public var repairs: [Repair] {
        let titles = Dictionary(grouping: site.pages.filter { !$0.title.isEmpty }) { $0.title.lowercased() }.compactMapValues { $0.count == 1 ? $0[0].path : nil }
        let summary = site.tree.file(ignoringCase: gitBook.summary ?? "SUMMARY.md")
        let files = Set(drafts.flatMap { [$0.path] + $0.text.parts } + [summary].compactMap(\.self)).sorted()
        return files.flatMap { repairs(of: $0, titles) }
    }

    private func repairs(of path: String, _ titles: [String: String]) -> [Repair] {
        guard let bytes = (try? FileSystem.read(site.tree.location(path), atMost: Site.largestFile)) ?? nil else { return [] }
        let document = Document(parsing: Source(path: path, raw: bytes))
        // Where the text had to be mended to be read, places in it are not places in the file.
        guard document.source.bytes == bytes else { return [] }
        var position = 0
        var repairs: [Repair] = []
        let order = document.links.indices.sorted { (document[document.links[$0].node].line, $0) < (document[document.links[$1].node].line, $1) }
        for index in order {
            let link = document.links[index]
            guard let place = document.range(ofAddress: link, from: position) else { continue }
            position = place.upperBound
            guard let address = address(for: link, in: document, at: path, titles), place.count == link.destination.utf8.count else { continue }
            repairs.append(Repair(path: site.tree.shown(path), range: place, replacement: Array(address.utf8)))
        }
        return repairs
    }

    /// The address that a link should have; nil where there is nothing to mend, or no one answer.
    private func address(for link: Link, in document: Document, at path: String, _ titles: [String: String]) -> String? {
        let (reference, finding) = resolver.resolve(link.destination, role: link.role, from: path)
        switch (finding?.rule, reference) {
        case (.linkCase, .page(let target, _)), (.linkCase, .asset(let target)):
            return target.caseInsensitivelyEnds(link.destination.withoutFragment) ? link.destination.respelling(target) : target.address(from: path, like: link.destination)
        case (.linkTarget, .nowhere), (.linkAsset, .nowhere):
            let name = (link.destination.withoutFragment.percentDecoded ?? link.destination.withoutFragment).lastComponent
            guard !["readme.md", "index.md", ""].contains(name.lowercased()), !name.pathExtension.isEmpty else { return nil }
            let same = resolver.tree.files(named: name)
            return same.count == 1 ? same[0].address(from: path, like: link.destination) : nil
        case (.linkPlaceholder, .nowhere):
            return titles[document.plainText(of: link.node).lowercased()]?.address(from: path, like: "")
        default: return nil
        }
    }
}

extension String {
    fileprivate var withoutFragment: String { String(prefix { $0 != "#" && $0 != "?" }) }

    /// Whether this path ends in what another names, but for case and what leads up.
    fileprivate func caseInsensitivelyEnds(_ other: String) -> Bool {
        let rest = other.split(separator: "/").drop { $0 == ".." || $0 == "." }.joined(separator: "/")
        return !rest.isEmpty && !rest.contains("%") && lowercased().hasSuffix(rest.lowercased())
    }

    /// This address with the spelling of the file that it means.
    fileprivate func respelling(_ target: String) -> String {
        let file = withoutFragment
        let up = file.prefix(file.count - file.split(separator: "/").drop { $0 == ".." || $0 == "." }.joined(separator: "/").count)
        return up + String(target.suffix(file.count - up.count)) + dropFirst(file.count)
    }

    /// This path as an address on a page, with the fragment of another address, and with `%` escapes where that has some or they are needed.
    fileprivate func address(from page: String, like other: String) -> String {
        var bytes: [UInt8] = []
        bytes.write(pathEncoding: relative(to: page.parentFolder))
        return String(decoding: bytes, as: UTF8.self) + other.dropFirst(other.withoutFragment.count)
    }
}
