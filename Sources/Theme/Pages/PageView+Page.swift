import Bytes
import Content
import DocumentHTML
import Guides
import Labels
import Markdown
import Mustache
import Paths
import Site

/// The values that only pages of the content have.
extension PageView {
    func properties(of page: Page, body: [UInt8], _ context: PageContext) -> [(name: String, value: Value)] {
        let front = page.document.frontMatter
        let title = page.titleHeading.map { HTMLRenderer.inlineHTML(of: $0.node, in: page.document, context: context) }
        var edit: String?
        if let template = site.configuration.editURL, front.layout.showsActions {
            var path: [UInt8] = []
            path.write(pathEncoding: site.sourceFile(of: page).displayPath)
            edit = template.replacing("{path}", with: String(decoding: path, as: UTF8.self))
        }
        return [
            ("title", .text(page.title)), ("titleHTML", title.map(Value.text) ?? .text(escaped(page.title))),
            ("titleAnchor", .text(page.titleHeading?.anchor)), ("description", .text(page.description)),
            ("lead", front.layout.showsDescription ? .text(front.description) : .absent), ("body", .text(body)),
            ("language", .text(site.space(of: page).language)),
            ("direction", .text(LanguageTag.isRightToLeft(site.space(of: page).language) ? "rtl" : "ltr")), ("original", original(page)),
            ("isWide", .flag(front.layout.isWide)), ("isHidden", .flag(front.isExcludedFromRobots)),
            ("showsTitle", .flag(front.layout.showsTitle)), ("showsSidebar", .flag(front.layout.showsTableOfContents)),
            ("showsOutline", .flag(front.layout.showsOutline)), ("canonical", .text(canonicalURL(of: page))),
            ("markdown", .text(OutputLayout.markdownName)), ("image", .text(socialImage(of: page))),
            ("icon", .text(front.icon.flatMap(Icon.symbol))),
            (
                "tags",
                .list(
                    front.layout.showsTags ? front.tags.map { .object([("title", .text(site.space(of: page).tagTitles[$0] ?? $0))]) } : [])
            ),
            ("hasTags", .flag(front.layout.showsTags && !front.tags.isEmpty)), ("cover", cover(page, context)),
            ("feed", .text(UpdateFeed.isThere(for: page, in: site) && !isStandIn(page) ? OutputLayout.feedName : nil)),
            ("edit", .text(edit)), ("lastUpdated", lastUpdated(page)), ("hasActions", .flag(front.layout.showsActions)),
        ]
    }

    /// The absolute URL of the picture that other sites show beside a link to the page: its cover, else that of the settings.
    private func socialImage(of page: Page) -> String? {
        guard let base = site.configuration.baseURL else { return nil }
        var asset = site.configuration.socialImage.flatMap(site.index.asset)
        if let link = page.document.coverLink, case .asset(let id) = page.targets[link] { asset = id }
        return asset.map { base + RelativeURL.file(site.assets[$0].output, from: .root).withoutDot }
    }

    /// The day when the page last changed, and what its readers are told of it.
    private func lastUpdated(_ page: Page) -> Value {
        let texts = site.space(of: page).texts
        guard page.document.frontMatter.layout.showsMetadata, let day = page.lastUpdated,
            let words = Labels.date(day, months: texts["months"], pattern: texts["date"])
        else { return .absent }
        return .object([("date", .text(day)), ("text", .text(texts["lastUpdated"].replacing("{date}", with: words)))])
    }

    /// The language of a page that is shown among pages of another.
    private func original(_ page: Page) -> Value {
        guard isStandIn(page) else { return .absent }
        return .object([("language", .text(page.language)), ("direction", .text(page.isRightToLeft ? "rtl" : "ltr"))])
    }

    func cover(_ page: Page, _ context: PageContext) -> Value {
        guard page.document.frontMatter.layout.showsCover, let link = page.document.coverLink,
            case .local(let url) = context.url(ofLink: link)
        else { return .absent }
        let size = context.imageSize(ofLink: link)
        return .object([
            ("url", .text(url)), ("width", .text(size.map { String($0.width) })), ("height", .text(size.map { String($0.height) })),
        ])
    }

    /// A page that has a title alone leads to the pages below it.
    func childCards(of page: Page, _ urls: PageURLs) -> [UInt8] {
        var items = site.space(of: page).navigation
        for index in page.trail { items = items[index].children }
        var out: [UInt8] = []
        for item in page.trail.isEmpty ? [] : items where item.isShown {
            guard case .page(let id, _) = item.target, let url = urls.url(item.target) else { continue }
            out.write("<li class=\"kb-card kb-linked\"><a class=\"kb-card-body\" href=\"")
            out.write(href: url)
            out.write("\"><div>")
            out.write(escaping: item.title)
            out.write("</div>")
            if let description = site.pages[id].document.frontMatter.description {
                out.write("\n<div class=\"kb-card-text\">")
                out.write(escaping: description)
                out.write("</div>")
            }
            out.write("</a></li>\n")
        }
        return out.isEmpty ? [] : Array("<ul class=\"kb-cards\">\n".utf8) + out + Array("</ul>\n".utf8)
    }

    func escaped(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        out.write(escaping: text)
        return out
    }

    func neighbour(_ id: Int?, _ page: Page, _ urls: PageURLs) -> Value {
        guard let id, page.document.frontMatter.layout.showsPagination else { return .absent }
        let other = site.pages[id]
        return .object([("title", .text(site.label(of: other))), ("url", .text(RelativeURL.page(other.address, from: address)))])
    }

    /// The entries above the page, from the top down; those without a page are text.
    func breadcrumbs(of page: Page, _ urls: PageURLs) -> [Value] {
        entriesAbove(page).map { item in
            var url: String?
            if case .page = item.target { url = urls.url(item.target) }
            return .object([("title", .text(item.title)), ("url", .text(url))])
        }
    }

    private func entriesAbove(_ page: Page) -> [NavigationItem] {
        var items = site.space(of: page).navigation
        var above: [NavigationItem] = []
        for index in page.trail.dropLast() {
            above.append(items[index])
            items = items[index].children
        }
        return above
    }

    /// What the page tells search engines of itself; nil if it asks them to leave it out.
    func structuredData(of page: Page, _ guide: Guide?) -> [UInt8]? {
        if page.isExcludedFromRobots || isStandIn(page) { return nil }
        let base = site.configuration.baseURL
        let data = StructuredData(page, guide) { page in base.map { $0 + RelativeURL.page(page.address, from: .root).withoutDot } }
        return data.json(
            trail: entriesAbove(page).map { item in
                if case .page(let id, _) = item.target { return (item.title, site.pages[id]) }
                return (item.title, nil)
            })
    }

    /// The two highest levels that the page uses; the lower one stands out where no higher one came before it.
    func outline(of page: Page) -> [Value] {
        let headings = page.document.headings.filter { $0.isInOutline && $0.node != page.titleHeading?.node && !$0.text.isEmpty }
        let highest = headings.map(\.level).min() ?? 2
        var hasSection = false
        return headings.filter { $0.level <= highest + 1 }.map { heading in
            hasSection = hasSection || heading.level == highest
            return .object([
                ("title", .text(heading.text)), ("url", .text(RelativeURL.fragment(heading.anchor))),
                ("isNested", .flag(heading.level > highest && hasSection)),
            ])
        }
    }
}

extension Site {
    /// What the navigation calls a page.
    func label(of page: Page) -> String {
        var items = space(of: page).navigation
        var title = page.title
        for index in page.trail {
            title = items[index].title
            items = items[index].children
        }
        return title
    }
}
