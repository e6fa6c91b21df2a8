import Bytes
import Content
import DocumentHTML
import Guides
import Labels
import Markdown
import Mustache
import Paths
import Site

/// The values that templates are given for a page.
struct PageView {
    private static let link: [(name: String, schema: Schema)] = [("title", .text), ("url", .text)]

    /// The shape of it, by which templates are checked.
    static let schema = Schema.object([
        (
            "site",
            .object([
                ("title", .text), ("description", .text), ("language", .text), ("home", .text), ("logo", .text), ("favicon", .text),
                ("footer", .text), ("links", .list(.object(link))), ("baseURL", .text),
            ])
        ),
        (
            "page",
            .object([
                ("title", .text), ("titleHTML", .text), ("titleAnchor", .text), ("description", .text), ("lead", .text), ("body", .text),
                ("language", .text), ("direction", .text), ("isWide", .flag), ("isHidden", .flag), ("showsTitle", .flag),
                ("showsSidebar", .flag), ("showsOutline", .flag), ("canonical", .text), ("markdown", .text), ("edit", .text),
                ("hasActions", .flag), ("icon", .text), ("hasTags", .flag), ("tags", .list(.object([("title", .text)]))), ("feed", .text),
                ("cover", .object([("url", .text), ("width", .text), ("height", .text)])), ("guideMap", .text),
                ("guide", .text), ("guideAlone", .text), ("hasSteps", .flag),
            ])
        ),
        (
            "files",
            .object([
                ("style", .text), ("customStyle", .text), ("boot", .text), ("script", .text), ("blocks", .text), ("checklist", .text),
                ("guideStart", .text),
                ("navigation", .text), ("root", .text),
                ("allPages", .text), ("llms", .text), ("search", .text), ("searchPage", .text), ("openSearch", .text),
            ])
        ),
        ("labels", .object(Labels.english.map { ($0.key, .text) })),
        ("hasBreadcrumbs", .flag),
        ("breadcrumbs", .list(.object(link))),
        ("hasOutline", .flag),
        ("outline", .list(.object([("title", .text), ("url", .text), ("isNested", .flag)]))),
        ("navigation", .text),
        ("previous", .object(link)),
        ("next", .object(link)),
        ("target", .text),
        ("titles", .list(.object(link))),
    ])

    private let site: Site
    private let shared: SharedFiles
    /// The address of the page, from which URLs are relative.
    private let address: SiteAddress
    /// The URL of the site's root as seen from the page, ending in `/`.
    private let root: String

    init(_ site: Site, _ shared: SharedFiles, page address: SiteAddress) {
        self.site = site
        self.shared = shared
        self.address = address
        root = RelativeURL.root(from: address)
    }

    /// For the page of missing pages, which is shown at any address.
    init(_ site: Site, _ shared: SharedFiles, root: String) {
        self.site = site
        self.shared = shared
        self.root = root
        address = .root
    }

    // MARK: Values

    /// The HTML of a page's text.
    func body(of page: Page, _ context: PageContext) -> [UInt8] {
        let isBare = page.document.isEmpty(but: page.titleHeading?.node)
        return isBare
            ? childCards(of: page, context.urls)
            : HTMLRenderer.html(page.document, context: context, omitting: page.titleHeading?.node ?? .none)
    }

    /// The values for a page of the site.
    func value(of page: Page, _ guide: Guide?, body: [UInt8], _ context: PageContext) -> Value {
        let urls = context.urls
        let breadcrumbs = breadcrumbs(of: page, urls)
        let outline = outline(of: page)
        return .object(
            common(navigation: shared.navigation[page.space]) + [
                ("page", .object(properties(of: page, body: body, context) + properties(of: page, guide))),
                ("hasBreadcrumbs", .flag(!breadcrumbs.isEmpty)), ("breadcrumbs", .list(breadcrumbs)),
                ("hasOutline", .flag(!outline.isEmpty)), ("outline", .list(outline)),
                ("navigation", .text(NavigationMarkup.sidebar(of: page, in: site, moreURL: url(OutputLayout.allPages)))),
                ("previous", neighbour(page.previous, page, urls)),
                ("next", neighbour(page.next, page, urls)),
            ])
    }

