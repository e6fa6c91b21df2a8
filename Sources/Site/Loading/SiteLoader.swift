import Bytes
import Content
import Diagnostics
import Files
import Paths

/// Reads a content folder into a snapshot, again and again, and does each time no more than the edits since ask for.
package struct SiteLoader: Sendable {
    private let content: String
    private let configuration: Configuration
    private let excluding: Set<String>
    private let jobs: Int

    /// - Parameters:
    ///   - content: the location of the content folder.
    ///   - excluding: locations of folders in it that are no content, such as the output.
    ///   - jobs: how many workers read pages.
    package init(content: String, configuration: Configuration, excluding: Set<String> = [], jobs: Int) {
        self.content = content
        self.configuration = configuration
        self.excluding = excluding
        self.jobs = jobs
    }

    /// The files of the content as they are now.
    /// - Throws: `FileError` if the content folder itself cannot be read.
    package func manifest() async throws(FileError) -> InputManifest {
        try await InputManifest(
            content, excluding: excluding, history: configuration.showsDates ? GitHistory(of: content) : nil, jobs: jobs)
    }

    /// Reads the whole site.
    /// - Throws: `FileError` if the content folder itself cannot be read.
    package func load() async throws(FileError) -> SiteSnapshot { await load(try manifest()) }

    /// Reads the whole site.
    /// - Parameter inputs: the files of the content as they are now.
    package func load(_ inputs: InputManifest) async -> SiteSnapshot { await load(inputs, known: [:]) }

    /// Reads what changed since an earlier snapshot of the same folder.
    /// - Parameter touched: the locations of all files that may have changed, if they are known.
    /// - Throws: `FileError` if the content folder itself cannot be read.
    package func update(_ previous: SiteSnapshot?, touched: Set<String>? = nil) async throws(FileError) -> (SiteSnapshot, SiteChange) {
        if let touched, let update = previous.flatMap({ self.update($0, touched: touched) }) { return update }
        return await update(previous, try manifest())
    }

    /// Reads what changed since an earlier snapshot of the same folder.
    /// - Parameter inputs: the files of the content as they are now.
    package func update(_ previous: SiteSnapshot?, _ inputs: InputManifest) async -> (SiteSnapshot, SiteChange) {
        guard let previous, previous.inputs.tree.base == inputs.tree.base else {
            return (await load(inputs), .everything(.firstLoad))
        }
        let changed = await inputs.changes(since: previous.inputs, jobs: jobs)
        do throws(RebuildReason) {
            try checkSurroundings(previous, inputs)
        } catch {
            // What an inclusion names may be another file now.
            let known = previous.texts(without: changed).filter { !$0.value.document.links.contains { $0.role == .include } }
            return (await load(inputs, known: known), .everything(error))
        }
        do throws(RebuildReason) {
            return try previous.updated(with: changed, inputs)
        } catch {
            return (await load(inputs, known: previous.texts(without: changed)), .everything(error))
        }
    }

    /// Reads what changed since an earlier run over the same set of files.
    /// - Parameters:
    ///   - inputs: the files of the content as they are now.
    ///   - changed: the files that differ.
    /// - Throws: `RebuildReason` if more changed than the texts of some pages.
    package func resume(
        _ cached: CachedSnapshot, _ inputs: InputManifest, changed: Set<ContentPath>
    ) throws(RebuildReason) -> (SiteSnapshot, SiteChange) {
        try cached.snapshot(inputs, LoadContext(inputs, configuration), configuration).updated(with: changed, inputs)
    }

    /// Makes sure that everything around the pages is as it was.
    private func checkSurroundings(_ previous: SiteSnapshot, _ inputs: InputManifest) throws(RebuildReason) {
        if previous.configuration != configuration { throw .settings }
        if previous.inputs.gitBook != inputs.gitBook || previous.inputs.folderConfigurations != inputs.folderConfigurations
            || previous.inputs.diagnostics != inputs.diagnostics
        {
            throw .gitBookConfiguration
        }
        if !previous.inputs.tree.hasSameFiles(as: inputs.tree) { throw .files }
        if previous.inputs.history != inputs.history { throw .commit }
    }

    /// The fast path of the preview: only the touched files are looked at. Nil if that is not enough: a file may have
    /// come or gone, or the edit concerns more than texts.
    private func update(_ previous: SiteSnapshot, touched: Set<String>) -> (SiteSnapshot, SiteChange)? {
        let tree = previous.inputs.tree
        guard configuration == previous.configuration, !tree.hasSymlinks else { return nil }
        var fingerprints = previous.inputs.fingerprints
        var changed: Set<ContentPath> = []
        for location in touched {
            guard let path = tree.path(at: location), !GitBookConfiguration.names.contains(path.string) else { return nil }
            if tree.contains(path) {
                guard FileSystem.kind(of: location, followingSymlinks: false) == .file, let now = FileFingerprint(of: location) else {
                    return nil
                }
                if fingerprints[path]?.matches(location, now: now) != true { changed.insert(path) }
                fingerprints[path] = now
            } else if SourceTree.wouldHold(path), FileSystem.kind(of: location, followingSymlinks: false) != nil {
                return nil
            }
        }
        return try? previous.updated(with: changed, previous.inputs.with(fingerprints))
    }

    private func load(_ inputs: InputManifest, known: [ContentPath: PageText]) async -> SiteSnapshot {
        let context = LoadContext(inputs, configuration)
        let plans = context.spaces.map { NavigationPlan($0, context.resolver) }
        let discovery = await PageDiscovery(plans: plans, context: context, known: known, jobs: jobs)
        let dates = inputs.history.flatMap { $0.isShallow ? nil : $0.dates(of: inputs.tree) } ?? [:]
        let linker = await SiteLinker(discovery.pages, plans: plans, dates: dates, context: context, jobs: jobs)
        let other =
            inputs.diagnostics + context.diagnostics + plans.flatMap(\.diagnostics) + discovery.diagnostics + linker.diagnostics
        let pageDiagnostics = zip(discovery.pages, linker.linkDiagnostics).map { page, found in
            page.diagnostics(context.spaces[context.space(of: page.path)].variables) + found
        }
        let spaces = zip(zip(context.spaces, linker.links), zip(linker.pageRanges, linker.navigation)).map { space, made in
            Space(space.0, tree: inputs.tree, pages: made.0, navigation: made.1, links: space.1, specifications: linker.specifications)
        }
        let site = Site(
            configuration: context.configuration, title: linker.title, spaces: spaces,
            pages: linker.pages, assets: linker.assets, redirects: linker.redirects, variants: linker.variants,
            diagnostics: SiteSnapshot.all(other, pageDiagnostics), index: linker.index)
        return SiteSnapshot(
            site: site, inputs: inputs, configuration: configuration, context: context, interfaces: linker.interfaces,
            pageDiagnostics: pageDiagnostics, otherDiagnostics: other)
    }
}
