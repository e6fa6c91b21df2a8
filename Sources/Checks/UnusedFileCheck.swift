import Diagnostics
import Paths
import Site

/// Finds files of the content that no page shows, links or includes. Pages that are not published count too.
struct UnusedFileCheck {
    private let snapshot: SiteSnapshot
    private let orphans: [OrphanCheck.Orphan]

    /// - Parameter orphans: the pages that are not published. Files that they use are not reported: the author may be working on them.
    init(_ snapshot: SiteSnapshot, orphans: [OrphanCheck.Orphan]) {
        self.snapshot = snapshot
        self.orphans = orphans
    }

    var diagnostics: [Diagnostic] {
        let (site, tree) = (snapshot.site, snapshot.inputs.tree)
        var used = Set(site.assets.map(\.path)).union(site.pages.flatMap(\.includes))
        for orphan in orphans { used.formUnion(files(usedBy: orphan.path)) }
        return tree.files.filter { !used.contains($0) }.compactMap { path in
            if path.isMarkdown {
                guard path.isInGitBookFolder("includes") else { return nil }
                return Diagnostic(.includeUnused, in: tree.sourceFile(path), "no page includes this part", help: "include it, or delete it")
            }
            // The covers of books made with the old GitBook command, which no page shows.
            guard path.isMedia, !["cover.jpg", "cover_small.jpg"].contains(path.name) else { return nil }
            return Diagnostic(
                .assetUnused, in: tree.sourceFile(path), "no page shows or links this file, and it is not published",
                help: "delete it, or name it under “publish” in kbgen.yml")
        }
    }

    /// The assets and includes that an unpublished page uses.
    private func files(usedBy path: ContentPath) -> [ContentPath] {
        guard let page = snapshot.reader.read(path) else { return [] }
        let assets = page.targets.compactMap { target -> ContentPath? in
            guard case .asset(let file) = target else { return nil }
            return file
        }
        return assets + page.includes
    }
}

extension ContentPath {
    /// Whether the file is in the folder `.gitbook/<name>`, which may itself be at any depth.
    fileprivate func isInGitBookFolder(_ name: String) -> Bool {
        string.hasPrefix(".gitbook/\(name)/") || string.contains("/.gitbook/\(name)/")
    }

    /// Whether the file is meant to be shown or downloaded, as opposed to one for a tool.
    fileprivate var isMedia: Bool {
        if isInGitBookFolder("assets") { return true }
        return [
            "avif", "bmp", "docx", "gif", "jpeg", "jpg", "m4v", "mov", "mp3", "mp4", "ogg", "pdf", "png", "pptx", "svg", "wav", "webm",
            "webp", "xlsx", "zip",
        ].contains(fileExtension)
    }
}
