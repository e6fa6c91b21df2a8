import Bytes
import Paths

/// An old address that leads to a new one.
package struct Redirect: Sendable {
    /// The file that stands at the old address.
    package let file: OutputPath
    package let target: ResolvedTarget
    /// What follows the target's path, such as `?tab=two`; mostly empty.
    package let query: String

    /// The old address of a page.
    init(_ address: SiteAddress, _ target: ResolvedTarget, query: String = "") {
        self.init(file: OutputLayout.page(address), target, query: query)
    }

    init(file: OutputPath, _ target: ResolvedTarget, query: String) {
        self.file = file
        self.target = target
        self.query = query
    }

    /// The address from which URLs in the file are relative. It is the old one if `isPage`.
    package var base: SiteAddress { file.folder }

    /// Whether the file makes a folder a page, as opposed to a file with a name of its own, such as `old.html`.
    package var isPage: Bool { file.name == OutputLayout.pageName }
}

extension ContentPath {
    /// The file that a writer means by an old URL path that ends in `.html` and is not a folder's page: what other generators write. Nil for
    /// other paths.
    static func redirectFile(_ reference: String) -> OutputPath? {
        let path = ContentPath.root.resolving(reference.percentDecoded ?? reference)
        guard ["html", "htm"].contains(path.fileExtension), path.withoutExtension.name.lowercased() != "index" else { return nil }
        return OutputPath(path.string)
    }

    /// The address that a writer means by an old path or URL path: no `.md` or `.html`, and a folder's page named by its folder.
    static func redirectAddress(_ reference: String) -> SiteAddress {
        var path = ContentPath.root.resolving(reference.percentDecoded ?? reference)
        if path.isMarkdown || ["html", "htm"].contains(path.fileExtension) { path = path.withoutExtension }
        let name = path.name.lowercased()
        return SiteAddress(name == "readme" || name == "index" ? path.folder.string : path.string)
    }
}
