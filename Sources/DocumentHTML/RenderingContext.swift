import Labels
import Markdown

/// The URL of a link, not yet escaped for an attribute.
public enum LinkURL {
    /// Of this site: a browser may load it by itself.
    case local(String)
    /// Of another site: only followed when the reader asks for it.
    case external(String)
}

/// What a renderer asks about the world outside the document.
public protocol RenderingContext {
    /// Where a link leads, by its index in the document's links; nil for a link that leads nowhere and is shown as marked text.
    func url(ofLink index: Int) -> LinkURL?
    /// What the target of a link is called now: a page's title, or the text of the heading that is linked.
    func title(ofLink index: Int) -> String?
    /// What a tag of `tags.yaml` is called; nil for one that is not listed there.
    func title(ofTag tag: String) -> String?
    /// The width and height in pixels of a picture that a link shows.
    func imageSize(ofLink index: Int) -> (width: Int, height: Int)?
    /// The size in bytes of a file that a link leads to.
    func fileSize(ofLink index: Int) -> Int?
    /// The HTML that describes the interface of a block; nil where its description cannot be read.
    func specification(of block: Block) -> [UInt8]?
    /// The value of an expression such as `space.vars.version`; nil where it has none.
    func value(of expression: String) -> String?
    /// Whether a condition holds; nil where that cannot be told.
    func holds(_ condition: String) -> Bool?
    /// A text of the interface.
    func label(_ label: RenderingLabel) -> String
    /// The level of the highest heading in the document's body: 2 where a title stands above it.
    var highestLevel: Int { get }
    /// More ids under which a heading can be linked.
    func aliases(of heading: NodeID) -> [String]
    /// What a script or a link has to find a paragraph, an item, a summary or a cell by; nil for most.
    func mark(of node: NodeID) -> ElementMark?
}

/// What is written on an element that a reader ticks or that a link leads to.
public struct ElementMark: Sendable, Equatable {
    /// The element's id on its page; nil where it has none.
    public var id: String?
    /// The key and the text of the step that it says; nil where it is none.
    public var step: (key: String, text: String)?

    public init(id: String?, step: (key: String, text: String)? = nil) {
        self.id = id
        self.step = step
    }

    public static func == (one: ElementMark, other: ElementMark) -> Bool {
        one.id == other.id && one.step?.key == other.step?.key && one.step?.text == other.step?.text
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
    public func mark(of node: NodeID) -> ElementMark? { nil }
}

/// The texts of the interface that stand in a document's HTML. The raw values are keys of `Labels`.
public enum RenderingLabel: String, Sendable, CaseIterable {
    case info, success, warning, danger, prompt, parameter, description, required, response, enlarge, months, date
}

/// The context of a document that stands alone: every address is as written, but for what a browser would run.
public struct StandaloneContext: RenderingContext {
    let document: Document

    public init(_ document: Document) { self.document = document }

    public func url(ofLink index: Int) -> LinkURL? {
        let destination = document.links[index].destination
        let isUnsafe = document.dialect == .gitbook && destination.scheme.map(URLScheme.isUnsafe) ?? false
        return isUnsafe ? nil : .local(destination)
    }

    public var highestLevel: Int { 1 }

    public func aliases(of heading: NodeID) -> [String] { [] }
}
