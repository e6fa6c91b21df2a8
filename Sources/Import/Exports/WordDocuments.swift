import Files
import Paths

/// Documents of Word. Each becomes a page, or one for each of its chapters where it has several.
struct WordDocuments {
    private let files: [(path: ContentPath, location: String)]

    init(_ files: [(path: ContentPath, location: String)]) { self.files = files }

    func site() throws(ImportSource.Failure) -> ImportedSite {
        var site = ImportedSite()
        var names = UniqueNames()
        for (path, location) in files {
            let media = FileSystem.temporaryFolder
            defer { try? FileSystem.remove(media) }
            let text = SourceText(try Pandoc.markdown(ofWord: location, media: media))
            let name = names.name(path.withoutExtension.name)
            var found: [(ContentPath, ImportedSite.Asset)] = []
            let lines = LinkRewriter.rewritten(text.lines) { address, _ in
                guard address.hasPrefix(media + "/"), let bytes = (try? FileSystem.read(address)) ?? nil else { return nil }
                let target = ContentPath("assets/\(name)/\(address.split(separator: "/").last ?? "picture")")
                found.append((target, .bytes(bytes)))
                return target.string
            }
            for (target, asset) in found { site.assets[target] = asset }
            add(lines, name, path, &names, &site)
        }
        return site
    }

    private func add(_ lines: [SourceLine], _ name: String, _ path: ContentPath, _ names: inout UniqueNames, _ site: inout ImportedSite) {
        let starts = lines.indices.filter { !lines[$0].isCode && lines[$0].text.hasPrefix("# ") }
        let title = String(path.withoutExtension.name)
        guard starts.count > 1 else {
            let front = starts.isEmpty ? ["title: \(ImportedSite.quoted(title))"] : []
            let page = ContentPath(name + ".md")
            site.pages.append(.init(path: page, frontMatter: front, text: lines.joined))
            site.navigation.append(.init(title: starts.first.map { String(lines[$0].text.dropFirst(2)) } ?? title, page: page))
            return
        }
        var entry = ImportedSite.Entry(title: title)
        let head = Array(lines[..<starts[0]]).trimmedBlanks
        if !head.isEmpty {
            let page = ContentPath(name + ".md")
            site.pages.append(.init(path: page, frontMatter: ["title: \(ImportedSite.quoted(title))"], text: head.joined))
            entry.page = page
        }
        for (start, end) in zip(starts, starts.dropFirst() + [lines.count]) {
            let heading = String(lines[start].text.dropFirst(2))
            let page = ContentPath("\(name)-\(names.name(heading)).md")
            site.pages.append(.init(path: page, text: Array(lines[start..<end]).joined))
            entry.children.append(.init(title: heading, page: page))
        }
        site.navigation.append(entry)
    }
}
