import Bytes
import Paths

/// The articles that a help desk exports as JSON, or gives by its interface: Zendesk (https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/)
/// and Intercom (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/articles).
struct HelpDeskExport {
    private struct Article {
        let id: String
        let title: String
        let html: String
        let group: String?
        let url: String?
        let isHidden: Bool
        let isRestricted: Bool
        let position: Double
        let tags: [String]
        let updated: String?
    }

    private struct Group {
        let id: String
        let title: String
        let parent: String?
        let position: Double
    }

    private var articles: [Article] = []
    private var groups: [String: Group] = [:]

    /// - Parameter values: what the files hold. Nil if there are no articles among them.
    init?(_ values: [LooseValue], _ source: ImportSource) {
        let isZendesk = source == .zendesk
        for value in values.flatMap({ $0.elements ?? [$0] }) {
            let lists = isZendesk ? ["articles", "sections", "categories"] : ["data", "articles", "collections"]
            let records = lists.flatMap { value[$0]?.elements ?? [] }
            for record in records.isEmpty ? [value] : records { add(record, isZendesk: isZendesk) }
        }
        if articles.isEmpty { return nil }
    }

    private mutating func add(_ record: LooseValue, isZendesk: Bool) {
        guard let id = record["id"]?.string else { return }
        var position = 0.0
        if case .number(let number) = record["position"] ?? record["order"] { position = number }
        let isRestricted = record["user_segment_id"]?.string != nil || !(record["user_segment_ids"]?.elements ?? []).isEmpty
        if record["section_id"] != nil || record["body"] != nil, let title = record.text("title", "name") {
            let html = record["body"]?.string ?? ""
            guard isZendesk == (record["section_id"] != nil || record["html_url"] != nil) else { return }
            articles.append(
                Article(
                    id: id, title: title, html: html, group: record.text("section_id", "parent_id").map { "s" + $0 },
                    url: record.text("html_url", "url"),
                    isHidden: record["draft"]?.isTrue ?? false || record["state"]?.string == "draft" || isRestricted,
                    isRestricted: isRestricted,
                    position: position,
                    tags: (record["label_names"]?.elements ?? []).compactMap(\.string), updated: record["updated_at"]?.string))
        } else if let title = record.text("name", "title") {
            // Sections and categories may have the same numbers. A section names its category, which names nothing.
            let isCategory = isZendesk && record["category_id"] == nil
            let above = record["parent_section_id"]?.string.map { "s" + $0 } ?? record["category_id"]?.string.map { "c" + $0 }
            let key = (isCategory ? "c" : "s") + id
            groups[key] = Group(id: key, title: title, parent: above ?? record["parent_id"]?.string.map { "s" + $0 }, position: position)
        }
    }

    func site() throws(ImportSource.Failure) -> ImportedSite {
        var site = ImportedSite()
        var names = UniqueNames()
        var paths: [String: ContentPath] = [:]
        for article in articles where !article.isHidden {
            paths[article.id] = folder(of: article.group).appending(names.name(article.title) + ".md")
        }
        for article in articles.sorted(by: { $0.position < $1.position }) {
            let path = paths[article.id] ?? ContentPath(names.name(article.title) + ".md")
            site.pages.append(try page(article, path, paths, &site))
            if article.isHidden {
                let reason = article.isRestricted ? "only some people may read it" : "it is a draft"
                site.report(
                    .standalone("Drafts/\(path)"), 1, "the article is not published: \(reason)",
                    help: "move it into Content/ and list it in SUMMARY.md to publish it")
            } else if let old = article.url.flatMap(Self.path) {
                site.redirects.append(.init(source: old, target: path.string))
            }
        }
        site.navigation = entries(below: nil, paths)
        addHome(to: &site)
        return site
    }

