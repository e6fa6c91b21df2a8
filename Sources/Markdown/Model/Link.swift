import Diagnostics
import Paths

/// A reference from a document to another file, page or address.
public struct Link: Sendable {
    /// The purpose of the address.
    public enum Role: Sendable {
        /// Followed by the reader.
        case hyperlink
        /// Shown in the page as an image.
        case image
        /// Offered for download.
        case file
        /// A page, shown by its title.
        case reference
        /// Embedded by GitBook, shown as a link.
        case embed
        /// A file that is included in the page.
        case include
        /// An OpenAPI description.
        case specification
    }

    public let role: Role
    /// The node of the link; the root for the cover image.
    public let node: NodeID
    /// The address, with Markdown escapes and character references decoded, but not `%` escapes.
    public let destination: String
    /// The Markdown title, empty if there is none. GitBook uses the title `mention` as a marker.
    public let title: String
    /// The position of the link if it is in an included file; nil if it is in the document's own.
    public internal(set) var origin: Origin?

    /// A position in another file.
    public struct Origin: Sendable {
        public let file: SourceFile
        public let position: SourcePosition
    }

    /// Whether it is shown with the title of its target instead of its own text.
    public var isMention: Bool { title == "mention" }
}
