import Diagnostics
import Site
import Theme

/// Everything that is made of a snapshot: the guides of its pages, and the renderer that makes every file of the site. An edit makes the next
/// artifacts of these.
package struct SiteArtifacts: Sendable {
    let snapshot: SiteSnapshot
    let theme: Theme
    let guides: GuideTable
    let renderer: SiteRenderer

    var site: Site { snapshot.site }

    /// What was found in the content, in guides, in templates, and about addresses. What was found in the settings is known where these are read.
    var diagnostics: [Diagnostic] { site.diagnostics + theme.diagnostics + guides.diagnostics + renderer.diagnostics }

    /// The artifacts of a site of which nothing is known.
    init(_ snapshot: SiteSnapshot, _ theme: Theme, jobs: Int) async {
        self.init(snapshot, theme, await GuideTable(snapshot.site, jobs: jobs))
    }

    init(_ snapshot: SiteSnapshot, _ theme: Theme, _ guides: GuideTable) {
        self.init(snapshot, theme, guides, SiteRenderer(theme, snapshot.site, guides))
    }

    private init(_ snapshot: SiteSnapshot, _ theme: Theme, _ guides: GuideTable, _ renderer: SiteRenderer) {
        self.snapshot = snapshot
        self.theme = theme
        self.guides = guides
        self.renderer = renderer
    }

    /// The artifacts after an edit.
    /// - Parameters:
    ///   - change: in what the snapshot differs from this one's.
    ///   - theme: the theme, if that changed too.
    func updated(to snapshot: SiteSnapshot, _ change: SiteChange, theme newTheme: Theme? = nil, jobs: Int) async -> SiteArtifacts {
        let guides = await guides.updated(from: site, to: snapshot.site, change, jobs: jobs)
        if case .everything = change { return SiteArtifacts(snapshot, newTheme ?? theme, guides) }
        if let newTheme { return SiteArtifacts(snapshot, newTheme, guides) }
        return SiteArtifacts(snapshot, theme, guides, renderer.updated(snapshot.site, guides))
    }
}
