import Content
import Files
import Paths

/// A book of HonKit or of older GitBook (https://honkit.netlify.app/structure.html), which kbgen reads as it is: it is copied.
struct Book {
    private let tree: SourceTree

    /// Nil for a folder that is no book.
    init?(_ tree: SourceTree) {
        let names: [ContentPath] = ["SUMMARY.md", "LANGS.md", "book.json"]
        guard names.contains(where: { tree.file(ignoringCase: $0) != nil }) else { return nil }
        self.tree = tree
    }

    func site() -> ImportedSite {
        var site = ImportedSite()
        for path in tree.files + tree.configurations { site.assets[path] = .file(location: tree.locationWithoutLinks(path)) }
        for name in GitBookConfiguration.names where FileSystem.kind(of: tree.root + "/" + name, followingSymlinks: false) == .file {
            site.assets[ContentPath(name)] = .file(location: tree.root + "/" + name)
        }
        return site
    }
}
