import Bytes
import Markdown
import Paths
import Site

/// A page's Markdown as it is published beside it: without front matter, with its title, and with the addresses of links as they
/// are from there.
struct MarkdownCopy {
    let bytes: [UInt8]

    /// - Parameter folder: the address from which links are relative; the page's own where nil.
    init(_ page: Page, in site: Site, from folder: SiteAddress? = nil) {
        let document = page.document
        let source = document.source.bytes
        let urls = PageURLs(site: site, page: folder ?? page.address)
        var out: [UInt8] = []
        out.reserveCapacity(source.count + 256)
        if page.titleHeading == nil {
            out.write("# ")
            out.write(utf8: page.title)
            out.write("\n\n")
        }
        var position = document.bodyOffset
        while position < source.count, source[position] == 0x0A || source[position] == 0x0D { position += 1 }
        // Links are in the order in which they were found, which is not everywhere that of the lines.
        let order = document.links.indices.sorted {
            (document[document.links[$0].node].line, $0) < (document[document.links[$1].node].line, $1)
        }
        for index in order {
            let link = document.links[index]
            guard let url = Self.url(page.targets[index], site, urls) else { continue }
            guard let place = document.range(ofAddress: link, from: position) else { continue }
            out.append(contentsOf: source[position..<place.lowerBound])
            out.write(utf8: url)
            position = place.upperBound
        }
        out.append(contentsOf: source[position...])
        if out.last != 0x0A { out.append(0x0A) }
        bytes = out
    }

    /// Where a link within the site leads: to the other page's Markdown. Nil for an address that stays as it is.
    private static func url(_ target: ResolvedTarget, _ site: Site, _ urls: PageURLs) -> String? {
        switch target {
        case .external, .nowhere: return nil
        case .asset: return urls.url(target)
        case .page(let id, let fragment):
            let address = site.pages[id].address
            let part = fragment.map(RelativeURL.fragment) ?? ""
            if address == urls.page, !part.isEmpty { return part }
            return RelativeURL.file(OutputLayout.markdown(address), from: urls.page) + part
        }
    }
}
