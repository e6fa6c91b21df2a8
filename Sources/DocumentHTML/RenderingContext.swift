import Labels
import Markdown

/// The URL of a link, not escaped for an attribute.
public enum LinkURL {
    /// A URL of this site, from which pages may load images.
    case local(String)
    /// A URL of another site, which is only loaded if the reader follows the link.
    case external(String)
}

/// What a renderer needs to know from outside the document.
public protocol RenderingContext {
    /// The URL of a link, by its index in the document's links; nil for a broken link, which is shown as text.
    func url(ofLink index: Int) -> LinkURL?
    /// The title of a link's target: of the page, or of the heading that it links to.
    func title(ofLink index: Int) -> String?
    /// The title of a tag in `tags.yaml`; nil if it is not listed there.
    func title(ofTag tag: String) -> String?
    /// The width and height in pixels of the image that a link refers to; nil if they are unknown.
    func imageSize(ofLink index: Int) -> (width: Int, height: Int)?
    /// The size in bytes of the file that a link refers to; nil if it is unknown.
    func fileSize(ofLink index: Int) -> Int?
    /// The HTML of the API that a block describes; nil if the description cannot be read.
    func specification(of block: Block) -> [UInt8]?
    /// The value of an expression such as `space.vars.version`; nil if it has none.
    func value(of expression: String) -> String?
    /// Whether a condition holds; nil if it cannot be evaluated.
    func holds(_ condition: String) -> Bool?
    /// A label in the language of the page.
    func label(_ label: RenderingLabel) -> String
    /// The level of the highest heading in the document's body: 2 if there is a title above the body.
    var highestLevel: Int { get }
    /// Additional ids of a heading.
    func aliases(of heading: NodeID) -> [String]
    /// What scripts and links identify a paragraph, an item, a summary or a cell by; nil for most.
    func identity(of node: NodeID) -> ElementIdentity?
}

/// The attributes that identify an element which is a step or the target of a link.
public struct ElementIdentity: Sendable, Equatable {
    /// The element's id on its page, or nil.
    public var id: String?
    /// The key and the text of the step that the element describes; nil if it is no step.
    public var step: (key: String, text: String)?

    public init(id: String?, step: (key: String, text: String)? = nil) {
        self.id = id
        self.step = step
    }

    public static func == (lhs: ElementIdentity, rhs: ElementIdentity) -> Bool {
        lhs.id == rhs.id && lhs.step?.key == rhs.step?.key && lhs.step?.text == rhs.step?.text
    }
}

extension RenderingContext {
    public func title(ofLink index: Int) -> String? { nil }
    public func title(ofTag tag: String) -> String? { nil }
    public func imageSize(ofLink index: Int) -> (width: Int, height: Int)? { nil }
    public func fileSize(ofLink index: Int) -> Int? { nil }
    public func specification(of block: Block) -> [UInt8]? { nil }
    public func value(of expression: String) -> String? { nil }
    public func holds(_ condition: String) -> Bool? { nil }
    public func label(_ label: RenderingLabel) -> String { Labels.english(label.rawValue) }
    public func identity(of node: NodeID) -> ElementIdentity? { nil }
}

/// The labels in a document's HTML. The raw values are keys of `Labels`.
public enum RenderingLabel: String, Sendable, CaseIterable {
    case info, success, warning, danger, prompt, parameter, description, required, response, enlarge, months, date
}

/// The context of a document without a site. Addresses are as written, except unsafe ones, which are broken links.
public struct StandaloneContext: RenderingContext {
    let document: Document

    public init(_ document: Document) { self.document = document }

    public func url(ofLink index: Int) -> LinkURL? {
        let destination = document.links[index].destination
        let isUnsafe = document.dialect == .gitbook && destination.scheme.map { !URLScheme.allowed.contains($0) } ?? false
        return isUnsafe ? nil : .local(destination)
    }

    public var highestLevel: Int { 1 }

    public func aliases(of heading: NodeID) -> [String] { [] }
}
