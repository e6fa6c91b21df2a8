import Diagnostics
import Files

/// The files that a reading of a content folder depends on.
public struct ContentInputs: Sendable {
    /// All files and folders, and what was found of them: two walks that agree in it saw the same tree.
    public let listing: [String]
    /// The files by their locations, in an order that is always the same; nil for one that would matter if it were there.
    public let files: [(location: String, state: FileState?)]

    init(_ content: String, _ tree: SourceTree, _ states: [String: FileState]) {
        listing = tree.listing
        files = tree.files.map { (tree.location($0), states[$0]) } + GitBookConfiguration.names.map { (content + "/" + $0, FileState(of: content + "/" + $0)) }
    }
}
