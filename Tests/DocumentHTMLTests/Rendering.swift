import DocumentHTML
import Markdown

/// A page of this text.
func document(_ text: String) -> Document { Document(parsing: Source(file: "page.md", raw: Array(text.utf8))) }

/// The HTML of a page of this text that stands alone.
func html(_ text: String) -> String {
    let document = document(text)
    return String(decoding: HTMLRenderer.html(document, context: StandaloneContext(document)), as: UTF8.self)
}
