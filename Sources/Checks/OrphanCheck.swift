import Bytes
import Diagnostics
import Paths
import Site

/// Finds pages of the content that are not published because they are neither listed, nor linked, nor included in a published page.
package struct OrphanCheck {
    struct Orphan {
        let path: ContentPath
        let diagnostic: Diagnostic
    }

    /// Files for people who work on the repository, and files with a meaning of their own in GitBook. In lower case, with `_` for `-`.
    private static let repositoryFiles: Set<String> = [
        "summary.md", "langs.md", "glossary.md", "header.md", "footer.md", "contributing.md", "code_of_conduct.md", "license.md",
        "changelog.md", "security.md", "authors.md", "support.md", "governance.md", "maintainers.md", "pull_request_template.md",
        "issue_template.md",
    ]

    private let site: Site

    package init(_ site: Site) { self.site = site }

    /// How many there are.
    package var count: Int { orphans.count }

    var orphans: [Orphan] {
        // Pages that could not be read have been reported already.
        let reported = site.diagnostics.filter { [.fileUnreadable, .fileSize].contains($0.rule) }.map(\.file)
        let used = Set(site.pages.flatMap { page in ([page.path] + page.includes).map(site.space(of: page).tree.sourceFile) } + reported)
        // All spaces are in one tree.
        let tree = site.spaces[0].tree
        return tree.files.filter { Self.isPage($0) && !used.contains(tree.sourceFile($0)) }.map { path in
            Orphan(
                path: path,
                diagnostic: Diagnostic(
                    .pageOrphan, in: tree.sourceFile(path), "the page is neither listed nor linked, and not published",
                    help: "add it to SUMMARY.md, or delete it"))
        }
    }

    private static func isPage(_ path: ContentPath) -> Bool {
        path.isMarkdown && !path.isBelowFolder(named: ".gitbook")
            && !repositoryFiles.contains(path.name.lowercased().replacing("-", with: "_"))
    }
}
