import Guides
import Markdown
import Search
import Site

extension SearchPage {
    /// What a search is to know of a page of the site.
    init(_ page: Page, _ guide: Guide?, in site: Site) {
        var items = site.navigation
        var crumbs: [String] = []
        for index in page.trail.dropLast() {
            crumbs.append(items[index].title)
            items = items[index].children
        }
        let hasTree = guide?.hasTree ?? false
        // Titles that are no headings are places of their own where a guide leads to them.
        let parts = hasTree ? (guide?.nodes ?? []).filter { $0.source != .heading }.map { ($0.anchor, $0.title) } : []
        self.init(
            title: page.title, url: page.address.isEmpty ? "" : RelativeURL.page(page.address, from: ""), crumbs: crumbs,
            description: page.document.frontMatter.description ?? "", lead: page.description.cut(to: 110), tags: page.document.frontMatter.tags.map { site.tagTitles[$0] ?? $0 },
            kind: (guide?.kind ?? .reference).rawValue, hasGuide: hasTree, language: page.language,
            parts: Dictionary(parts) { first, _ in first })
    }
}
