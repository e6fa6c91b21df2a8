/// The metadata of a page that the index and the search exports need. Its body is passed along separately, as HTML.
package struct SearchPage: Sendable {
    package let title: String
    /// Relative to the site's root, percent-encoded, with a trailing slash; empty for the root page.
    package let url: String
    /// The titles of its ancestors in the navigation, topmost first.
    package let crumbs: [String]
    /// A sentence about the page. It is indexed along with the body.
    package let description: String
    /// The page's first words, shown with a result. They are not indexed.
    package let lead: String
    /// The titles of its tags.
    package let tags: [String]
    /// What kind of page it is, such as `faq`. The client has a label for each kind.
    package let kind: String
    /// Whether a guide can be started on the page.
    package let hasGuide: Bool
    /// A language tag, such as `en`.
    package let language: String
    /// The titles of sections that don't begin with a heading, by the id of the element that they begin with.
    package let sectionTitles: [String: String]

    package init(
        title: String, url: String, crumbs: [String], description: String, lead: String, tags: [String], kind: String, hasGuide: Bool,
        language: String,
        sectionTitles: [String: String]
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
        self.sectionTitles = sectionTitles
    }
}
