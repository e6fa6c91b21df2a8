import Bytes
import Content
import Guides
import Labels
import Markdown
import Paths
import Site

/// What is published of a page's guide beside its article: `guide.json`, and a page that shows the guide alone.
struct GuideFiles {
    private let site: Site
    private let guides: GuideTable
    /// By space.
    private let labels: [JSON]

    /// The labels that the client shows, which it calls by the rest of their names.
    private static let prefix = "guide"

    init(_ site: Site, _ guides: GuideTable) {
        self.site = site
        self.guides = guides
        let keys = Labels.english.map(\.key).filter { $0.hasPrefix(Self.prefix) || $0 == "copied" }
        labels = site.spaces.map { space in .object(keys.map { (Self.name($0), .string(space.texts[$0])) }) }
    }

    private static func name(_ key: String) -> String {
        guard key.hasPrefix(prefix) else { return key }
        let rest = key.dropFirst(prefix.count)
        return rest.prefix(1).lowercased() + rest.dropFirst()
    }

    /// What `kbgen guide --format json` prints, with the site's own words and addresses, and the guides to which steps lead.
    func json(_ guide: Guide, of page: Page) -> [UInt8] {
        let members = guide.json(
            id: page.path.string, article: page.path.string, document: page.document, context: PageContext(page, guide, in: site)
        ) { self.guides(inside: $0, of: page) }
        return JSON.object(members + [("site", siteMembers(page))]).bytes + [0x0A]
    }

    private func siteMembers(_ page: Page) -> JSON {
        let configuration = site.configuration
        return .object([
            ("title", .string(site.title)), ("page", .string(page.title)),
            // Without a version of the writer's, the article's own says which edition was followed.
            ("version", .string(configuration.version ?? String(page.document.source.bytes.contentHash.suffix(8)))),
            ("support", configuration.support.map { .string($0) } ?? .null),
            ("insights", configuration.insights.map { .string($0) } ?? .null),
            ("labels", labels[page.space]),
        ])
    }

    /// The guides of other pages to which a step's links lead.
    private func guides(inside step: NodeID, of page: Page) -> [(String, JSON)] {
        let urls = PageURLs(site: site, page: page.address)
        let targets = page.document.links.indices.compactMap { index -> Int? in
            guard case .page(let id, _) = page.targets[index], id != page.id, guides.hasTree(id) else { return nil }
            return page.document.isNode(page.document.links[index].node, inside: step) ? id : nil
        }
        guard !targets.isEmpty else { return [] }
        let others = targets.reduce(into: [Int]()) { found, id in if !found.contains(id) { found.append(id) } }
        return [
            (
                "guides",
                .array(
                    others.map { id in
                        .object([("title", .string(site.pages[id].title)), ("href", .string(urls.url(.page(id, fragment: nil)) ?? ""))])
                    })
            )
        ]
    }
}
