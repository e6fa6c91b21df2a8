import Diagnostics
import Paths

/// Something in a document that names another file, page or address.
public struct Link: Sendable {
    /// What the address is for.
    public enum Role: Sendable {
        /// Followed by the reader.
        case hyperlink
        /// Shown in the page.
        case image
        /// Offered with its size.
        case file
        /// A page, whose title is shown.
        case reference
        /// Shown in a frame elsewhere, as a link here.
        case embed
        /// A part of the page that stands in a file of its own.
        case include
        /// A description of an interface.
        case specification
    }

    public let role: Role
    /// The node that holds it.
    public let node: NodeID
    /// The address as the author meant it: Markdown escapes and character references are undone, `%` escapes are not.
    public let destination: String
    /// The Markdown title, empty where there is none. GitBook writes `mention` there.
    public let title: String
    /// The file that the link is written in, where that is not the document's own but one that it includes.
    public internal(set) var origin: Origin?

    /// A place in another file.
    public struct Origin: Sendable {
        public let file: SourceFile
        public let position: SourcePosition
    }

    /// Shown with the present title of its target instead of its own text.
    public var isMention: Bool { title == "mention" }
}

/// An HTML element that a page has read from raw HTML.
public struct Element: Sendable {
    /// The element's name and what is known about it.
    public internal(set) var name: HTMLElement
    /// Attributes as written, names in lower case, character references in values undone; the first of a name counts.
    public let attributes: [Attribute]
    /// The index of its address in the document's links, or nil.
    public internal(set) var link: Int?

    /// The value of an attribute; empty for one without a value.
    public subscript(attribute: String) -> String? {
        attributes.first { $0.name == attribute }?.value
    }
}

/// An attribute of an HTML element or a GitBook block.
public struct Attribute: Sendable {
    /// In lower case.
    public let name: String
    /// With character references undone; empty for an attribute without a value.
    public let value: String
}
