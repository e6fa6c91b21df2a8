import Bytes
import Content
import Markdown
import Paths
import Site

/// An RSS 2.0 feed of updates: those that begin with a heading, as GitBook has it. A feed's addresses are absolute, so there is none without a
/// base URL.
struct UpdateFeed {
    let bytes: [UInt8]

    /// The most entries of the feed of a space, of which the newest are kept.
    private static let maxEntries = 100

    private struct Entry {
        let update: Document.Update
        /// The URL of the page that has it.
        let page: String
    }

    /// Whether a page has a feed.
    static func isThere(for page: Page, in site: Site) -> Bool { site.configuration.baseURL != nil && page.hasUpdates }

    /// The updates of a page, in their order. Nil for a page without updates, or a site without a base URL.
    init?(_ page: Page, in site: Site) {
        guard Self.isThere(for: page, in: site), let base = site.configuration.baseURL else { return nil }
        self.init(title: page.title, description: page.description, url: Self.url(page, base), Self.entries(of: page, base))
    }

    /// The updates of all pages of a space, the newest first. Nil for a space without updates, or a site without a base URL.
    init?(_ space: Space, in site: Site) {
        guard let base = site.configuration.baseURL, site.hasUpdates(space) else { return nil }
        let pages = site.pages[space.pages].filter { $0.hasUpdates && !$0.isExcludedFromRobots }
        let entries = pages.flatMap { Self.entries(of: $0, base) }
        let sorted = entries.enumerated().sorted {
            let (one, two) = ($0.element.update.date ?? "", $1.element.update.date ?? "")
            return one == two ? $0.offset < $1.offset : one > two
        }
        let name = space.settings.section.isEmpty ? space.settings.title : space.settings.section
        let home = site.page(at: space.address)
        self.init(
            title: name.isEmpty || site.spaces.count == 1 ? site.title : "\(site.title): \(name)", description: home?.description ?? "",
            url: home.map { Self.url($0, base) } ?? base, sorted.prefix(Self.maxEntries).map(\.element))
    }

    private static func url(_ page: Page, _ base: String) -> String {
        base + RelativeURL.page(page.address, from: .root).dropFirst(page.address.isRoot ? 2 : 0)
    }

    private static func entries(of page: Page, _ base: String) -> [Entry] {
        let url = url(page, base)
        return page.document.updates.map { Entry(update: $0, page: url) }
    }

    private init(title: String, description: String, url: String, _ entries: [Entry]) {
        var out: [UInt8] = []
        func element(_ name: String, _ text: String) {
            out.write(utf8: "<\(name)>")
            out.write(escaping: text.withoutXMLControls)
            out.write(utf8: "</\(name)>\n")
        }
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\">\n<channel>\n")
        element("title", title)
        element("link", url)
        element("description", description.isEmpty ? title : description)
        for entry in entries {
            let address = entry.page + RelativeURL.fragment(entry.update.heading.anchor)
            out.write("<item>\n")
            element("title", entry.update.heading.text)
            element("link", address)
            element("guid", address)
            if let date = entry.update.date.flatMap(Self.rfc822) { element("pubDate", date) }
            element("description", entry.update.text)
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
