import Content
import Diagnostics
import Files
import Markdown
import Paths

/// What a site's writers want to be told of all that was found: by the severities of rules in the settings, and by comments in the files.
struct DiagnosticFilter {
    private let folder: SiteFolder
    private let rules: RuleSettings

    init(_ folder: SiteFolder, _ rules: RuleSettings) {
        self.folder = folder
        self.rules = rules
    }

    /// The findings that are wanted, in the order in which they are shown.
    func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        var comments: [SourceFile: IgnoreComments] = [:]
        for file in Set(diagnostics.map(\.file)) { comments[file] = read(file) }
        let wanted = diagnostics.filter { comments[$0.file]?.suppresses($0) != true }
        return rules.applied(to: wanted + comments.values.flatMap(\.diagnostics)).sorted()
    }

    /// The comments of a file that say what is not wanted; nil if there are none.
    private func read(_ file: SourceFile) -> IgnoreComments? {
        guard let location = folder.location(of: file), let text = (try? FileSystem.read(location, atMost: SourceTree.maxFileSize)) ?? nil,
            IgnoreComments.mayOccur(in: text)
        else { return nil }
        if case .content(let path) = file, path.isMarkdown {
            let document = Document(parsing: Source(file: file, raw: text))
            let comments = (document.frontMatterComments + document.comments).map { IgnoreComments.Comment(text: $0.text, line: $0.line) }
            return IgnoreComments(comments, in: text, file: file)
        }
        // In YAML from a `#` on, in templates between `{{!` and `}}`.
        let comments = text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            Self.comment(String(decoding: line, as: UTF8.self), line: index + 1)
        }
        return IgnoreComments(comments, in: text, file: file)
    }

    private static func comment(_ text: String, line: Int) -> IgnoreComments.Comment? {
        guard let start = text.firstRange(of: "{{!")?.upperBound ?? text.firstIndex(of: "#").map({ text.index(after: $0) }) else {
            return nil
        }
        let rest = text[start...]
        let end = rest.firstRange(of: "}}")?.lowerBound ?? rest.endIndex
        return IgnoreComments.Comment(text: String(rest[..<end]), line: line)
    }
}
