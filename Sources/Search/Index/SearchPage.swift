/// A page as a search sees it.
package struct SearchPage: Sendable {
    package let title: String
    /// Its address from the site's root, percent-encoded, with the slash at its end.
    package let url: String
    /// The titles above it in the navigation, from the top.
    package let crumbs: [String]
    /// A sentence about it, besides its text.
    package let description: String
    /// Its first words, for who sees it among results.
    package let lead: String
    /// What it is about.
    package let tags: [String]
    /// What kind of page it is, such as `faq`; a word that the client has a label for.
    package let kind: String
    /// Whether a guide can be started there.
    package let hasGuide: Bool
    /// Its language tag.
    package let language: String
    /// Titles of its parts that are no headings, by their ids.
    package let parts: [String: String]

    package init(
        title: String, url: String, crumbs: [String], description: String, lead: String, tags: [String], kind: String, hasGuide: Bool,
        language: String,
        parts: [String: String]
    ) {
        self.title = title
        self.url = url
        self.crumbs = crumbs
        self.description = description
        self.lead = lead
        self.tags = tags
        self.kind = kind
        self.hasGuide = hasGuide
        self.language = language
        self.parts = parts
    }
}

/// A part of a page with an address of its own.
struct SearchSection: Sendable {
    /// The id on the page; empty for what stands above the first heading.
    let anchor: String
    /// As a reader sees it; empty for the page's top.
    var title = ""
}
