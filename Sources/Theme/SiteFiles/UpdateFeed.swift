import Bytes
import Content
import Markdown
import Paths
import Site

/// The RSS 2.0 feed of a page's updates: those that begin with a heading, as GitBook has it. A feed's addresses are absolute, so there is none
/// without a base URL.
struct UpdateFeed {
    let bytes: [UInt8]

    /// Whether a page has a feed.
    static func isThere(for page: Page, in site: Site) -> Bool {
        site.configuration.baseURL != nil && page.document.blocks.contains { $0.name == .updates }
    }

    /// Nil for a page without updates, or a site without a base URL.
    init?(_ page: Page, in site: Site) {
        guard Self.isThere(for: page, in: site), let base = site.configuration.baseURL else { return nil }
        let address = base + RelativeURL.page(page.address, from: .root).dropFirst(page.address.isRoot ? 2 : 0)
        var out: [UInt8] = []
        func element(_ name: String, _ text: String) {
            out.write(utf8: "<\(name)>")
            out.write(escaping: text.withoutXMLControls)
            out.write(utf8: "</\(name)>\n")
        }
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n")
        element("title", page.title)
        element("link", address)
        element("description", page.description.isEmpty ? page.title : page.description)
        for update in page.document.updates {
            out.write("<item>\n")
            element("title", update.heading.text)
            element("link", address + RelativeURL.fragment(update.heading.anchor))
            element("guid", address + RelativeURL.fragment(update.heading.anchor))
            if let date = update.date.flatMap(Self.rfc822) { element("pubDate", date) }
            element("description", update.text)
            out.write("</item>\n")
        }
        out.write("</channel>\n</rss>\n")
        bytes = out
    }

    /// `2025-03-01` as RSS writes dates, RFC 822; nil for anything else.
    private static func rfc822(_ date: String) -> String? {
        let parts = date.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = parts[2] < 10 ? "0\(parts[2])" : "\(parts[2])"
        return "\(day) \(months[parts[1] - 1]) \(parts[0]) 00:00:00 GMT"
    }
}
