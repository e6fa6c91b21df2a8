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
            description: Self.description(of: page), lead: page.description.cut(to: 110),
            tags: page.document.frontMatter.tags.map { space.tagTitles[$0] ?? $0 },
            kind: (guide?.kind ?? .reference).rawValue, hasGuide: guide.flatMap { GuideBar($0, of: page) } != nil, language: page.language,
            sectionTitles: Dictionary(titles) { first, _ in first })
    }

    /// What a page says of itself: in its front matter, or in a paragraph before its first section.
    private static func description(of page: Page) -> String {
        if let stated = page.document.frontMatter.description { return stated }
        for block in page.document.children(of: .root) where block != page.titleHeading?.node {
            switch page.document[block].kind {
            case .heading: return ""
            case .paragraph: return page.description
            default: continue
            }
        }
        return ""
    }
}
