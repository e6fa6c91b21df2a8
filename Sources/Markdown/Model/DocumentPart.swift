/// A piece of a document that can be shown without what stands around it.
public enum DocumentPart: Sendable, Equatable {
    /// A block with all that is in it.
    case block(NodeID)
    /// Some of a list's items.
    case items([NodeID], of: NodeID, isTight: Bool)
    /// A line of text that stands in no paragraph.
    case text([NodeID])
    /// Cells of one row of a table, with their heads.
    case cells([Cell])

    public struct Cell: Sendable, Equatable {
        public let head: String
        public let cell: NodeID

        public init(head: String, cell: NodeID) {
            self.head = head
            self.cell = cell
        }
    }
}

extension Document {
    /// Whether a list, of Markdown or of raw HTML, numbers its items.
    public func isOrderedList(_ list: NodeID) -> Bool {
        self[list].kind == .element ? element(list).name == .ol : self[list].kind == .list && self[list].isOrdered
    }

    /// The number that an item of an ordered list is shown with; nil in raw HTML, where browsers count.
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
