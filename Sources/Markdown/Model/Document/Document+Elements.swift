extension Element {
    /// Whether the element has a class.
    public func hasClass(_ name: String) -> Bool { self["class"]?.split(separator: " ").contains { $0 == name } ?? false }
}

extension Document {
    /// The element of a node of the kind `.element`.
    public func element(_ id: NodeID) -> Element { elements[Int(self[id].payload)] }

    /// The id of the footnote that GitBook's export of an annotation links to as `user-content-fn-…`; nil if there is no such footnote.
    public func footnoteID(ofAnnotation fragment: String) -> String? {
        let prefix = "user-content-fn-"
        guard fragment.hasPrefix(prefix) else { return nil }
        let label = String(fragment.dropFirst(prefix.count)).footnoteKey
        return footnotes.contains(label) ? "fn-\(label.footnoteSlug)" : nil
    }
}

extension String {
    /// A footnote's label, normalised for comparison with references.
    public var footnoteKey: String { InlineExtensions.key(self) }

    /// A footnote's label as part of an id: everything but letters, digits and `-_.` becomes a hyphen.
    public var footnoteSlug: String { String(map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" }) }
}
