import Markdown

/// A page of the site.
public struct Page: Sendable {
    /// Its place in the site's pages.
    public let id: Int
    /// Its file, relative to the content's root.
    public let path: String
    /// Its address: a folder relative to the site's root, empty for the root.
    public let address: String
    var text: PageSource
    public var document: Document { text.document }
    public let title: String
    /// The heading that the title was taken from, which the body need not repeat.
    public var titleHeading: Heading? { document.title }
    /// What search engines and previews show.
    public internal(set) var description: String
    /// The language tag and whether it is written from right to left.
    public let language: String
    public let isRightToLeft: Bool
    /// Not in the navigation: its front matter hides it, or says that it is for others.
    public let isHidden: Bool
    /// Whether the navigation lists it.
    public let isListed: Bool
    /// Not in the site's own search.
    public let isOutOfSearch: Bool
    /// Not for search engines.
    public let isOutOfRobots: Bool
    /// The files that it includes, relative to the content's root.
    public var parts: [String] { text.parts }
    /// Where it stands in the navigation: indices from the top down; empty for a page that is not listed.
    public internal(set) var trail: [Int] = []
    public internal(set) var previous: Int?
    public internal(set) var next: Int?
    /// Where each of the document's links leads.
    public internal(set) var targets: [LinkTarget] = []
    /// More ids for headings that links in the site call otherwise, by the headings' places among the document's.
    public internal(set) var aliases: [Int: [String]] = [:]
}

/// Where a link leads.
public enum LinkTarget: Sendable, Equatable {
    /// Another site, or a scheme such as `mailto`.
    case external(String)
    /// A page by its place, and an id on it.
    case page(Int, fragment: String?)
    /// An asset by its place.
    case asset(Int)
    /// Nowhere: the link is shown as text.
    case nowhere
}

/// A file that is published as it is.
public struct Asset: Sendable {
    /// Its file, relative to the content's root.
    public let path: String
    /// Where it is published, relative to the site's root.
    public let address: String
    /// In bytes; nil where it cannot be told.
    public internal(set) var size: Int?
    /// Width and height in pixels of a picture.
    public internal(set) var imageSize: (width: Int, height: Int)?
}

/// An entry of the navigation.
public struct NavigationItem: Sendable {
    public enum Target: Sendable {
        case page(Int, fragment: String?)
        case external(String)
        case none
    }

    public let title: String
    public let target: Target
    /// A title above the entries that it gathers, as GitBook's groups.
    public let isGroup: Bool
    /// False for a page that its front matter hides, and for a group of which nothing is shown.
    public let isShown: Bool
    public let children: [NavigationItem]
    /// Whether any of its children is shown.
    public let hasShownChildren: Bool
    let isHidden: Bool

    init(title: String, target: Target, isGroup: Bool, isHidden: Bool, children: [NavigationItem]) {
        self.title = title
        self.target = target
        self.isGroup = isGroup
        self.isHidden = isHidden
        self.children = children
        hasShownChildren = children.contains { $0.isShown }
        isShown = !isHidden && (!isGroup || hasShownChildren)
    }
}

/// A link that every page shows in its header.
public struct HeaderLink: Sendable {
    public let title: String
    public let target: LinkTarget
}

/// An old address that leads to a new one.
public struct Redirect: Sendable {
    /// A folder relative to the site's root.
    public let address: String
    public let target: LinkTarget
}
