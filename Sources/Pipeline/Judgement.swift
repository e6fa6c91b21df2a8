import Diagnostics
import Files
import Markdown
import Site

/// What a site's writers want to hear of all that was found: by the settings of rules, and by comments in their files.
struct Judgement {
    let folder: SiteFolder
    let rules: RuleSettings

    /// The findings that are wanted, in the order in which they are shown.
    func judging(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var comments: [String: IgnoreComments] = [:]
        for path in Set(diagnostics.map(\.path)) { comments[path] = read(path) }
        let wanted = diagnostics.filter { comments[$0.path]?.cover($0) != true }
        return rules.judging(wanted + comments.values.flatMap(\.diagnostics)).sorted()
    }

    /// The comments of a file that say what is not wanted; nil where there are none.
    private func read(_ path: String) -> IgnoreComments? {
        guard let text = (try? FileSystem.read(folder.location(of: path), atMost: Site.largestFile)) ?? nil, IgnoreComments.mayBe(in: text) else { return nil }
        if path.lowercased().hasSuffix(".md") {
            let document = Document(parsing: Source(path: path, raw: text))
            let comments = (document.frontMatterComments + document.comments).map { IgnoreComments.Comment(text: $0.text, line: $0.line) }
            return IgnoreComments(comments, in: text, path: path)
        }
        // In YAML from a `#` on, in templates between `{{!` and `}}`.
        let comments = text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line -> IgnoreComments.Comment? in
            let line = String(decoding: line, as: UTF8.self)
            guard let start = line.firstRange(of: "{{!")?.upperBound ?? line.firstIndex(of: "#").map({ line.index(after: $0) }) else { return nil }
            let rest = line[start...]
            return IgnoreComments.Comment(text: String(rest[..<(rest.firstRange(of: "}}")?.lowerBound ?? rest.endIndex)]), line: index + 1)
        }
        return IgnoreComments(comments, in: text, path: path)
    }
}

extension SiteFolder {
    /// The file that a finding names.
    public func location(of path: String) -> String {
        if path.hasPrefix("Templates/"), let templates { return templates + path.dropFirst("Templates".count) }
        if let configuration, path == configuration.lastComponent { return configuration }
        return content + "/" + path
    }
}
