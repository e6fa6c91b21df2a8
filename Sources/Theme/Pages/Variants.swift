import Labels
import Mustache
import Paths
import Site

/// Where pages stand in their spaces, and which spaces belong together.
struct VariantIndex: Sendable {
    /// The ids of the pages of each space, by what follows the space's address.
    fileprivate let pages: [[String: Int]]
    /// The spaces that tabs and menus show, by section, in the order of the site.
    fileprivate let sections: [(title: String, spaces: [Int])]

    init(_ site: Site) {
        guard site.spaces.count > 1 else {
            (pages, sections) = ([], [])
            return
        }
        pages = site.spaces.map { space in
            Dictionary(space.pages.map { (Self.place(of: site.pages[$0], in: space), $0) }) { first, _ in first }
        }
        var sections: [(title: String, spaces: [Int])] = []
        for (index, space) in site.spaces.enumerated() where !space.settings.isRest && !space.settings.isHidden && !space.pages.isEmpty {
            if let known = sections.firstIndex(where: { $0.title == space.settings.section }) {
                sections[known].spaces.append(index)
            } else {
                sections.append((space.settings.section, [index]))
            }
        }
        self.sections = sections
    }

    fileprivate static func place(of page: Page, in space: Space) -> String {
        let (address, base) = (page.address.string, space.address.string)
        guard !base.isEmpty, address.hasPrefix(base) else { return address }
        return String(address.dropFirst(base.count).drop { $0 == "/" })
    }
}

/// The ways from a page to the other spaces of its site. Variants are spaces of one section: its languages and versions.
struct Variants {
    private let site: Site
    private let pages: [[String: Int]]
    private let sections: [(title: String, spaces: [Int])]

    init(_ site: Site, _ index: VariantIndex) {
        self.site = site
        pages = index.pages
        sections = index.sections
    }

    private func place(of page: Page) -> String { VariantIndex.place(of: page, in: site.space(of: page)) }

    // MARK: Counterparts

    /// The page that stands in another space where a page stands in its own; nil if there is none.
    private func twin(of page: Page, in space: Int) -> Page? {
        guard !site.space(of: page).settings.isRest else { return nil }
        return pages[space][place(of: page)].map { site.pages[$0] }
    }

    /// Where a reader of a page goes on in another space: its twin, else the nearest page above that place, else the space's first page.
    private func counterpart(of page: Page, in space: Int) -> Page? {
        if let twin = twin(of: page, in: space) { return twin }
        var place = place(of: page)[...]
        while let slash = place.lastIndex(of: "/") {
            place = place[..<slash]
            if let id = pages[space][String(place)] { return site.pages[id] }
        }
        return (pages[space][""] ?? site.spaces[space].pages.first).map { site.pages[$0] }
    }

    /// The spaces of a page's section. What is in no space has those of the first.
    private func variants(of page: Page) -> [Int] {
        let own = sections.first { $0.spaces.contains(page.space) }
        return (own ?? (site.space(of: page).settings.isRest ? sections.first : nil))?.spaces ?? []
    }

    // MARK: Values for templates

    /// The tabs: the first space of each section, in the page's language where it is there.
    func tabs(_ page: Page, from address: SiteAddress) -> [Value] {
        guard sections.count > 1 else { return [] }
        return sections.compactMap { section in
            let own = section.spaces.first { site.spaces[$0].language == page.language } ?? section.spaces[0]
            guard let home = pages[own][""] ?? site.spaces[own].pages.first else { return nil }
            return .object([
                ("title", .text(section.title)), ("url", .text(RelativeURL.page(site.pages[home].address, from: address))),
                ("isCurrent", .flag(section.spaces.contains(page.space))),
            ])
        }
    }

    /// The menus: of languages, and of versions.
    func menus(_ page: Page, _ texts: (String) -> String, from address: SiteAddress) -> [Value] {
        let variants = variants(of: page)
        let own = site.space(of: page)
        var menus: [Value] = []
        let languages = Self.distinct(variants.map { site.spaces[$0].language })
        if languages.count > 1 {
            // The same version in each language, where it is there.
            let chosen = languages.compactMap { language in
                let spaces = variants.filter { site.spaces[$0].language == language }
                return spaces.first { site.spaces[$0].settings.version == own.settings.version } ?? spaces.first
            }
            menus.append(menu(texts("languages"), chosen, page, address) { site.spaces[$0].language == own.language })
        }
        let sameLanguage = own.settings.isRest ? [] : variants.filter { site.spaces[$0].language == own.language }
        if sameLanguage.count > 1 { menus.append(menu(texts("versions"), sameLanguage, page, address) { $0 == page.space }) }
        return menus
    }

    private static func distinct(_ texts: [String]) -> [String] {
        texts.reduce(into: []) { found, text in if !found.contains(text) { found.append(text) } }
    }

    private func menu(_ name: String, _ spaces: [Int], _ page: Page, _ address: SiteAddress, isCurrent: (Int) -> Bool) -> Value {
        let isOfPage = !site.space(of: page).settings.isRest
        let entries = spaces.compactMap { space -> Value? in
            guard let target = counterpart(of: page, in: space) else { return nil }
            return .object([
                ("title", .text(title(of: space))), ("url", .text(RelativeURL.page(target.address, from: address))),
                ("language", .text(target.language)), ("direction", .text(target.isRightToLeft ? "rtl" : "ltr")),
                ("isCurrent", .flag(isOfPage && isCurrent(space))),
            ])
        }
        let current = isOfPage ? spaces.first(where: isCurrent).map(title) : nil
        return .object([("name", .text(name)), ("current", .text(current ?? name)), ("entries", .list(entries))])
    }

    private func title(of space: Int) -> String {
        let (settings, language) = (site.spaces[space].settings, site.spaces[space].language)
        if !settings.title.isEmpty { return settings.title }
        return settings.version ?? Labels.texts(in: language)?["languageName"]
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
        return counterpart(of: page, in: space).map { ($0, false) }
    }
}