    private func page(
        _ article: Article, _ path: ContentPath, _ paths: [String: ContentPath], _ site: inout ImportedSite
    ) throws(ImportSource.Failure) -> ImportedSite.Page {
        var front = ["title: \(ImportedSite.quoted(article.title))"]
        if !article.tags.isEmpty { front.append("tags: [\(article.tags.map(ImportedSite.quoted).joined(separator: ", "))]") }
        if let day = article.updated?.prefix(10), day.count == 10, day.allSatisfy({ $0.isNumber || $0 == "-" }) {
            front.append("last-updated: \(day)")
        }
        let file = SourceFile.standalone((article.isHidden ? "Drafts/" : "Content/") + path.string)
        let lines = LinkRewriter.rewritten(try HTMLExport.lines(article.html)) { address, number in
            if let id = Self.article(in: address), let target = paths[id] {
                let place = address.drop { $0 != "#" }
                return (target == path && !place.isEmpty ? "" : target.reference(from: path.folder)) + place
            }
            if address.contains("/hc/") || address.contains("/attachments/") || host.map({ address.contains($0) }) ?? false {
                // The front matter and the blank line behind it come before the text.
                site.report(file, number + front.count + 3, "“\(address)” still leads to the help desk")
            }
            return nil
        }
        return .init(path: path, frontMatter: front, text: lines.joined, isDraft: article.isHidden)
    }

    /// The host of the help desk, such as `acme.zendesk.com`.
    private var host: String? {
        articles.lazy.compactMap { $0.url?.firstMatch(of: /^https?:\/\/([^\/]+)/).map { String($0.1) } }.first
    }

    /// A first page that leads to all groups, since a help desk has none in its export.
    private func addHome(to site: inout ImportedSite) {
        let top = groups.values.filter { $0.parent.flatMap { groups[$0] } == nil }
        site.title = top.count == 1 ? top.first?.title ?? "Help" : "Help"
        site.pages.append(.init(path: "README.md", frontMatter: ["layout: landing"], text: "# \(site.title)\n"))
        site.navigation.insert(.init(title: site.title, page: "README.md"), at: 0)
    }

    /// The path of a URL, without slashes at the ends.
    private static func path(_ url: String) -> String? {
        guard let scheme = url.firstRange(of: "://") else { return nil }
        let rest = url[scheme.upperBound...].drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" }
        let path = rest.split(separator: "/").joined(separator: "/")
        return path.isEmpty ? nil : path.percentDecoded ?? path
    }

    /// The id of the article that an address of a help desk names: `…/articles/123-title`.
    private static func article(in address: String) -> String? {
        guard let range = address.firstRange(of: "/articles/") else { return nil }
        let id = address[range.upperBound...].prefix(while: \.isNumber)
        return id.isEmpty ? nil : String(id)
    }

    // MARK: Groups

    /// The groups of an article, from the top down.
    private func trail(_ id: String?) -> [Group] {
        var (trail, next): ([Group], String?) = ([], id)
        while let id = next, let group = groups[id], trail.count < 10, !trail.contains(where: { $0.id == id }) {
            trail.insert(group, at: 0)
            next = group.parent
        }
        return trail
    }

    private func folder(of group: String?) -> ContentPath {
        ContentPath(trail(group).map { UniqueNames.slug($0.title) }.joined(separator: "/"))
    }

    private func entries(below parent: String?, _ paths: [String: ContentPath]) -> [ImportedSite.Entry] {
        let inside = groups.values.filter { ($0.parent.flatMap { groups[$0] } == nil ? nil : $0.parent) == parent }
        let nested = inside.sorted { ($0.position, $0.title) < ($1.position, $1.title) }.map { group in
            ImportedSite.Entry(title: group.title, children: entries(below: group.id, paths))
        }.filter { !$0.children.isEmpty }
        let own = articles.filter { paths[$0.id] != nil }.filter { ($0.group.flatMap { groups[$0] } == nil ? nil : $0.group) == parent }
        return own.sorted { ($0.position, $0.title) < ($1.position, $1.title) }.map {
            ImportedSite.Entry(title: $0.title, page: paths[$0.id])
        } + nested
    }
}
