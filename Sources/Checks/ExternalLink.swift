import Diagnostics
import Markdown
import Paths
import Site

/// A link of a page to another host.
package struct ExternalLink: Sendable {
    /// Without a fragment.
    package let url: String
    /// Where it is.
    package let file: SourceFile
    package let position: SourcePosition
}

extension Site {
    /// The links of all pages that lead to other hosts by HTTP, in the order of the pages.
    package var externalLinks: [ExternalLink] {
        pages.flatMap { page in
            page.document.links.indices.compactMap { index -> ExternalLink? in
                let link = page.document.links[index]
                guard link.role != .include, case .external(let address) = page.targets[index],
                    address.hasPrefix("http://") || address.hasPrefix("https://")
                else { return nil }
                let url = String(address.prefix { $0 != "#" })
                return ExternalLink(
                    url: url, file: link.origin?.file ?? page.document.source.file, position: page.document.position(ofLink: index))
            }
        }
    }
}
