import Guides
import Markdown
import Paths
import Search
import Site

extension SearchPage {
    /// What a search is to know of a page of the site.
    init(_ page: Page, _ guides: GuideTable, in site: Site) {
        let space = site.space(of: page)
        var items = space.navigation
        var crumbs: [String] = []
        for index in page.trail.dropLast() {
            crumbs.append(items[index].title)
            items = items[index].children
        }
        let guide = guides[page.id]
        let hasTree = guides.hasTree(page.id)
        // Titles that are no headings are places of their own where a guide leads to them.
        let titles = hasTree ? (guide?.nodes ?? []).filter { $0.source != .heading }.map { ($0.anchor, $0.title) } : []
        self.init(
            title: page.title, url: page.address.isRoot ? "" : RelativeURL.page(page.address, from: .root), crumbs: crumbs,
            description: page.document.frontMatter.description ?? "", lead: page.description.cut(to: 110),
            tags: page.document.frontMatter.tags.map { space.tagTitles[$0] ?? $0 },
            kind: (guide?.kind ?? .reference).rawValue, hasGuide: hasTree, language: page.language,
            sectionTitles: Dictionary(titles) { first, _ in first })
    }
}
