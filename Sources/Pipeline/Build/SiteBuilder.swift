import Checks
import Content
import Diagnostics
import Files
import Publish
import Site
import Theme

/// The order of things: settings, site, artifacts, output.
package struct SiteBuilder: Sendable {
    let folder: SiteFolder
    let options: BuildOptions

    package init(_ folder: SiteFolder, options: BuildOptions) {
        self.folder = folder
        self.options = options
    }

    private var output: OutputFolder { OutputFolder(folder.output) }

    /// The folder for what helps the next command, beside the output.
    package var cacheFolder: String { output.cache }

    // MARK: Check

    /// Reads everything and writes nothing.
    /// - Parameter deadLinks: finds out which links to other hosts are dead.
    package func check(deadLinks: ([ExternalLink]) async -> [Diagnostic] = { _ in [] }) async throws(FileError) -> Report {
        let (artifacts, settings) = try await load()
        let checks =
            await Checks(artifacts.snapshot, jobs: options.jobs).diagnostics() + deadLinks(artifacts.site.externalLinks)
            + goneAddresses(artifacts.site).diagnostics
        return report(artifacts, settings + checks, orphans: 0)
    }

    /// What the last build had at other addresses; nothing where no build is known.
    func goneAddresses(_ site: Site) -> GoneAddresses {
        let cache = BuildCache(output)
        return GoneAddresses(cache.header().flatMap(cache.payload)?.snapshot.addresses ?? [], site)
    }

    /// The site as it is now, and what was found in the settings.
    func load() async throws(FileError) -> (SiteArtifacts, [Diagnostic]) {
        let (configuration, diagnostics) = try folder.configuration(options)
        let snapshot = try await folder.loader(configuration, options).load()
        return (await SiteArtifacts(snapshot, Theme(overrides: try folder.templateFiles()), jobs: options.jobs), diagnostics)
    }

    /// What a site's writer is told.
    /// - Parameters:
    ///   - diagnostics: what was found besides what the artifacts know.
    ///   - orphans: how many pages are not published.
    func report(_ artifacts: SiteArtifacts, _ diagnostics: [Diagnostic], orphans: Int) -> Report {
        let site = artifacts.site
        let all = DiagnosticFilter(folder, site.configuration.rules).applied(to: artifacts.diagnostics + diagnostics)
        return Report(
            diagnostics: all, pages: site.pages.count, assets: site.assets.count, guides: artifacts.guides.treeCount, orphans: orphans)
    }

    // MARK: Build

    /// Writes the site: nothing if nothing changed since the last build, the pages that changed if an edit concerns no others, and everything
    /// otherwise.
    /// - Parameter known: the site as the preview knows it, whose pages need not be read again if everything is built.
    /// - Throws: `PublishError`. The old output is left as it was.
    package func build(known: SiteArtifacts? = nil) async throws(PublishError) -> Report {
        try output.checkCache()
        let inputs: BuildInputs
        do throws(FileError) { inputs = try await BuildInputs(folder, options) } catch { throw .file(error) }
        let result: Result<Report, PublishError>
        do throws(RebuildReason) {
            result = try await buildChanges(inputs)
        } catch {
            options.log("everything is built: \(error)")
            return try await buildEverything(inputs, known)
        }
        return try result.get()
    }

    // MARK: Incremental

    /// - Throws: `RebuildReason` if everything has to be built.
    private func buildChanges(_ inputs: BuildInputs) async throws(RebuildReason) -> Result<Report, PublishError> {
        if options.clean { throw RebuildReason("a clean build was asked for") }
        let previous = try await PreviousBuild(inputs, output, jobs: options.jobs)
        if previous.changed.isEmpty {
            options.log("nothing is built: nothing changed")
            return .success(previous.header.report)
        }
        let (build, payload) = try await incrementalBuild(previous, inputs)
        return try await publish(build, payload, previous, inputs)
    }

    private func incrementalBuild(
        _ previous: PreviousBuild, _ inputs: BuildInputs
    ) async throws(RebuildReason) -> (IncrementalBuild, BuildCache.Payload) {
        let changed = try previous.changedContent(inputs)
        guard let payload = BuildCache(output).payload(of: previous.header) else { throw RebuildReason("the build cache is damaged") }
        guard case (let snapshot, .pages(let pages)) = try inputs.loader.resume(payload.snapshot, inputs.manifest, changed: changed)
        else { throw RebuildReason("a file changed that is no page") }
        let before = payload.guides.table(snapshot.site)
        let guides = await before.updated(from: snapshot.site, to: snapshot.site, .pages(pages), jobs: options.jobs)
        if let reason = guides.reasonToRebuild(since: before, snapshot.site, pages: pages) { throw reason }
        guard let templates = try? folder.templateFiles() else { throw RebuildReason("the templates cannot be read") }
        let artifacts = SiteArtifacts(snapshot, Theme(overrides: templates), guides)
        let build = try await IncrementalBuild(artifacts, pages: pages, payload, output, jobs: options.jobs)
        guard previous.manifest.stillHolds(where: IncrementalBuild.reads) else {
            throw RebuildReason("the output changed during the build")
        }
        return (build, payload)
    }

    /// Publishes what differs. A thrown reason is an answer to fall back from; a result is final.
    /// - Throws: `RebuildReason` if the file system cannot publish a few files.
    /// - Returns: a failure with `PublishError.busy` if another build is at work.
    private func publish(
        _ build: IncrementalBuild, _ payload: BuildCache.Payload, _ previous: PreviousBuild, _ inputs: BuildInputs
    ) async throws(RebuildReason) -> Result<Report, PublishError> {
        let publication: IncrementalPublication?
        do throws(PublishError) {
            publication = try IncrementalPublication(output: output, before: previous.manifest, backBuffer: payload.backBuffer)
        } catch {
            return .failure(error)
        }
        guard let publication else { throw RebuildReason("the file system has no links") }
        let backBuffer: BackBuffer?
        do throws(FileError) {
            for file in build.files { try publication.write(file.bytes, to: file.path) }
            for path in build.removed { try publication.remove(path) }
            backBuffer = try publication.replace()
            reportLeftover(publication.leftover)
        } catch {
            publication.discard()
            throw RebuildReason("the changed files cannot be written: \(error)")
        }
        let (artifacts, site) = (build.artifacts, build.artifacts.site)
        options.log(
            "\(build.pages.count) of \(site.pages.count) pages are built: \(build.pages.prefix(5).map { site.pages[$0].path.string }.joined(separator: ", "))"
        )
        let report = report(artifacts, payload.settingsDiagnostics, orphans: previous.header.report.orphans)
        let next = BuildCache.Payload(
            snapshot: artifacts.snapshot.cached, guides: artifacts.guides.cached, settingsDiagnostics: payload.settingsDiagnostics,
            fullTextLengths: build.fullTextLengths, searchIndex: build.searchIndex, backBuffer: backBuffer)
        remember(report, next, inputs, await publication.manifest(jobs: options.jobs))
        return .success(report)
    }

    // MARK: Everything

    private func buildEverything(_ inputs: BuildInputs, _ known: SiteArtifacts?) async throws(PublishError) -> Report {
        let sources = [folder.content, folder.templates, folder.configuration].compactMap { $0 }
        let publication = try Publication(output: output, sparing: sources, clean: options.clean)
        do throws(PublishError) {
            let artifacts = try await artifacts(inputs, known)
            let written = try await FullBuild(artifacts, publication, options).write()
            do throws(FileError) { try publication.replace() } catch { throw .file(error) }
            reportLeftover(publication.leftover)
            let report = report(
                artifacts, inputs.diagnostics + written.diagnostics, orphans: OrphanCheck(artifacts.site).count)
            // A file that could not be read may be readable the next time.
            guard !(report.diagnostics + written.diagnostics).contains(where: { $0.rule == .fileUnreadable }) else { return report }
            let payload = BuildCache.Payload(
                snapshot: artifacts.snapshot.cached, guides: artifacts.guides.cached,
                settingsDiagnostics: inputs.diagnostics + written.diagnostics, fullTextLengths: written.fullTextLengths,
                searchIndex: written.searchIndex, backBuffer: nil)
            remember(report, payload, inputs, await publication.manifest(jobs: options.jobs))
            return report
        } catch {
            publication.discard()
            throw error
        }
    }

    private func reportLeftover(_ location: String?) {
        if let location {
            options.warn("the new site is in place, but the old one cannot be removed from “\(location)”; remove it yourself")
        }
    }

    private func artifacts(_ inputs: BuildInputs, _ known: SiteArtifacts?) async throws(PublishError) -> SiteArtifacts {
        let theme: Theme
        do throws(FileError) { theme = Theme(overrides: try folder.templateFiles()) } catch { throw .file(error) }
        guard let known else { return await SiteArtifacts(inputs.loader.load(inputs.manifest), theme, jobs: options.jobs) }
        let (snapshot, change) = await inputs.loader.update(known.snapshot, inputs.manifest)
        if Task.isCancelled { throw .cancelled }
        return await known.updated(to: snapshot, change, theme: theme, jobs: options.jobs)
    }

    /// Leaves what the next build needs to do no more than it must.
    /// - Parameter manifest: what is in the output; nil if that is not what was written, which the next build has to undo.
    private func remember(_ report: Report, _ payload: BuildCache.Payload, _ inputs: BuildInputs, _ manifest: OutputManifest?) {
        // The cache of a program that cannot be told from another would be believed by both.
        guard FileSystem.program != nil, let manifest else { return }
        do throws(FileError) {
            try BuildCache(output).store(payload) { payloadHash in
                BuildCache.Header(
                    frame: inputs.frame, fingerprints: inputs.files.map(\.fingerprint), outputDigest: manifest.digest, report: report,
                    payloadHash: payloadHash)
            }
        } catch {
            options.log("the build cache cannot be written, so the next build builds everything: \(error)")
        }
    }
}
