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
        if let html = record["body"]?.string, let title = record.text("title", "name") {
            guard isZendesk == (record["section_id"] != nil || record["html_url"] != nil) else { return }
            articles.append(
                Article(
                    id: id, title: title, html: html, group: record.text("section_id", "parent_id"), url: record.text("html_url", "url"),
                    isHidden: record["draft"]?.isTrue ?? false || record["state"]?.string == "draft", position: position,
                    tags: (record["label_names"]?.elements ?? []).compactMap(\.string), updated: record["updated_at"]?.string))
        } else if let title = record.text("name", "title") {
            groups[id] = Group(
                id: id, title: title, parent: record.text("parent_section_id", "category_id", "parent_id"), position: position)
        }
    }

    func site() throws(ImportSource.Failure) -> ImportedSite {
        var site = ImportedSite()
        var names = UniqueNames()
        var paths: [String: ContentPath] = [:]
        for article in articles { paths[article.id] = folder(of: article.group, &names).appending(names.name(article.title) + ".md") }
        for article in articles.sorted(by: { $0.position < $1.position }) {
            guard let path = paths[article.id] else { continue }
            let file = SourceFile.standalone(path.string)
            var lines = SourceText(try Pandoc.markdown(ofHTML: HTMLExport.cleaned(article.html))).lines
            lines = LinkRewriter.rewritten(HTMLExport.headings(lines)) { address, number in
                if let id = Self.article(in: address), let target = paths[id] { return target.reference(from: path.folder) }
                if address.contains("/attachments/") || address.contains("/hc/article_attachments") {
                    site.report(file, number, "the picture or file “\(address)” is still where the help desk keeps it")
                }
                return nil
            }
            var front = ["title: \(ImportedSite.quoted(article.title))"]
            if !article.tags.isEmpty { front.append("tags: [\(article.tags.map(ImportedSite.quoted).joined(separator: ", "))]") }
            if let day = article.updated?.prefix(10), day.count == 10, day.allSatisfy({ $0.isNumber || $0 == "-" }) {
                front.append("last-updated: \(day)")
            }
            if article.isHidden { front.append("hidden: true") }
            site.pages.append(.init(path: path, frontMatter: front, text: lines.joined))
            if let old = article.url.flatMap(Self.path) { site.redirects.append(.init(source: old, target: path.string)) }
        }
        site.navigation = entries(below: nil, paths)
        return site
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

    private func folder(of group: String?, _ names: inout UniqueNames) -> ContentPath {
        ContentPath(trail(group).map { UniqueNames.slug($0.title) }.joined(separator: "/"))
    }

    private func entries(below parent: String?, _ paths: [String: ContentPath]) -> [ImportedSite.Entry] {
        let inside = groups.values.filter { ($0.parent.flatMap { groups[$0] } == nil ? nil : $0.parent) == parent }
        let nested = inside.sorted { ($0.position, $0.title) < ($1.position, $1.title) }.map { group in
            ImportedSite.Entry(title: group.title, children: entries(below: group.id, paths))
        }.filter { !$0.children.isEmpty }
        let own = articles.filter { ($0.group.flatMap { groups[$0] } == nil ? nil : $0.group) == parent }
        return own.sorted { ($0.position, $0.title) < ($1.position, $1.title) }.map {
            ImportedSite.Entry(title: $0.title, page: paths[$0.id])
        } + nested
    }
}
