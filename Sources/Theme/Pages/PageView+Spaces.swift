import Content
import Mustache
import Paths
import Site

/// What a page of a site of several spaces shows of the others.
extension PageView {
    func spaceValues(_ page: Page) -> [(name: String, value: Value)] {
        guard site.spaces.count > 1 else { return [] }
        let texts = site.space(of: page).texts
        let tabs = variants.tabs(page, from: address)
        return [
            ("hasSections", .flag(!tabs.isEmpty)), ("sections", .list(tabs)),
            ("menus", .list(variants.menus(page, { texts[$0] }, from: address))),
            ("alternates", .list(isStandIn(page) ? [] : variants.alternates(of: page, url: absoluteURL))),
            ("version", banner(page, texts)), ("translation", translation(page, texts)),
        ]
    }

    private var variants: Variants { Variants(site) }

    /// What readers of a version that is not the latest are told.
    private func banner(_ page: Page, _ texts: InterfaceTexts) -> Value {
        let settings = site.space(of: page).settings
        guard settings.state != .latest else { return .absent }
        let text = texts[settings.state == .old ? "versionOld" : "versionUnreleased"]
        let latest = variants.latest(of: page)?.page
        return .object([
            ("text", .text(text.replacing("{version}", with: settings.version ?? settings.title))),
            ("url", .text(latest.map { RelativeURL.page($0.address, from: address) })),
        ])
    }

    /// Whether a page is shown in a language that it is not written in.
    func isStandIn(_ page: Page) -> Bool { page.address != site.pages[page.id].address }

    /// What readers of a page are told that is not translated, or whose original has changed since.
    private func translation(_ page: Page, _ texts: InterfaceTexts) -> Value {
        let original = isStandIn(page) ? page.id : page.original.flatMap { site.isStale(page) ? $0 : nil }
        guard let original else { return .absent }
        return .object([
            ("text", .text(texts[isStandIn(page) ? "translatedFrom" : "translationStale"])),
            ("url", .text(RelativeURL.page(site.pages[original].address, from: address))),
        ])
    }

    /// The address by which crawlers are to know a page: that of the latest version, where it has the page.
    func canonicalURL(of page: Page) -> String? {
        guard site.configuration.baseURL != nil else { return nil }
        let latest = variants.latest(of: page)
        return absoluteURL(latest.flatMap { $0.isTwin ? $0.page : nil } ?? site.pages[page.id])
    }

    /// The absolute URL of a page; a relative one where the site does not say where it stands.
    private func absoluteURL(_ page: Page) -> String {
        guard let base = site.configuration.baseURL else { return RelativeURL.page(page.address, from: address) }
        return base + RelativeURL.page(page.address, from: .root).withoutDot
    }
}
