import Bytes
import Content
import DocumentHTML
import Guides
import Markdown
import Mustache
import Paths
import Site

/// The values that templates are given for a page.
struct PageView {
    let site: Site
    let shared: SharedFiles
    /// The address of the page, from which URLs are relative.
    let address: SiteAddress
    /// The URL of the site's root as seen from the page, ending in `/`.
    let root: String

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
        let isBare = page.document.isEmpty(except: page.titleHeading?.node)
        return isBare
            ? childCards(of: page, context.urls)
            : HTMLRenderer.html(page.document, context: context, omitting: page.titleHeading?.node ?? .none)
    }

    /// The values for a page of the site.
    /// - Parameter problems: the ids of all pages with a tree, for a landing page.
    func value(of page: Page, _ guide: Guide?, body: [UInt8], _ context: PageContext, problems: [Int]) -> Value {
        let urls = context.urls
        let breadcrumbs = breadcrumbs(of: page, urls)
        let outline = outline(of: page)
        return .object(
            common(page.space) + spaceValues(page) + [
                (
                    "page",
                    .object(
                        properties(of: page, body: body, context) + properties(of: page, guide, context)
                            + landing(page, urls, problems: problems)
                            + [("structuredData", structuredData(of: page, guide).map(Value.text) ?? .absent)])
                ),
                ("hasBreadcrumbs", .flag(!breadcrumbs.isEmpty)), ("breadcrumbs", .list(breadcrumbs)),
                ("hasOutline", .flag(!outline.isEmpty)), ("outline", .list(outline)),
                ("navigation", .text(NavigationMarkup.sidebar(of: page, in: site, moreURL: url(OutputLayout.allPages)))),
                ("previous", neighbour(page.previous, page, urls)),
                ("next", neighbour(page.next, page, urls)),
            ])
    }

    private func landing(_ page: Page, _ urls: PageURLs, problems: [Int]) -> [(name: String, value: Value)] {
        guard page.document.frontMatter.layout.isLanding else { return [] }
        let problems = landingProblems(problems, beside: page)
        return [
            ("isLanding", .flag(true)), ("cards", .text(landingCards(of: page, urls))), ("hasProblems", .flag(!problems.isEmpty)),
            ("problems", .list(problems)),
        ]
    }

    private func properties(of page: Page, _ guide: Guide?, _ context: PageContext) -> [(name: String, value: Value)] {
        guard let guide else { return [] }
        guard let bar = GuideBar(guide, of: page) else { return [("hasSteps", .flag(guide.hasBoxes))] }
        let halves = HTMLRenderer.halves(
            of: page.document, from: bar.block, context: context, omitting: page.titleHeading?.node ?? .none)
        return [
            ("introduction", .text(halves.introduction)), ("rest", .text(halves.rest)), ("guideIntro", .text(intro(bar.stopCount, page))),
            ("isGuideOfSection", .flag(bar.isOfSection)), ("guideMap", .text(GuideMap(guide, site.space(of: page).texts).html)),
            ("guide", .text(OutputLayout.guideName)), ("hasSteps", .flag(guide.hasBoxes)),
            ("guideAlone", .text(site.standaloneGuide(of: page) == nil ? nil : OutputLayout.standaloneGuideName + "/")),
        ]
    }

    private func intro(_ count: Int, _ page: Page) -> String {
        site.space(of: page).texts["guideIntro"].replacing("{count}", with: String(count))
    }

    /// The values for the page that shows the guide of another alone.
    func value(of guide: Guide, of page: Page) -> Value {
        .object(
            common(page.space) + [
                (
                    "page",
                    .object([
                        ("title", .text(page.title)), ("language", .text(page.language)),
                        ("direction", .text(page.isRightToLeft ? "rtl" : "ltr")),
                        ("isHidden", .flag(true)), ("guide", .text("../" + OutputLayout.guideName)),
                        ("guideIntro", .text(intro(GuideBar(guide, of: page)?.stopCount ?? 1, page))),
                    ])
                )
            ])
    }

    /// The values for a page that is not of the content, such as the one for missing pages.
    /// - Parameters:
    ///   - space: the space whose language it speaks.
    ///   - lists: the values of further names.
    func value(
        title: String, space: Int = 0, body: [UInt8] = [], target: String? = nil, lists: [(name: String, values: [Value])] = []
    ) -> Value {
        let language = site.spaces[space].texts.language
        return .object(
            common(space) + [
                (
                    "page",
                    .object([
                        ("title", .text(title)), ("body", .text(body)), ("hasBody", .flag(!body.isEmpty)),
                        ("language", .text(language)), ("direction", .text(LanguageTag.isRightToLeft(language) ? "rtl" : "ltr")),
                        ("showsTitle", .flag(true)),
                        ("isHidden", .flag(true)),
                    ])
                ),
                ("target", .text(target)),
            ] + lists.map { ($0.name, .list($0.values)) })
    }

    /// What the pages of a space have in common; what is in no space has what those of the first have.
    private func common(_ space: Int) -> [(name: String, value: Value)] {
        let configuration = site.configuration
        let (appearance, links) = (site.spaces[space].appearance, site.spaces[space].links)
        return [
            (
                "site",
                .object([
                    ("title", .text(site.title)), ("description", .text(configuration.description)),
                    ("language", .text(site.spaces[space].language)), ("home", .text(home(of: space))),
                    ("space", .text(site.spaces.count > 1 ? site.spaces[space].settings.folder.string : nil)),
                    ("logo", .text(asset(appearance.logo))), ("favicon", .text(asset(appearance.favicon))),
                    ("footer", .text(appearance.footer)), ("links", .list(links.header.map(value))),
                    ("footerLinks", .list(links.footer.map(value))), ("hasFooterLinks", .flag(!links.footer.isEmpty)),
                    ("baseURL", .text(configuration.baseURL)),
                ])
            ),
            (
                "files",
                .object([
                    ("style", .text(url(shared.style))), ("customStyle", .text(shared.customStyle[space].map(url))),
                    ("boot", .text(url(shared.boot))),
                    ("script", .text(url(shared.script))), ("blocks", .text(url(shared.blocks))),
                    ("checklist", .text(url(shared.checklist))),
                    ("notice", .text(configuration.notices == nil ? nil : url(shared.notice))),
                    ("versions", .text(configuration.versions.isEmpty ? nil : url(shared.versions))),
                    ("guideStart", .text(url(shared.guideStart))), ("navigation", .text(url(shared.navigation[space]))),
                    ("root", .text(root)),
                    ("allPages", .text(url(OutputLayout.allPages))), ("llms", .text(url(OutputLayout.modelIndex))),
                    ("search", .text(url(shared.search[space]))), ("feed", .text(shared.feeds[space].map(url))),
                    ("searchPage", .text(url(shared.searchResults[space]))),
                    ("openSearch", .text(configuration.baseURL?.hasPrefix("http") ?? false ? url(OutputLayout.openSearch) : nil)),
                ])
            ),
            ("labels", shared.labels[space]),
        ]
    }

    private func value(_ link: SettingsLink) -> Value {
        .object([("title", .text(link.title)), ("url", .text(url(link.target)))])
    }

    /// The first page of a space; the site's for what is in none.
    private func home(of space: Int) -> String {
        let address = site.spaces[space].address
        return address.isRoot || site.page(at: address) == nil ? root : url(address)
    }

    /// URLs by way of the site's root, which are right at any address.
    private func url(_ own: OutputPath) -> String { root + own.string }
    private func url(_ page: SiteAddress) -> String { root + RelativeURL.page(page, from: .root).withoutDot }

    private func url(_ target: ResolvedTarget) -> String? {
        PageURLs(site: site, page: .root, root: root).url(target)
    }

    private func asset(_ path: ContentPath?) -> String? {
        path.flatMap(site.index.asset).map { root + RelativeURL.file(site.assets[$0].output, from: .root) }
    }
}

extension String {
    var withoutDot: String { self == "./" ? "" : self }
}
