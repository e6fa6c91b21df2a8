import Diagnostics
import Markdown

extension Reading {
    /// Files of the content that no page shows, links or includes, whether it is published or not.
    public var unusedFiles: [Diagnostic] {
        let tree = site.tree
        var used = Set(site.assets.map(\.path)).union(site.pages.flatMap(\.parts))
        for orphan in site.orphans { used.formUnion(files(namedBy: tree.path(shownAs: orphan.path))) }
        return tree.files.compactMap { path in
            guard !used.contains(path) else { return nil }
            if path.isMarkdown {
                guard path.isInIncludes else { return nil }
                return Diagnostic(.includeUnused, path: tree.shown(path), "no page includes this part", help: "include it, or delete it")
            }
            // Covers of the books that GitBook once made.
            guard path.isMedia, !["cover.jpg", "cover_small.jpg"].contains(path.lastComponent) else { return nil }
            return Diagnostic(
                .assetUnused, path: tree.shown(path), "no page shows or links this file, and it is not published",
                help: "delete it, or name it under “publish” in kbgen.yml")
        }
    }

    /// The files that a page names which is not published.
    private func files(namedBy path: String) -> [String] {
        guard case .success(let text) = PageDrafts.read(path, resolver: resolver) else { return [] }
        let named = PageDrafts.draft(text, resolver: resolver, isListed: false).references.compactMap { reference -> String? in
            guard case .asset(let file) = reference else { return nil }
            return file
        }
        return named + text.parts
    }
}

extension String {
    fileprivate var isInIncludes: Bool { hasPrefix(".gitbook/includes/") || contains("/.gitbook/includes/") }

    /// A file that is in the content to be shown or loaded, and not because of a tool.
    fileprivate var isMedia: Bool {
        if hasPrefix(".gitbook/assets/") || contains("/.gitbook/assets/") { return true }
        return [
            "avif", "bmp", "docx", "gif", "jpeg", "jpg", "m4v", "mov", "mp3", "mp4", "ogg", "pdf", "png", "pptx", "svg", "wav", "webm", "webp", "xlsx", "zip",
        ].contains(pathExtension.lowercased())
    }
}
