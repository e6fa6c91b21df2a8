import Content
import Paths

/// One body of content with a table of contents, variables and tags of its own. A site has one or more of them, with their pages one
/// space after the other in `Site.pages`. The first is at the root, and has what is in no other's folder. (An object that never changes, because
/// whatever renders a page asks for its space, and copies of a value with as many parts cost more than what they are asked for.)
package final class Space: Sendable {
    package let tree: SourceTree
    /// What it was declared as.
    package let settings: SpaceSettings
    /// How its pages look.
    package let appearance: Appearance
    package let links: SpaceLinks
    /// A language tag by BCP 47.
    package let language: String
    /// What the interface says on its pages.
    package let texts: InterfaceTexts
    /// The address of its first page.
    package let address: SiteAddress
    /// The indices of its pages in `Site.pages`.
    package let pages: Range<Int>
    package let navigation: [NavigationItem]
    /// What the tags of `.gitbook/tags.yaml` are called, by tag.
    package let tagTitles: [String: String]
    /// The values that expressions and conditions ask for.
    package let variables: Variables
    /// The OpenAPI descriptions that pages show.
    package let specifications: SpecificationLibrary

    init(
        _ context: SpaceContext, tree: SourceTree, pages: Range<Int>, navigation: [NavigationItem], links: SpaceLinks,
        specifications: SpecificationLibrary
    ) {
        self.tree = tree
        settings = context.settings
        appearance = context.appearance
        self.links = links
        language = context.language
        texts = context.texts
        address = context.address
        self.pages = pages
        self.navigation = navigation
        tagTitles = context.tagTitles
        variables = context.variables
        self.specifications = specifications
    }
}

/// The links of the settings that the pages of a space show.
package struct SpaceLinks: Sendable {
    package var header: [SettingsLink] = []
    package var footer: [SettingsLink] = []
}
