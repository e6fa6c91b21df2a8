import Content

/// One body of content with a table of contents, variables and tags of its own. A site has one or more of them, with their pages one
/// space after the other in `Site.pages`. `SiteLoader` makes exactly one for now.
package struct Space: Sendable {
    package let tree: SourceTree
    /// The indices of its pages in `Site.pages`.
    package let pages: Range<Int>
    package let navigation: [NavigationItem]
    /// What the tags of `.gitbook/tags.yaml` are called, by tag.
    package let tagTitles: [String: String]
    /// The values that expressions and conditions ask for.
    package let variables: Variables
    /// The OpenAPI descriptions that pages show.
    package let specifications: SpecificationLibrary
}
