import Diagnostics
import Markdown
import Paths
import Site

/// A link of a page to another host.
package struct ExternalLink: Sendable {
    /// The URL without a fragment.
    package let url: String
    /// The file in which the link is written.
    package let file: SourceFile
    package let position: SourcePosition
}

extension Site {
    /// The HTTP links of all pages to other hosts, in the order of the pages.
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
