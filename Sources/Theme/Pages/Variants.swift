import Content
import Labels
import Mustache
import Paths
import Site

/// The ways from a page to the other spaces of its site. Variants are spaces of one section: its languages and versions.
struct Variants {
    private let site: Site
    private var index: VariantIndex { site.variants }

    init(_ site: Site) { self.site = site }

    private func place(of page: Page) -> String { VariantIndex.place(page.address, in: site.space(of: page).address) }

    // MARK: Counterparts

    /// The page that stands in another space where a page stands in its own; nil if there is none.
    private func twin(of page: Page, in space: Int) -> Page? {
        guard !site.space(of: page).settings.isRest else { return nil }
        return index.page(at: place(of: page), of: space).map { site.pages[$0] }
    }

    /// Where a reader of a page goes on in another space: its twin or what stands in for it, else the nearest page above that place, else the
    /// space's first page.
    private func counterpart(of page: Page, in space: Int) -> SiteAddress? {
        if let twin = twin(of: page, in: space) { return twin.address }
        if let standIn = index.standIn(at: place(of: page), of: site.spaces[space].address) { return standIn.address }
        return nearest(to: page, in: space)?.address
    }

    private func nearest(to page: Page, in space: Int) -> Page? {
        var place = place(of: page)[...]
        while let slash = place.lastIndex(of: "/") {
            place = place[..<slash]
            if let id = index.page(at: String(place), of: space) { return site.pages[id] }
        }
        return home(of: space).map { site.pages[$0] }
    }

    private func home(of space: Int) -> Int? { index.page(at: "", of: space) ?? site.spaces[space].pages.first }

    /// The spaces of a page's section. What is in no space has those of the first.
    private func variants(of page: Page) -> [Int] {
        let own = index.section(of: page.space)
        return (own ?? (site.space(of: page).settings.isRest ? index.sections.first : nil))?.spaces ?? []
    }

    // MARK: Values for templates

    /// The tabs: the first space of each section, in the page's language where it is there.
    func tabs(_ page: Page, from address: SiteAddress) -> [Value] {
        let language = site.space(of: page).language
        let tabs = index.sections.compactMap { section -> Value? in
            let shown = section.spaces.filter { !site.spaces[$0].settings.isHidden }
            let own = shown.first { site.spaces[$0].language == language } ?? shown.first
            guard let home = own.flatMap(home) else { return nil }
            return .object([
                ("title", .text(section.title)), ("url", .text(RelativeURL.page(site.pages[home].address, from: address))),
                ("isCurrent", .flag(section.spaces.contains(page.space))),
            ])
        }
        return tabs.count > 1 ? tabs : []
    }

    /// The menus: of languages, and of versions.
    func menus(_ page: Page, _ texts: (String) -> String, from address: SiteAddress) -> [Value] {
        let variants = variants(of: page).filter { !site.spaces[$0].settings.isHidden || $0 == page.space }
        let own = site.space(of: page)
        var menus: [Value] = []
        let languages = Self.distinct(variants.map { site.spaces[$0].language })
        if languages.count > 1 {
            // The same version in each language, where it is there.
            let chosen = languages.compactMap { language in
                let spaces = variants.filter { site.spaces[$0].language == language }
                return spaces.first { site.spaces[$0].settings.version == own.settings.version } ?? spaces.first
            }
            let hasVersions = Self.distinct(variants.map { site.spaces[$0].settings.version ?? "" }).count > 1
            let name = { (space: Int) in hasVersions ? languageName(of: space) : title(of: space) }
            menus.append(menu(texts("languages"), chosen, name, page, address) { site.spaces[$0].language == own.language })
        }
        let sameLanguage = own.settings.isRest ? [] : variants.filter { site.spaces[$0].language == own.language }
        if sameLanguage.count > 1 {
            let name = { (space: Int) in
                languages.count > 1 ? site.spaces[space].settings.version ?? title(of: space) : title(of: space)
            }
            menus.append(menu(texts("versions"), sameLanguage, name, page, address) { $0 == page.space })
        }
        return menus
    }

    private static func distinct(_ texts: [String]) -> [String] {
        texts.reduce(into: []) { found, text in if !found.contains(text) { found.append(text) } }
    }

    private func menu(
        _ name: String, _ spaces: [Int], _ title: (Int) -> String, _ page: Page, _ address: SiteAddress, isCurrent: (Int) -> Bool
    ) -> Value {
        let isOfPage = !site.space(of: page).settings.isRest
        let entries = spaces.compactMap { space -> Value? in
            guard let target = counterpart(of: page, in: space) else { return nil }
            let language = site.spaces[space].language
            return .object([
                ("title", .text(title(space))), ("url", .text(RelativeURL.page(target, from: address))),
                ("language", .text(language)), ("direction", .text(LanguageTag.isRightToLeft(language) ? "rtl" : "ltr")),
                ("isCurrent", .flag(isOfPage && isCurrent(space))),
            ])
        }
        let current = isOfPage ? spaces.first(where: isCurrent).map(title) : nil
        return .object([("name", .text(name)), ("current", .text(current ?? name)), ("entries", .list(entries))])
    }

    private func title(of space: Int) -> String {
        let settings = site.spaces[space].settings
        return settings.title.isEmpty ? settings.version ?? languageName(of: space) : settings.title
    }

    /// What a space's language calls itself.
    private func languageName(of space: Int) -> String {
        let language = site.spaces[space].language
        return Labels.texts(in: language)?["languageName"]
            ?? (language == "en" ? Labels.english("languageName") : language)
    }

    /// The page and its twins in other languages, as `hreflang` names them (https://developers.google.com/search/docs/specialty/international/localized-versions).
    /// They name one another, since a twin's twin is the page.
    func alternates(of page: Page, url: (Page) -> String) -> [Value] {
        let own = site.space(of: page)
        let variants = variants(of: page).filter { site.spaces[$0].settings.version == own.settings.version }
        guard !own.settings.isRest, variants.contains(page.space) else { return [] }
        let twins = variants.compactMap { space in space == page.space ? page : twin(of: page, in: space) }
        let languages = Self.distinct(twins.map(\.language))
        guard languages.count > 1 else { return [] }
        let listed = languages.compactMap { language in twins.first { $0.language == language } }
        let all = listed.map { ($0.language, $0) } + [("x-default", listed[0])]
        return all.map { .object([("language", .text($0.0)), ("url", .text(url($0.1)))]) }
    }

    /// The page of the latest version that a reader of another version may want; nil for a page of the latest.
    func latest(of page: Page) -> (page: Page, isTwin: Bool)? {
        let own = site.space(of: page)
        guard own.settings.state != .latest else { return nil }
        let candidates = variants(of: page).filter { site.spaces[$0].settings.state == .latest }
        guard let space = candidates.first(where: { site.spaces[$0].language == own.language }) ?? candidates.first else { return nil }
        if let twin = twin(of: page, in: space) { return (twin, true) }
        return nearest(to: page, in: space).map { ($0, false) }
    }
}
