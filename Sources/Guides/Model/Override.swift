import Diagnostics
import Markdown
import YAML

/// What a writer says of a title in a comment on the line before it: `<!-- guide: cause likelihood=0.6 -->`.
struct Override: Sendable, Equatable {
    var kind: Guide.Node.Kind?
    var isIgnored = false
    var hasAlternatives = false
    var isOrdered = false
    var likelihood: Double?
    /// The line of the file at which it stands.
    let line: Int
    /// What is in it and not known.
    var unknown: [String] = []

    private static let flags = ["ignore", "alternatives", "ordered"]

    /// - Returns: nil for a comment that is not for guides.
    init?(comment: String, line: Int) {
        let text = comment.trimmed
        self.line = line
        guard text.hasPrefix("guide:") else { return nil }
        for word in text.dropFirst(6).split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init) { read(word) }
    }

    private mutating func read(_ word: String) {
        if let kind = Guide.Node.Kind(rawValue: word) {
            self.kind = kind
        } else if word == "ignore" {
            isIgnored = true
        } else if word == "alternatives" {
            hasAlternatives = true
        } else if word == "ordered" {
            isOrdered = true
        } else if word.hasPrefix("likelihood="), let value = Double(word.dropFirst(11)), (0...1).contains(value) {
            likelihood = value
        } else {
            unknown.append(word)
        }
    }

    /// What may stand in a comment, for suggestions.
    static var vocabulary: [String] { Guide.Node.Kind.allCases.map(\.rawValue) + flags + ["likelihood=0.5"] }
}

/// What a page's front matter says of its guide: `guide: false`, `guide: true` or `guide: {kind: troubleshooting}`.
struct PageOverride: Sendable {
    /// Nil where nothing is said.
    var hasGuide: Bool?
    var kind: Guide.PageKind?
    /// What is not understood, with its line.
    var unknown: [(word: String, position: SourcePosition)] = []

    init(_ frontMatter: FrontMatter) {
        guard let entry = frontMatter.others.first(where: { $0.key == "guide" }) else { return }
        if case .mapping(let entries) = entry.value.content {
            for entry in entries { read(entry) }
        } else if let flag = entry.value.bool {
            hasGuide = flag
        } else {
            unknown.append((entry.value.string ?? "guide", entry.value.position))
        }
    }

    private mutating func read(_ entry: YAMLNode.Entry) {
        guard entry.key == "kind" else { return unknown.append((entry.key, entry.value.position)) }
        guard let text = entry.value.string, let kind = Guide.PageKind(rawValue: text) else {
            return unknown.append((entry.value.string ?? "kind", entry.value.position))
        }
        self.kind = kind
        if kind == .troubleshooting || kind == .knownError { hasGuide = true }
    }
}
