import Markdown
import Paths

/// A page of the site.
package struct Page: Sendable {
    /// The page's index in `Site.pages`.
    package let id: Int
    /// The index of its space in `Site.spaces`.
    package let space: Int
    /// The page's file.
    package let path: ContentPath
    package let address: SiteAddress
    package let text: PageText
    package let title: String
    /// What search engines and previews show: the front matter's description, or the page's first words.
    package let description: String
    /// A language tag by BCP 47.
    package let language: String
    package let isRightToLeft: Bool
    /// Whether the page is left out of the navigation, because its front matter hides it or its condition does not hold.
    package let isHidden: Bool
    /// Whether the table of contents lists the page, or it is the root's first page.
    package let isListed: Bool
    /// Whether the page is left out of the site's own search.
    package let isExcludedFromSearch: Bool
    /// Whether the page is kept from search engines and language models.
    package let isExcludedFromRobots: Bool
    /// Whether the page is the site's own text for addresses at which there is none.
    package let isNotFound: Bool
    /// Whether the page has a block of updates, for which there is a feed.
    package let hasUpdates: Bool
    /// The day when the page last changed, as `2026-05-31`, where its front matter or Git says so.
    package let lastUpdated: String?
    /// The page's place in the navigation: the index of an entry for each level, from the top down. Empty for a page that is not listed.
    package internal(set) var trail: [Int] = []
    /// The id of the page that this one says it translates.
    package internal(set) var original: Int?
    /// The pages before and after this one in reading order.
    package internal(set) var previous: Int?
    package internal(set) var next: Int?
    var lazyTargets: LazyTargets
    /// More ids for headings, by the index of the heading in the document: names that links in the site use for them.
    package internal(set) var aliases: [Int: [String]] = [:]

    package var document: Document { text.document }
    /// The heading that the title was taken from, which the body need not repeat.
    package var titleHeading: Heading? { document.title }
    /// The files that the page includes, directly or through others.
    package var includes: [ContentPath] { text.includes }
    /// Where each of the document's links leads, in the order of the document's links.
    package var targets: [ResolvedTarget] { lazyTargets.targets }

    /// What search engines and previews show of a document.
    static func description(of document: Document) -> String { document.frontMatter.description ?? document.opening(length: 200) }

    /// The page with a new text that has the same title, headings and front matter.
    func with(_ text: PageText, lazyTargets: LazyTargets) -> Page {
        Page(
            id: id, space: space, path: path, address: address, text: text, title: title,
            description: Self.description(of: text.document), language: language, isRightToLeft: isRightToLeft, isHidden: isHidden,
            isListed: isListed, isExcludedFromSearch: isExcludedFromSearch, isExcludedFromRobots: isExcludedFromRobots,
            isNotFound: isNotFound, hasUpdates: hasUpdates, lastUpdated: lastUpdated, trail: trail, original: original, previous: previous,
            next: next, lazyTargets: lazyTargets,
            aliases: aliases)
    }

    /// The page as it is shown among those of another space, which has no translation of it.
    package func standing(in space: Int, at address: SiteAddress) -> Page {
        Page(
            id: id, space: space, path: path, address: address, text: text, title: title, description: description, language: language,
            isRightToLeft: isRightToLeft, isHidden: isHidden, isListed: isListed, isExcludedFromSearch: true,
            isExcludedFromRobots: isExcludedFromRobots, isNotFound: isNotFound, hasUpdates: hasUpdates, lastUpdated: lastUpdated,
            lazyTargets: lazyTargets, aliases: aliases)
    }
}
