import Markdown

@testable import Guides

/// Parses a page.
func document(_ text: String) -> Document { Document(parsing: Source(file: "page.md", raw: Array(text.utf8))) }

/// The guide of an English page.
func guide(_ text: String) -> Guide { Guide(reading: document(text)) }

/// One line for each title: its source, its line and its text.
func titles(_ text: String) -> [String] { guide(text).nodes.map { "\($0.source.rawValue) \($0.line): \($0.title)" } }

/// One line for each title: its text and that of its parent.
func tree(_ text: String) -> [String] {
    let nodes = guide(text).nodes
    return nodes.map { "\($0.title) < \($0.parent.map { nodes[$0].title } ?? "page")" }
}

/// One line for each node: its kind and its title.
func kinds(_ text: String) -> [String] { guide(text).nodes.map { "\($0.kind.rawValue) \($0.title)" } }

/// One line for each step: its line and its text.
func steps(_ text: String) -> [String] { guide(text).nodes.flatMap(\.steps).map { "\($0.line) \($0.text)" } }
