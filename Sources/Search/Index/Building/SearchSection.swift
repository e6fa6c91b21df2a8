/// A section of a page: the unit that is indexed, scored and linked to. Section 0 of a page is its top, everything before the first
/// heading.
struct SearchSection: Sendable {
    /// The id of the element that the section begins with; empty for the top.
    let anchor: String
    /// Plain text; empty for the top.
    var title = ""
}
