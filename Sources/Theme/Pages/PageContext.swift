import Content
import DocumentHTML
import Guides
import Markdown
import Paths
import Site

/// What a page of the site tells the renderer of its document.
struct PageContext: RenderingContext {
    let page: Page
    let urls: PageURLs
    private let space: Space
    private let texts: InterfaceTexts
    private let variables: Variables
    private let identities: [NodeID: ElementIdentity]

    /// - Parameter root: the URL of the site's root, for a page that is shown at any address.
    init(_ page: Page, _ guide: Guide? = nil, in site: Site, root: String? = nil) {
        self.page = page
        identities = guide?.identities ?? [:]
        urls = PageURLs(site: site, page: page.address, root: root)
        // A page may be shown among those of another space, whose interface speaks another language.
        space = site.space(of: site.pages[page.id])
        texts = site.space(of: page).texts
        variables = space.variables.with(page.document.frontMatter)
    }

    func url(ofLink index: Int) -> LinkURL? {
        let target = page.targets[index]
        // A page may be shown at another address than its own.
        if case .page(page.id, let fragment?) = target { return .local(RelativeURL.fragment(fragment)) }
        guard let url = urls.url(target) else { return nil }
        if case .external = target, !url.hasPrefix("data:") { return .external(url) }
        // Few addresses have a query.
        let address = page.document.links[index].destination
        guard case .page(let id, _) = target, address.containsByte(UInt8(ascii: "?")) else { return .local(url) }
        return .local(Self.url(url, withQueryOf: address, to: urls.site.pages[id].path))
    }

    /// A page's URL with the query of the address that the writer gave, such as the choice of a tab.
    private static func url(_ url: String, withQueryOf address: String, to page: ContentPath) -> String {
        guard let mark = address.firstIndex(of: "?"), !page.string.contains("?") else { return url }
        return RelativeURL.adding(query: String(address[mark...].prefix { $0 != "#" }), to: url)
    }

    /// A heading's text where the link names one, else the page's own title.
    func title(ofLink index: Int) -> String? {
        guard case .page(let id, let fragment) = page.targets[index] else { return nil }
        let target = urls.site.pages[id]
        if let fragment {
            let headings = target.document.headings
            let place = headings.indices.first { headings[$0].anchor == fragment || target.aliases[$0]?.contains(fragment) == true }
            if let place, !headings[place].text.isEmpty { return headings[place].text }
        }
        return target.title
    }

    func title(ofTag tag: String) -> String? { space.tagTitles[tag] }

    private func asset(_ index: Int) -> Asset? {
        guard case .asset(let id) = page.targets[index] else { return nil }
        return urls.site.assets[id]
    }

    func imageSize(ofLink index: Int) -> (width: Int, height: Int)? { asset(index)?.imageSize }

    func fileSize(ofLink index: Int) -> Int? { asset(index)?.size }

    func specification(of block: Block) -> [UInt8]? {
        guard let link = block.link, let path = asset(link)?.path, let specification = space.specifications[path] else { return nil }
        return OperationMarkup.html(of: block, specification, label: label)
    }

    func value(of expression: String) -> String? { variables.value(of: expression) }

    func holds(_ condition: String) -> Bool? { variables.holds(condition) }

    func label(_ label: RenderingLabel) -> String { texts[label.rawValue] }

    var highestLevel: Int { 2 }

    func identity(of node: NodeID) -> ElementIdentity? { identities.isEmpty ? nil : identities[node] }

    func aliases(of heading: NodeID) -> [String] {
        guard !page.aliases.isEmpty else { return [] }
        return page.document.headings.firstIndex { $0.node == heading }.flatMap { page.aliases[$0] } ?? []
    }
}
