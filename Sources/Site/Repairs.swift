import Bytes
import Diagnostics
import Files
import Markdown

/// A file in which something can be repaired that has one safe answer.
public struct Repair: Sendable {
    /// The file, by its path in the content as findings show it.
    public let path: String
    public let before: [UInt8]
    public let after: [UInt8]
    /// How many addresses are mended.
    public let count: Int
}

extension Reading {
    /// What can be repaired without asking: addresses in the wrong case, of a page or file that moved and whose name only one has, and those that GitBook could not
    /// export, where the text of the link is the title of one page alone.
    public var repairs: [Repair] {
        let titles = Dictionary(grouping: site.pages.filter { !$0.title.isEmpty }) { $0.title.lowercased() }.compactMapValues { $0.count == 1 ? $0[0] : nil }
        let summary = site.tree.file(ignoringCase: inputs.gitBook.summary ?? "SUMMARY.md")
        let files = Set(site.pages.flatMap { [$0.path] + $0.parts } + [summary].compactMap(\.self)).sorted()
        return files.compactMap { repair($0, titles) }
    }

    private func repair(_ path: String, _ titles: [String: Page]) -> Repair? {
        guard let bytes = (try? FileSystem.read(site.tree.location(path), atMost: Site.largestFile)) ?? nil else { return nil }
        var document = Document(parsing: Source(path: path, raw: bytes))
        // Where the text had to be mended to be read, places in it are not places in the file.
        guard document.source.bytes == bytes else { return nil }
        var count = 0
        for index in document.links.indices {
            guard let address = address(for: document.links[index], in: document, at: path, titles), let next = document.replacing(link: index, by: address) else { continue }
            count += zip(document.links, next.links).count { $0.destination != $1.destination }
            document = next
        }
        return count == 0 ? nil : Repair(path: site.tree.shown(path), before: bytes, after: document.source.bytes, count: count)
    }

    /// The address that a link should have; nil where there is nothing to mend, or no one answer.
    private func address(for link: Link, in document: Document, at path: String, _ titles: [String: Page]) -> String? {
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
            // One common word is no evidence, unless it is spelt as the title.
            let text = document.plainText(of: link.node)
            guard let page = titles[text.lowercased()], page.title == text || text.contains(" ") else { return nil }
            return page.path.address(from: path, like: "")
        default: return nil
        }
    }
}

extension Document {
    /// The document with another address of one link, and of those that are written at the same place. Where the old address stands in the text is tried: the place is
    /// right if reading the new text gives the new address, and changes no other.
    fileprivate func replacing(link index: Int, by address: String) -> Document? {
        let old = links[index].destination
        var from = 0
        while let place = range(ofAddress: links[index], anywhereFrom: from) {
            from = place.lowerBound + 1
            var text = source.bytes
            text.replaceSubrange(place, with: Array(address.utf8))
            let next = Document(parsing: Source(path: source.path, raw: text))
            guard next.links.count == links.count, next.links[index].destination == address else { continue }
            let isSame = zip(links, next.links).allSatisfy { $0.destination == $1.destination || ($0.destination == old && $1.destination == address) }
            if isSame { return next }
        }
        return nil
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
