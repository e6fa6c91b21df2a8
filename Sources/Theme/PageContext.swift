import Markdown
import Site

/// What a page of the site tells the renderer of its document.
struct PageContext: RenderingContext {
    let page: Page
    let urls: LinkTargetURL

    init(_ page: Page, in site: Site) {
        self.page = page
        urls = LinkTargetURL(site: site, folder: page.address)
    }

    func address(ofLink index: Int) -> LinkAddress {
        let target = page.targets[index]
        guard let url = urls.url(target) else { return .nowhere }
        if case .external = target, !url.hasPrefix("data:") { return .external(url) }
        return .local(url)
    }

    var highestLevel: Int { 2 }

    func aliases(of heading: NodeID) -> [String] { page.aliases[heading] ?? [] }
}
