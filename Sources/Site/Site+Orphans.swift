import Diagnostics

extension Site {
    /// What a repository holds for those who work on it, and GitBook's own files.
    private static let namesOfRepositories: Set<String> = [
        "summary.md", "langs.md", "glossary.md", "header.md", "footer.md", "contributing.md", "code_of_conduct.md", "license.md", "changelog.md", "security.md", "authors.md",
        "support.md", "governance.md", "maintainers.md", "pull_request_template.md", "issue_template.md",
    ]

    /// Findings that matter to the writer of the content rather than to a build: pages that are neither listed nor linked, nor part of one that is.
    public var orphans: [Diagnostic] {
        // What is listed and could not be read has been reported.
        let parts = pages.flatMap(\.parts).map(tree.shown)
        let known = Set(pages.map(\.document.source.path) + parts + diagnostics.filter { [.fileUnreadable, .fileSize].contains($0.rule) }.map(\.path))
        return tree.files.filter { file in
            let name = file.lastComponent.lowercased()
            return file.isMarkdown && !known.contains(tree.shown(file)) && !Self.namesOfRepositories.contains(name.replacing("-", with: "_"))
                && !file.hasPrefix(".gitbook/") && !file.contains("/.gitbook/")
        }.map {
            Diagnostic(
                .pageOrphan, path: tree.shown($0), "the page is neither listed nor linked, and not published",
                help: "add it to SUMMARY.md, or delete it")
        }
    }
}
