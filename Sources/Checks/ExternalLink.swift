import Diagnostics
import Markdown
import Site

/// A link of a page to another host.
public struct ExternalLink: Sendable {
    /// Without a fragment.
    public let url: String
    /// The file that it stands in, as findings show it, and where.
    public let path: String
    public let position: SourcePosition
}

extension Site {
    /// The links of all pages that lead to other hosts by HTTP, in the order of the pages.
    public var externalLinks: [ExternalLink] {
        pages.flatMap { page in
            page.document.links.indices.compactMap { index -> ExternalLink? in
                let link = page.document.links[index]
                guard link.role != .include, case .external(let address) = page.targets[index], address.hasPrefix("http://") || address.hasPrefix("https://") else { return nil }
                let url = String(address.prefix { $0 != "#" })
                return ExternalLink(url: url, path: link.origin?.path ?? page.document.source.path, position: page.document.position(ofLink: index))
            }
        }
    }
}