    private func properties(of page: Page, _ guide: Guide?) -> [(name: String, value: Value)] {
        guard let guide, guide.hasTree else { return [("hasSteps", .flag(guide?.hasSteps ?? false))] }
        return [
            ("guideMap", .text(GuideMap(guide, site).html)), ("guide", .text(OutputLayout.guideName)), ("hasSteps", .flag(guide.hasSteps)),
            ("guideAlone", .text(site.standaloneGuide(of: page) == nil ? nil : OutputLayout.standaloneGuideName + "/")),
        ]
    }

    /// The values for the page that shows the guide of another alone.
    func value(ofGuideOf page: Page) -> Value {
        .object(
            common() + [
                (
                    "page",
                    .object([
                        ("title", .text(page.title)), ("language", .text(page.language)),
                        ("direction", .text(page.isRightToLeft ? "rtl" : "ltr")),
                        ("isHidden", .flag(true)), ("guide", .text("../" + OutputLayout.guideName)),
                    ])
                )
            ])
    }

    /// The values for a page that is not of the content, such as the one for missing pages.
    func value(title: String, body: [UInt8] = [], target: String? = nil, titles: [Value] = []) -> Value {
        .object(
            common() + [
                (
                    "page",
                    .object([
                        ("title", .text(title)), ("body", .text(body)), ("language", .text(site.configuration.language)),
                        ("direction", .text(site.configuration.isRightToLeft ? "rtl" : "ltr")), ("showsTitle", .flag(true)),
                        ("isHidden", .flag(true)),
                    ])
                ),
                ("target", .text(target)), ("titles", .list(titles)),
            ])
    }

    private func common(navigation: OutputPath? = nil) -> [(name: String, value: Value)] {
        let configuration = site.configuration
        let links = site.links.map { link in
            Value.object([("title", .text(link.title)), ("url", .text(url(link.target)))])
        }
        return [
            (
                "site",
                .object([
                    ("title", .text(site.title)), ("description", .text(configuration.description)),
                    ("language", .text(configuration.language)), ("home", .text(root)), ("logo", .text(asset(configuration.logo))),
                    ("favicon", .text(asset(configuration.favicon))), ("footer", .text(configuration.footer)), ("links", .list(links)),
                    ("baseURL", .text(configuration.baseURL)),
                ])
            ),
            (
                "files",
                .object([
                    ("style", .text(url(shared.style))), ("customStyle", .text(shared.customStyle.map(url))),
                    ("boot", .text(url(shared.boot))),
                    ("script", .text(url(shared.script))), ("blocks", .text(url(shared.blocks))),
                    ("checklist", .text(url(shared.checklist))),
                    ("guideStart", .text(url(shared.guideStart))), ("navigation", .text((navigation ?? shared.navigation.first).map(url))),
                    ("root", .text(root)),
                    ("allPages", .text(url(OutputLayout.allPages))), ("llms", .text(url(OutputLayout.modelIndex))),
                    ("search", .text(url(shared.search))), ("searchPage", .text(url(shared.searchResults))),
                    ("openSearch", .text(configuration.baseURL?.hasPrefix("http") ?? false ? url(OutputLayout.openSearch) : nil)),
                ])
            ),
            ("labels", shared.labels),
        ]
    }

    /// URLs by way of the site's root, which are right at any address.
    private func url(_ file: OutputPath) -> String { root + RelativeURL.file(file, from: .root) }
    private func url(_ page: SiteAddress) -> String { root + page.string + "/" }

    private func url(_ target: ResolvedTarget) -> String? {
        let url = PageURLs(site: site, page: .root).url(target)
        if case .external = target { return url }
        return url.map { root + $0.withoutDot }
    }

    private func asset(_ path: ContentPath?) -> String? {
        path.flatMap(site.index.asset).map { url(site.assets[$0].output) }
    }

