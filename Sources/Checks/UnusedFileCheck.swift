import Diagnostics
import Paths
import Site

/// Finds files of the content that no page shows, links or includes, whether that page is published or not.
struct UnusedFileCheck {
    private let snapshot: SiteSnapshot
    private let orphans: [OrphanCheck.Orphan]

    /// - Parameter orphans: pages that are not published. The files that they name are not reported: a writer may be working on them.
    init(_ snapshot: SiteSnapshot, orphans: [OrphanCheck.Orphan]) {
        self.snapshot = snapshot
        self.orphans = orphans
    }

    var diagnostics: [Diagnostic] {
        let (site, tree) = (snapshot.site, snapshot.inputs.tree)
        var used = Set(site.assets.map(\.path)).union(site.pages.flatMap(\.includes))
        for orphan in orphans { used.formUnion(files(namedBy: orphan.path)) }
        return tree.files.filter { !used.contains($0) }.compactMap { path in
            if path.isMarkdown {
                guard path.isInGitBookFolder("includes") else { return nil }
                return Diagnostic(.includeUnused, in: tree.sourceFile(path), "no page includes this part", help: "include it, or delete it")
            }
            // Books that GitBook once made have covers that no page shows.
            guard path.isMedia, !["cover.jpg", "cover_small.jpg"].contains(path.name) else { return nil }
            return Diagnostic(
                .assetUnused, in: tree.sourceFile(path), "no page shows or links this file, and it is not published",
                help: "delete it, or name it under “publish” in kbgen.yml")
        }
    }

    /// The assets and includes that a page names which is not published.
    private func files(namedBy path: ContentPath) -> [ContentPath] {
        guard let page = snapshot.reader.read(path) else { return [] }
        let assets = page.targets.compactMap { target -> ContentPath? in
            guard case .asset(let file) = target else { return nil }
            return file
        }
        return assets + page.includes
    }
}

extension ContentPath {
    /// Whether the file lies in a folder of GitBook's, such as `.gitbook/assets`, at any depth.
    fileprivate func isInGitBookFolder(_ name: String) -> Bool {
        string.hasPrefix(".gitbook/\(name)/") || string.contains("/.gitbook/\(name)/")
    }

    /// Whether the file is in the content to be shown or downloaded, not for the sake of a tool.
    fileprivate var isMedia: Bool {
        if isInGitBookFolder("assets") { return true }
        return [
            "avif", "bmp", "docx", "gif", "jpeg", "jpg", "m4v", "mov", "mp3", "mp4", "ogg", "pdf", "png", "pptx", "svg", "wav", "webm",
            "webp", "xlsx", "zip",
        ].contains(fileExtension)
    }
}
