import Diagnostics
import Markdown
import YAML

/// A writer's statement about a title, in a comment on the line before it: `<!-- guide: cause likelihood=0.6 -->`.
struct Override: Sendable, Equatable {
    var kind: Guide.Node.Kind?
    var isIgnored = false
    var hasAlternatives = false
    var isOrdered = false
    var likelihood: Double?
    /// The line of the comment in the file.
    let line: Int
    /// The words that are not understood.
    var unknownWords: [String] = []

    private static let flags = ["ignore", "alternatives", "ordered"]

    /// - Returns: nil for a comment that does not begin with `guide:`.
    init?(comment: String, line: Int) {
        let comment = comment.trimmed
        self.line = line
        guard comment.hasPrefix("guide:") else { return nil }
        for word in comment.dropFirst(6).split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init) { read(word) }
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
            unknownWords.append(word)
        }
    }

    /// The words that a comment may contain, for suggestions.
    static var vocabulary: [String] { Guide.Node.Kind.allCases.map(\.rawValue) + flags + ["likelihood=0.5"] }
}

/// The `guide` entry of a page's front matter: `guide: false`, `guide: true` or `guide: {kind: troubleshooting}`.
struct PageOverride: Sendable {
    /// Nil if the front matter does not say.
    var hasGuide: Bool?
    var kind: Guide.PageKind?
    /// Whether comments say what each title is (`Guide.pinned`).
    var isPinned = false
    /// The keys and values that are not understood.
    var unknownWords: [(word: String, position: SourcePosition)] = []

    init(_ frontMatter: FrontMatter) {
        guard let entry = frontMatter.otherFields.first(where: { $0.key == "guide" }) else { return }
        if case .mapping(let entries) = entry.value.content {
            for entry in entries { read(entry) }
        } else if let flag = entry.value.bool {
            hasGuide = flag
        } else {
            unknownWords.append((entry.value.string ?? "guide", entry.value.position))
        }
    }

    private mutating func read(_ entry: YAMLNode.Entry) {
        if entry.key == "tree", let flag = entry.value.bool { return hasGuide = flag }
        if entry.key == "pinned", let flag = entry.value.bool { return isPinned = flag }
        guard entry.key == "kind" else { return unknownWords.append((entry.key, entry.value.position)) }
        guard let name = entry.value.string, let kind = Guide.PageKind(rawValue: name) else {
            return unknownWords.append((entry.value.string ?? "kind", entry.value.position))
        }
        self.kind = kind
        if kind.isAboutFaults, hasGuide == nil { hasGuide = true }
    }
}