    private func properties(of page: Page, body: [UInt8], _ context: PageContext) -> [(name: String, value: Value)] {
        let front = page.document.frontMatter
        let title = page.titleHeading.map { HTMLRenderer.inlineHTML(of: $0.node, in: page.document, context: context) }
        var edit: String?
        if let template = site.configuration.editURL, front.layout.showsActions {
            var path: [UInt8] = []
            path.write(pathEncoding: site.sourceFile(of: page).shownPath)
            edit = template.replacing("{path}", with: String(decoding: path, as: UTF8.self))
        }
        let canonical = site.configuration.baseURL.map { $0 + RelativeURL.page(page.address, from: .root).withoutDot }
        return [
            ("title", .text(page.title)), ("titleHTML", title.map(Value.text) ?? .text(escaped(page.title))),
            ("titleAnchor", .text(page.titleHeading?.anchor)), ("description", .text(page.description)),
            ("lead", front.layout.showsDescription ? .text(front.description) : .absent), ("body", .text(body)),
            ("language", .text(page.language)), ("direction", .text(page.isRightToLeft ? "rtl" : "ltr")),
            ("isWide", .flag(front.layout.isWide)), ("isHidden", .flag(front.isOutOfRobots)),
            ("showsTitle", .flag(front.layout.showsTitle)), ("showsSidebar", .flag(front.layout.showsTableOfContents)),
            ("showsOutline", .flag(front.layout.showsOutline)), ("canonical", .text(canonical)),
            ("markdown", .text(OutputLayout.markdownName)),
            ("icon", .text(front.icon.flatMap(Icon.symbol))),
            (
                "tags",
                .list(
                    front.layout.showsTags ? front.tags.map { .object([("title", .text(site.space(of: page).tagTitles[$0] ?? $0))]) } : [])
            ),
            ("hasTags", .flag(front.layout.showsTags && !front.tags.isEmpty)), ("cover", cover(page, context)),
            ("feed", .text(UpdateFeed.isThere(for: page, in: site) ? OutputLayout.feedName : nil)),
            ("edit", .text(edit)), ("hasActions", .flag(front.layout.showsActions)),
        ]
    }

    private func cover(_ page: Page, _ context: PageContext) -> Value {
        guard page.document.frontMatter.layout.showsCover, let link = page.document.coverLink,
            case .local(let url) = context.url(ofLink: link)
        else { return .absent }
        let size = context.imageSize(ofLink: link)
        return .object([
            ("url", .text(url)), ("width", .text(size.map { String($0.width) })), ("height", .text(size.map { String($0.height) })),
        ])
    }

    /// A page that has a title alone leads to the pages below it.
    private func childCards(of page: Page, _ urls: PageURLs) -> [UInt8] {
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

    private func escaped(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        out.write(escaping: text)
        return out
    }

    private func neighbour(_ id: Int?, _ page: Page, _ urls: PageURLs) -> Value {
        guard let id, page.document.frontMatter.layout.showsPagination else { return .absent }
        let other = site.pages[id]
        return .object([("title", .text(site.label(of: other))), ("url", .text(RelativeURL.page(other.address, from: address)))])
    }

    /// The entries above the page, from the top down; those without a page are text.
    private func breadcrumbs(of page: Page, _ urls: PageURLs) -> [Value] {
        var items = site.space(of: page).navigation
        var crumbs: [Value] = []
        for index in page.trail.dropLast() {
            let item = items[index]
            var url: String?
            if case .page = item.target { url = urls.url(item.target) }
            crumbs.append(.object([("title", .text(item.title)), ("url", .text(url))]))
            items = item.children
        }
        return crumbs
    }

    /// The second and third level, as GitBook shows them; the third stands out where no second came before it.
    private func outline(of page: Page) -> [Value] {
        var entries: [Value] = []
        var hasSection = false
        for heading in page.document.headings where heading.isInOutline && heading.node != page.titleHeading?.node {
            guard heading.level <= 3, !heading.text.isEmpty else { continue }
            hasSection = hasSection || heading.level < 3
            entries.append(
                .object([
                    ("title", .text(heading.text)), ("url", .text(RelativeURL.fragment(heading.anchor))),
                    ("isNested", .flag(heading.level == 3 && hasSection)),
                ]))
        }
        return entries
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

extension String {
    fileprivate var withoutDot: String { self == "./" ? "" : self }
}
