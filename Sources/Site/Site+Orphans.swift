import Diagnostics

extension Site {
    /// Findings that matter to the writer of the content rather than to a build: pages that are neither listed nor linked.
    public var orphans: [Diagnostic] {
        let published = Set(pages.map(\.path))
        return tree.files.filter { file in
            let name = file.lastComponent.lowercased()
            return file.isMarkdown && !published.contains(file) && !["summary.md", "langs.md", "glossary.md"].contains(name)
                && !file.hasPrefix(".gitbook/") && !file.contains("/.gitbook/")
        }.map {
            Diagnostic(
                .pageOrphan, path: tree.shown($0), "the page is neither listed nor linked, and not published",
                help: "add it to SUMMARY.md, or delete it")
        }
    }
}
