/// Why an edit asks for everything to be built again, in words for `--verbose`.
package struct RebuildReason: Error, Sendable, Equatable, CustomStringConvertible {
    package let description: String

    /// - Parameter description: a clause without a full stop, such as “the settings changed”.
    package init(_ description: String) { self.description = description }

    static let firstLoad = RebuildReason("the site has not been read before")
    static let settings = RebuildReason("the settings changed")
    static let gitBookConfiguration = RebuildReason("GitBook's configuration changed")
    package static let commit = RebuildReason("there is another commit")
    static let files = RebuildReason("files were added, removed or renamed")
}
