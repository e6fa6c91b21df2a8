import Bytes
import Paths

/// An old address that leads to a new one.
package struct Redirect: Sendable {
    package let address: SiteAddress
    package let target: ResolvedTarget
}

extension ContentPath {
    /// The address that a writer means by an old path or URL path: no `.md` or `.html`, and a folder's page named by its folder.
    static func redirectAddress(_ reference: String) -> SiteAddress {
        var path = ContentPath.root.resolving(reference.percentDecoded ?? reference)
        if path.isMarkdown || path.fileExtension == "html" { path = path.withoutExtension }
        let name = path.name.lowercased()
        return SiteAddress(name == "readme" || name == "index" ? path.folder.string : path.string)
    }
}
