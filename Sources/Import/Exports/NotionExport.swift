import Content
import Paths

/// Pages of Notion that were exported as Markdown (https://www.notion.com/help/export-your-content): the names of files and folders end in ids.
struct NotionExport {
    private let tree: SourceTree
    private let pages: [ContentPath]

    /// Nil for a folder that is no such export.
    init?(_ tree: SourceTree) {
        pages = tree.files.filter { $0.isMarkdown && Self.id(of: $0.withoutExtension.name) != nil }
        self.tree = tree
        if pages.isEmpty { return nil }
    }

    /// The id at the end of a name: a space and 32 hexadecimal digits.
    private static func id(of name: String) -> Substring? {
        guard let space = name.lastIndex(of: " ") else { return nil }
        let id = name[name.index(after: space)...]
        return id.count == 32 && id.allSatisfy(\.isHexDigit) ? id : nil
    }

    private static func plain(_ name: Substring) -> String {
        let name = String(name)
        return UniqueNames.slug(id(of: name).map { String(name.dropLast($0.count + 1)) } ?? name)
    }

    func site() -> ImportedSite {
        var site = ImportedSite()
        var paths: [ContentPath: ContentPath] = [:]
        var taken: Set<ContentPath> = []
        for page in pages {
            let plain = page.withoutExtension.names.map(Self.plain).joined(separator: "/")
            var (path, number) = (ContentPath(plain + ".md"), 1)
            while !taken.insert(path).inserted {
                number += 1
                path = ContentPath("\(plain)-\(number).md")
            }
            paths[page] = path
        }
        var titles: [ContentPath: String] = [:]
        for (file, path) in paths.sorted(by: { $0.key < $1.key }) {
            guard let bytes = (try? tree.read(file)) ?? nil else { continue }
            let text = SourceText(String(decoding: bytes, as: UTF8.self))
            titles[file] = text.title ?? String(file.withoutExtension.name.dropLast(33))
            var found: [(ContentPath, ImportedSite.Asset)] = []
            let lines = LinkRewriter.rewritten(Self.callouts(text.lines)) { [tree] address, _ in
                guard !address.contains("://") else { return nil }
                let target = file.folder.resolving(address.percentDecoded ?? address)
                if let page = paths[target] { return page.reference(from: path.folder) }
                guard tree.contains(target) else { return nil }
                let new = ContentPath(
                    "assets/"
                        + target.names.map { name in ContentPath(String(name)).fileExtension.isEmpty ? Self.plain(name) : String(name) }
                        .joined(separator: "/"))
                found.append((new, .file(location: tree.locationWithoutLinks(target))))
                return new.reference(from: path.folder).replacing(" ", with: "%20")
            }
            for (new, asset) in found { site.assets[new] = asset }
            site.pages.append(.init(path: path, text: lines.joined))
        }
        for database in tree.files where database.fileExtension == "csv" {
            site.report(.standalone(database.string), 1, "the table of a database is not taken over; its pages are")
        }
        site.navigation = entries(in: .root, paths, titles)
        site.title = site.navigation.count == 1 ? site.navigation[0].title : ""
        return site
    }

    /// Callouts, which Notion writes as `<aside>`.
    private static func callouts(_ lines: [SourceLine]) -> [SourceLine] {
        var out: [SourceLine] = []
        for line in lines {
            var line = line
            if !line.isCode, line.trimmed == "<aside>" { line.text = "{% hint style=\"info\" %}" }
            if !line.isCode, line.trimmed == "</aside>" { line.text = "{% endhint %}" }
            out.append(line)
        }
        return out
    }

    /// Pages are in the folder of the page that they stand on.
    private func entries(
        in folder: ContentPath, _ paths: [ContentPath: ContentPath], _ titles: [ContentPath: String]
    ) -> [ImportedSite.Entry] {
        pages.filter { $0.folder == folder }.map { page in
            ImportedSite.Entry(
                title: titles[page] ?? page.name, page: paths[page], children: entries(in: page.withoutExtension, paths, titles))
        }
    }
}
