import Diagnostics
import Files
import Site

/// What a site's writers want to hear of all that was found: by the settings of rules, and by comments in their files.
struct Judgement {
    let folder: SiteFolder
    let rules: RuleSettings

    /// The findings that are wanted, in the order in which they are shown.
    func judging(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var comments: [String: IgnoreComments] = [:]
        return rules.judging(diagnostics).filter { diagnostic in
            let known = comments[diagnostic.path] ?? read(diagnostic.path)
            comments[diagnostic.path] = known
            return !known.cover(diagnostic)
        }.sorted()
    }

    private func read(_ path: String) -> IgnoreComments {
        IgnoreComments(in: ((try? FileSystem.read(folder.location(of: path), atMost: Site.largestFile)) ?? nil) ?? [])
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
