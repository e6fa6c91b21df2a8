/// A fragment of a document that can be rendered without its context.
public enum DocumentPart: Sendable, Equatable {
    /// A block with its content.
    case block(NodeID)
    /// Some of a list's items.
    case items([NodeID], of: NodeID, isTight: Bool)
    /// Inlines that are not in a paragraph, such as those of a list item.
    case text([NodeID])
    /// Cells of one table row, each with the header of its column.
    case cells([Cell])

    public struct Cell: Sendable, Equatable {
        public let header: String
        public let cell: NodeID

        public init(header: String, cell: NodeID) {
            self.header = header
            self.cell = cell
        }
    }
}

extension Document {
    /// Whether a list, of Markdown or of raw HTML, numbers its items.
    public func isOrderedList(_ list: NodeID) -> Bool {
        self[list].kind == .element ? element(list).name == .ol : self[list].kind == .list && self[list].isOrdered
    }

    /// The number of an item in an ordered list; nil in raw HTML, where the browser counts.
    public func number(of item: NodeID, in list: NodeID) -> Int? {
        guard self[list].kind == .list else { return nil }
        return children(of: list).enumerated().first { $0.element == item }.map { Int(self[list].payload) + $0.offset }
    }

    /// Whether a node is a list, of Markdown or of raw HTML.
    public func isList(_ id: NodeID) -> Bool {
        self[id].kind == .list || (self[id].kind == .element && [.ul, .ol].contains(element(id).name))
    }

    /// Whether a node is an item of a list, of Markdown or of raw HTML.
    public func isItem(_ id: NodeID) -> Bool {
        self[id].kind == .item || (self[id].kind == .element && element(id).name == .li)
    }
}
