import Bytes
import Markdown
import Paths
import Site

/// Writes the navigation as a page shows it: its own branch open, all others closed. What a page holds of it is bounded: long rows of
/// siblings are cut to those around the open one. The whole tree is in a file of its own, which the browser loads when wanted.
struct NavigationMarkup {
    /// The most siblings that a page shows.
    private static let maxSiblings = 60

    private let urls: PageURLs
    private let moreURL: String
    private var out: [UInt8] = []

    /// The lists of a page's sidebar.
    static func sidebar(of page: Page, in site: Site, moreURL: String) -> [UInt8] {
        var markup = NavigationMarkup(urls: PageURLs(site: site, page: page.address), moreURL: moreURL)
        markup.writeList(site.space(of: page).navigation, trail: page.trail[...], indices: [])
        return markup.out
    }

    /// The whole tree, for the page of all pages.
    static func whole(of site: Site, from page: SiteAddress) -> [UInt8] {
        var markup = NavigationMarkup(urls: PageURLs(site: site, page: page), moreURL: "")
        for space in site.spaces { markup.writeWholeList(space.navigation) }
        return markup.out
    }

    private init(urls: PageURLs, moreURL: String) {
        self.urls = urls
        self.moreURL = moreURL
    }

    // MARK: Sidebar

    /// - Parameters:
    ///   - trail: where the current page stands below this list.
    ///   - indices: the indices of the entries above, from the top down, for the script that opens other branches.
    private mutating func writeList(_ items: [NavigationItem], trail: ArraySlice<Int>, indices: [Int]) {
        let shown = Self.window(items.count, around: trail.first)
        out.write("<ul>")
        for index in shown where items[index].isShown {
            write(items[index], trail: trail.first == index ? trail.dropFirst() : nil, indices: indices + [index])
        }
        if shown.count < items.count {
            out.write("<li class=\"kb-more\"><a href=\"")
            out.write(href: moreURL)
            out.write("\">…</a></li>")
        }
        out.write("</ul>")
    }

    private static func window(_ count: Int, around index: Int?) -> Range<Int> {
        guard count > maxSiblings else { return 0..<count }
        let start = max(0, min((index ?? 0) - maxSiblings / 2, count - maxSiblings))
        return start..<(start + maxSiblings)
    }

    /// - Parameter trail: nil for an item of a branch that is closed.
    private mutating func write(_ item: NavigationItem, trail: ArraySlice<Int>?, indices: [Int]) {
        let isOpen = trail != nil || (item.isGroup && urls.site.pages.count <= Self.maxSiblings)
        out.write(item.isGroup ? "<li class=\"kb-group\"" : "<li")
        if item.hasShownChildren, !isOpen {
            out.write(" data-kb-place=\"")
            for (level, index) in indices.enumerated() {
                if level > 0 { out.write(".") }
                out.write(number: index)
            }
            out.write("\"")
        }
        out.write(">")
        writeTitle(item, isCurrent: trail?.isEmpty ?? false, isOpen: isOpen)
        if item.hasShownChildren, isOpen { writeList(item.children, trail: trail ?? [], indices: indices) }
        out.write("</li>")
    }

    private mutating func writeTitle(_ item: NavigationItem, isCurrent: Bool, isOpen: Bool) {
        guard let target = target(item, isOpen: isOpen) else {
            out.write("<span>")
            out.write(escaping: item.title)
            return out.write("</span>")
        }
        out.write("<a href=\"")
        if case .page(let id, nil) = target {
            RelativeURL.write(page: urls.site.pages[id].address, from: urls.page, into: &out)
        } else {
            out.write(href: urls.url(target) ?? "")
        }
        isCurrent ? out.write("\" aria-current=\"page\">") : out.write("\">")
        out.write(escaping: item.title)
        out.write("</a>")
    }

    /// An item without a page leads to the first page below it, so that its branch can be reached without script.
    private func target(_ item: NavigationItem, isOpen: Bool) -> ResolvedTarget? {
        if item.target != .nowhere { return item.target }
        return isOpen ? nil : Self.firstPage(item.children).map { .page($0, fragment: nil) }
    }

    static func firstPage(_ items: [NavigationItem]) -> Int? {
        for item in items {
            if case .page(let id, _) = item.target { return id }
            if let id = firstPage(item.children) { return id }
        }
        return nil
    }

    // MARK: Whole tree

    private mutating func writeWholeList(_ items: [NavigationItem]) {
        out.write("<ul>")
        for item in items where item.isShown {
            out.write("<li>")
            writeTitle(item, isCurrent: false, isOpen: true)
            if !item.children.isEmpty { writeWholeList(item.children) }
            out.write("</li>\n")
        }
        out.write("</ul>\n")
    }
}

extension NavigationItem {
    /// The item as `[title, address, children]` in the shared file: the address relative to the site's root, or null.
    /// An item that is not shown is null, so that all others keep their places.
    func json(_ urls: PageURLs) -> JSON {
        guard isShown else { return .null }
        let url = urls.url(target) ?? NavigationMarkup.firstPage(children).flatMap { urls.url(.page($0, fragment: nil)) }
        let head: [JSON] = [.string(title), url.map(JSON.string) ?? .null]
        return .array(children.isEmpty ? head : head + [.array(children.map { $0.json(urls) })])
    }
}
