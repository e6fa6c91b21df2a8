import Diagnostics
import Markdown
import OpenAPI

/// Everything about a site that is known before any HTML is written: its pages with every link resolved, its navigation, its
/// assets. It does not change from here on.
public struct Site: Sendable {
    /// A file of more bytes is no page.
    public static let largestFile = 16 << 20

    public let configuration: Configuration
    public let tree: SourceTree
    public let title: String
    /// The links in the header.
    public let links: [HeaderLink]
    public internal(set) var pages: [Page]
    public let navigation: [NavigationItem]
    public let assets: [Asset]
    public let redirects: [Redirect]
    /// Descriptions of interfaces by their files.
    public let specifications: [String: Specification]
    /// What the tags of `.gitbook/tags.yaml` are called.
    public let tagTitles: [String: String]
    /// The values that expressions and conditions ask for.
    public let variables: Variables
    public internal(set) var diagnostics: [Diagnostic]

    /// The page at the root of the site, if there is any page.
    public var home: Page? { pages.first { $0.address.isEmpty } ?? pages.first }
}
