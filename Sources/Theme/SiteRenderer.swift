import Diagnostics
import Guides
import Markdown
import Mustache
import Paths
import Search
import Site

/// Renders the files of a site's output: pages one at a time, so that no more than those at work are in memory, and all other files on demand.
package struct SiteRenderer: Sendable {
    package let site: Site
    package let guides: GuideTable
    let templates: TemplateSet
    let shared: SharedFiles
    private let guideFiles: GuideFiles

    /// Styles, scripts and the shared navigation.
    package var sharedFiles: [OutputFile] { shared.files }

    /// - Parameters:
    ///   - theme: how the site looks.
    ///   - site: what it shows.
    ///   - guides: the guides of its pages.
    package init(_ theme: Theme, _ site: Site, _ guides: GuideTable) {
        self.init(site, guides, theme.templates, SharedFiles(theme, site, problems: site.pages.filter { guides.hasTree($0.id) }))
    }

    private init(_ site: Site, _ guides: GuideTable, _ templates: TemplateSet, _ shared: SharedFiles) {
        self.site = site
        self.guides = guides
        self.templates = templates
        self.shared = shared
        guideFiles = GuideFiles(site, guides)
    }

    /// The renderer of a site that differs only in the texts of pages, so that what all pages share stays the same.
    package func updated(_ site: Site, _ guides: GuideTable) -> SiteRenderer { SiteRenderer(site, guides, templates, shared) }

    /// The files of a page, and what the search index has to know of it.
    package struct RenderedPage {
        package let files: [OutputFile]
        /// Nil for a page that its writer keeps out of the site's search.
        package let search: SearchPage?
        /// The HTML of its text.
        package let body: [UInt8]
    }

    package func render(_ page: Page) -> RenderedPage {
        let view = PageView(site, shared, page: page.address)
        let guide = guides[page.id]
        let context = PageContext(page, guide, in: site)
        let body = view.body(of: page, context)
        let html = templates.render("page", with: view.value(of: page, guide, body: body, context, problems: problems(for: page)))
        let search = page.isExcludedFromSearch ? nil : SearchPage(page, guides, in: site)
        return RenderedPage(files: files(of: page, html), search: search, body: body)
    }

    /// What shows a page in a language that has no translation of it.
    package func files(of standIn: StandIn) -> [OutputFile] {
        let page = site.pages[standIn.page].standing(in: standIn.space, at: standIn.address)
        let view = PageView(site, shared, page: page.address)
        let context = PageContext(page, in: site)
        let body = view.body(of: page, context)
        return [
            OutputFile(
                path: OutputLayout.page(page.address),
                bytes: templates.render("page", with: view.value(of: page, nil, body: body, context, problems: []))),
            OutputFile(path: OutputLayout.markdown(page.address), bytes: MarkdownCopy(page, in: site).bytes),
        ]
    }

    /// The pages with a tree, if a page leads to them.
    private func problems(for page: Page) -> [Int] {
        page.document.frontMatter.layout.isLanding ? site.pages.indices.filter(guides.hasTree) : []
    }

    /// A page, its Markdown, what stands beside them, and what stands in for translations of it.
    private func files(of page: Page, _ html: [UInt8]) -> [OutputFile] {
        var files = [
            OutputFile(path: OutputLayout.page(page.address), bytes: html),
            OutputFile(path: OutputLayout.markdown(page.address), bytes: MarkdownCopy(page, in: site).bytes),
        ]
        files += guideFiles(of: page)
        files += site.variants.standIns(of: page.id).flatMap { self.files(of: $0) }
        if let feed = UpdateFeed(page, in: site) { files.append(OutputFile(path: OutputLayout.feed(page.address), bytes: feed.bytes)) }
        return files
    }

    /// The `guide.json` beside a page; nil for a page without a tree.
    package func guideJSON(of page: Page) -> [UInt8]? {
        guide(of: page).map { guideFiles.json($0, of: page) }
    }

    private func guide(of page: Page) -> Guide? { guides.hasTree(page.id) ? guides[page.id] : nil }

    private func guideFiles(of page: Page) -> [OutputFile] {
        guard let guide = guide(of: page) else { return [] }
        var files = [OutputFile(path: OutputLayout.guide(page.address), bytes: guideFiles.json(guide, of: page))]
        // A page that offers no guide has no link to one either.
        guard let address = site.standaloneGuide(of: page), GuideBar(guide, of: page) != nil else { return files }
        let view = PageView(site, shared, page: address)
        let html = templates.render("guide-alone", with: view.value(of: guide, of: page))
        files.append(OutputFile(path: OutputLayout.page(address), bytes: html))
        return files
    }
}

extension SiteRenderer {
    /// What the writers of pages and redirects should know that stand where kbgen would show the guide of a page alone.
    package var diagnostics: [Diagnostic] {
        site.pages.lazy.filter { guides.hasTree($0.id) }.compactMap { page in
            let address = OutputLayout.standaloneGuide(page.address)
            guard site.isTaken(address) else { return nil }
            let owner = site.page(at: address)
            return Diagnostic(
                .addressTaken, in: site.sourceFile(of: owner ?? page),
                "\(owner.map { "“\($0.path)”" } ?? "a redirect") has the address “\(address)/”, where kbgen shows the guide of “\(page.path)” alone; there is no such page now",
                help: "rename it if readers should find the guide there")
        }
    }
}

extension Site {
    /// The address of the page that shows a page's guide without the article; nil if something of the writer's is there, which goes first.
    func standaloneGuide(of page: Page) -> SiteAddress? {
        let address = OutputLayout.standaloneGuide(page.address)
        return isTaken(address) ? nil : address
    }
}
