import DocumentHTML
import Markdown

/// Parses a page.
func document(_ text: String) -> Document { Document(parsing: Source(file: "page.md", raw: Array(text.utf8))) }

/// The HTML of a page that is parsed and rendered without a site.
func html(_ text: String) -> String {
    let document = document(text)
    return String(decoding: HTMLRenderer.html(document, context: StandaloneContext(document)), as: UTF8.self)
}
