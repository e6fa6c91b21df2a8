import Diagnostics
import Files
import Markdown
import Synchronization

/// A page's text with all that it includes. An object, since sites are copied again and again while somebody works on them, and a document has
/// dozens of references.
final class PageSource: Sendable {
    /// The page's file, relative to the content's root.
    let path: String
    /// The files that it includes, and those that these do.
    let parts: [String]

    /// What stands in the files.
    final class Reading: Sendable {
        let document: Document
        let diagnostics: [Diagnostic]

        init(document: Document, diagnostics: [Diagnostic]) {
            self.document = document
            self.diagnostics = diagnostics
        }
    }

    private let reading = AtomicLazyReference<Reading>()
    private let read: @Sendable () -> Reading

    init(path: String, document: Document, parts: [String], diagnostics: [Diagnostic]) {
        self.path = path
        self.parts = parts
        let known = Reading(document: document, diagnostics: diagnostics)
        read = { known }
    }

    /// A text of which it is known what others see of it, so that it need not be read until somebody asks for more.
    init(path: String, parts: [String], reading read: @escaping @Sendable () -> Reading) {
        self.path = path
        self.parts = parts
        self.read = read
    }

    var document: Document { content.document }
    var diagnostics: [Diagnostic] { content.diagnostics }

    var content: Reading { reading.load() ?? reading.storeIfNil(read()) }

    /// Whether any of these files is the page or a part of it.
    func isMade(of files: Set<String>) -> Bool { files.contains(path) || parts.contains(where: files.contains) }
}
