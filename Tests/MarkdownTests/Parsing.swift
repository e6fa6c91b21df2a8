import DocumentHTML
import Paths

@testable import Markdown

/// Parses a page.
func document(_ text: String, file: String = "page.md", dialect: Dialect = .gitbook) -> Document {
    Document(parsing: Source(file: SourceFile(stringLiteral: file), raw: Array(text.utf8)), dialect: dialect)
}

/// The HTML of a page that is parsed and rendered without a site.
func html(_ text: String, dialect: Dialect = .gitbook) -> String { html(document(text, dialect: dialect)) }

func html(_ document: Document) -> String {
    String(decoding: HTMLRenderer.html(document, context: StandaloneContext(document)), as: UTF8.self)
}
