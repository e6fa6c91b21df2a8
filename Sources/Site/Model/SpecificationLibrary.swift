import Content
import Files
import OpenAPI
import Paths
import Synchronization

/// The OpenAPI descriptions that pages show. Each file is read once, when a page first asks for it.
package final class SpecificationLibrary: Sendable {
    private let tree: SourceTree
    private let read: Mutex<[ContentPath: Specification?]>

    /// - Parameter known: files that have been read already; nil for one that could not be.
    init(tree: SourceTree, known: [ContentPath: Specification?] = [:]) {
        self.tree = tree
        read = Mutex(known)
    }

    /// The description in a file; nil if the file holds none that can be read.
    package subscript(path: ContentPath) -> Specification? {
        read.withLock { read in
            if let known = read[path] { return known }
            let specification = Self.specification(at: path, in: tree)
            read[path] = .some(specification)
            return specification
        }
    }

    static func specification(at path: ContentPath, in tree: SourceTree) -> Specification? {
        ((try? tree.read(path)) ?? nil).flatMap(Specification.init(parsing:))
    }
}
