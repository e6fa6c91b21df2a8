import Content
import Diagnostics
import Files
import Paths
import Site
import Theme

/// A site that is kept in memory while somebody writes it, and brought up to date with every save.
package actor LiveSite {
    private let locate: @Sendable () throws(SiteFolder.Missing) -> SiteFolder
    private let options: BuildOptions
    private let index: LiveSearchIndex

    private var artifacts: SiteArtifacts?
    private var templates: [String: [UInt8]] = [:]
    /// What was found in the settings.
    private var settingsDiagnostics: [Diagnostic] = []
    /// The newest version.
    package private(set) var version: SiteVersion? {
        didSet {
            guard let version else { return }
            for continuation in waiting { continuation.resume(returning: version) }
            waiting = []
        }
    }
    private var waiting: [CheckedContinuation<SiteVersion, Never>] = []

    /// - Parameter locate: finds the site's folders. Some of them may come and go.
    package init(options: BuildOptions, locate: @escaping @Sendable () throws(SiteFolder.Missing) -> SiteFolder) {
        self.locate = locate
        self.options = options
        index = LiveSearchIndex(jobs: options.jobs)
    }

    /// The newest version. Waits for the first one.
    package func newestVersion() async -> SiteVersion {
        if let version { return version }
        return await withCheckedContinuation { waiting.append($0) }
    }

    /// Takes in what has changed.
    /// - Parameter touched: the locations of all files that may have changed, if they are known.
    /// - Returns: the new version; nil if nothing changed. If the site cannot be read now, it is the last version with a finding that says so.
    /// - Throws: `FileError` if the site cannot be read and never could be.
    package func update(touched: Set<String>? = nil) async throws(FileError) -> SiteVersion? {
        do throws(FileError) {
            return try await read(touched)
        } catch {
            guard let last = version else { throw error }
            return keep(last, because: error.description, file: .standalone(error.path))
        }
    }

    private func keep(_ last: SiteVersion, because reason: String, file: SourceFile) -> SiteVersion? {
        let message = "the site cannot be read now: \(reason)"
        let diagnostic = Diagnostic(.fileUnreadable, in: file, message, help: "what is shown is how it was before")
        guard !last.diagnostics.contains(diagnostic) else { return nil }
        version = last.with([diagnostic] + last.diagnostics, number: last.number + 1)
        // Whatever comes back is read anew.
        artifacts = nil
        return version
    }

    private func read(_ touched: Set<String>?) async throws(FileError) -> SiteVersion? {
        let folder: SiteFolder
        do throws(SiteFolder.Missing) { folder = try locate() } catch {
            guard let last = version else { throw FileError(path: error.description) }
            return keep(last, because: error.description, file: .standalone(""))
        }
        let (configuration, diagnostics) = try folder.configuration(options)
        let templates = try folder.templateFiles()
        let content = touched.map { $0.filter { $0.hasPrefix(folder.content + "/") } }
        let (snapshot, change) = try await folder.loader(configuration, options).update(artifacts?.snapshot, touched: content)
        let theme = artifacts != nil && templates == self.templates ? nil : Theme(overrides: templates)
        if case .nothing = change, theme == nil, diagnostics == settingsDiagnostics { return nil }
        if case .everything(let reason) = change { options.log("everything is made anew: \(reason)") }
        let next = await updated(to: snapshot, change, theme)
        (artifacts, self.templates, settingsDiagnostics) = (next, templates, diagnostics)
        let filter = DiagnosticFilter(folder, configuration.rules)
        let made = makeVersion(next, theme == nil ? change : .everything(.theme), filter.applied(to: next.diagnostics + diagnostics))
        version = made
        return made
    }

    private func updated(to snapshot: SiteSnapshot, _ change: SiteChange, _ theme: Theme?) async -> SiteArtifacts {
        if let artifacts { return await artifacts.updated(to: snapshot, change, theme: theme, jobs: options.jobs) }
        return await SiteArtifacts(snapshot, theme ?? Theme(), jobs: options.jobs)
    }

    private func makeVersion(_ artifacts: SiteArtifacts, _ change: SiteChange, _ diagnostics: [Diagnostic]) -> SiteVersion {
        let number = (version?.number ?? 0) + 1
        if let version, case .pages(let changed) = change {
            var revisions = version.revisions
            for id in changed { revisions[id] = number }
            return SiteVersion(number: number, diagnostics: diagnostics, revisions: revisions, artifacts: artifacts, index: index)
        }
        let revisions = artifacts.site.pages.map { _ in number }
        return SiteVersion(number: number, diagnostics: diagnostics, revisions: revisions, artifacts: artifacts, index: index)
    }
}

extension RebuildReason {
    fileprivate static let theme = RebuildReason("the templates changed")
}
