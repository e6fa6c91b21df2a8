import Bytes
import Checks
import Diagnostics
import Files
import Guides
import Publish
import Search
import Site
import Theme

/// How a site is built.
public struct BuildOptions: Sendable {
    /// Takes the place of the settings' `base-url`.
    public var baseURL: String?
    /// Takes the place of a base URL, if there is one: where the site is shown to its writer.
    public var servedAt: String?
    /// How many workers.
    public var jobs: Int
    /// Delete whatever is at the output, and reuse nothing.
    public var clean = false
    /// Told how many of how many pages are written, now and then, from any worker.
    public var progress: @Sendable (Int, Int) -> Void

    public init(baseURL: String? = nil, jobs: Int, clean: Bool = false, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) {
        self.baseURL = baseURL
        self.jobs = jobs
        self.clean = clean
        self.progress = progress
    }
}

/// What came of a build or a check.
public struct Report: Sendable {
    public var diagnostics: [Diagnostic]
    public var pages: Int
    public var assets: Int
    /// Pages with a decision tree.
    public var guides: Int

    public var errors: Int { diagnostics.count { $0.severity == .error } }
    public var warnings: Int { diagnostics.count - errors }
}

/// The order of things: settings, site, theme, output.
public struct Pipeline: Sendable {
    let folder: SiteFolder
    let options: BuildOptions

    public init(_ folder: SiteFolder, options: BuildOptions) {
        self.folder = folder
        self.options = options
    }

    /// Reads everything and writes nothing.
    /// - Parameter deadLinks: finds out which links to other hosts are dead.
    public func check(deadLinks: ([ExternalLink]) async -> [Diagnostic] = { _ in [] }) async throws(FileError) -> Report {
        let (reading, theme, diagnostics) = try await reading()
        let checked = await Checks(reading, jobs: options.jobs).findings() + deadLinks(reading.site.externalLinks)
        let guides = await guides(of: reading.site)
        return report(reading.site, guides: guides.count { $0?.hasTree ?? false }, reading.site.diagnostics + diagnostics + theme.diagnostics + checked + guides.findings)
    }

    /// Writes the site.
    public func build() async throws(PublishError) -> Report {
        let reader: ContentReader
        let inputs: ContentInputs
        var found: [Diagnostic] = []
        do throws(FileError) {
            reader = try self.reader(configuration(&found))
            inputs = try await reader.inputs()
        } catch {
            throw .file(error)
        }
        if !options.clean, let last = await last(inputs) {
            if last.changed.isEmpty { return last.record.report }
            if let report = try await revise(last, inputs, reader) { return report }
        }
        return try await buildAll(inputs, reader, found)
    }

    /// - Parameter found: what was found in the settings.
    private func buildAll(_ inputs: ContentInputs, _ reader: ContentReader, _ found: [Diagnostic]) async throws(PublishError) -> Report {
        let sources = [folder.content, folder.templates, folder.configuration].compactMap { $0 }
        let publication = try Publication(output: folder.output, sparing: sources, clean: options.clean)
        do throws(FileError) {
            let reading = await reader.read(inputs)
            let theme = Theme(overrides: try templates())
            let site = reading.site
            let guides = await guides(of: site)
            let written = try await write(site, guides, theme, to: publication)
            try publication.replace()
            let elsewhere = found + theme.diagnostics
            let trees = Set(guides.indices.filter { guides[$0]?.hasTree ?? false })
            let report = report(site, guides: trees.count, site.diagnostics + elsewhere + guides.findings + written.unreadable)
            // What could not be read may be readable next time.
            guard written.unreadable.isEmpty else { return report }
            let findings = guides.indices.compactMap { id in guides[id].flatMap { $0.diagnostics.isEmpty ? nil : (id, $0.diagnostics) } }
            await remember(report, reading, BuildRemainder(
                trees: trees, guideFindings: Dictionary(uniqueKeysWithValues: findings), elsewhere: elsewhere, lengths: written.lengths, index: written.index),
                publication.published(jobs: options.jobs))
            return report
        } catch {
            publication.discard()
            throw .file(error)
        }
    }

    /// Removes what a build that was killed has left beside the output.
    public static func removeLeftovers(of folder: SiteFolder) { Publication.removeLeftovers(of: folder.output) }

    func read() async throws(FileError) -> (Site, Theme, [Diagnostic]) {
        let (reading, theme, diagnostics) = try await reading()
        return (reading.site, theme, diagnostics)
    }

    private func reading() async throws(FileError) -> (Reading, Theme, [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let reading = try await reader(configuration(&diagnostics)).read()
        return (reading, Theme(overrides: try templates()), diagnostics)
    }

    func configuration(_ diagnostics: inout [Diagnostic]) throws(FileError) -> Configuration {
        var configuration = Configuration()
        if let path = folder.configuration, let bytes = try FileSystem.read(path) {
            configuration = Configuration(parsing: bytes, path: path.lastComponent, diagnostics: &diagnostics)
        }
        if let baseURL = options.baseURL { configuration.baseURL = baseURL }
        if let servedAt = options.servedAt, configuration.baseURL != nil { configuration.baseURL = servedAt }
        return configuration
    }

    func reader(_ configuration: Configuration) -> ContentReader {
        ContentReader(
            content: folder.content, configuration: configuration, excluding: Set([folder.output, folder.templates].compactMap { $0 }), jobs: options.jobs)
    }

    /// The site's own templates, by name.
    func templates() throws(FileError) -> [String: [UInt8]] {
        guard let folder = folder.templates else { return [:] }
        var files: [String: [UInt8]] = [:]
        for entry in try FileSystem.entries(of: folder) where entry.kind == .file && !entry.name.hasPrefix(".") {
            files[entry.name] = try FileSystem.read(folder + "/" + entry.name)
        }
        return files
    }

    /// The guide of each page, in the pages' order.
    func guides(of site: Site) async -> [Guide?] {
        let screening = Screening()
        return await site.pages.parallelMap(jobs: options.jobs) { screening.guide(of: $0.document) }
    }

    private struct Written {
        /// What could not be read of the assets.
        var unreadable: [Diagnostic] = []
        let lengths: [Int]
        let index: SearchIndex.Remainder
    }

    private func write(_ site: Site, _ guides: [Guide?], _ theme: Theme, to publication: Publication) async throws(FileError) -> Written {
        let renderer = SiteRenderer(theme, site, guides)
        // What is made of all pages at once is made, and written, beside them.
        async let others = Result { () throws(FileError) in
            for file in renderer.otherFiles { try publication.write(file.make(), to: file.path) }
            let text = renderer.fullText
            try publication.write(text.bytes, to: FullText.path)
            return text.lengths
        }
        let parts = try await writePages(site, renderer, to: publication)
        let lengths = try await others.get()
        let index = await SearchIndex(joining: parts, jobs: options.jobs)
        let indexed = await index.files.parallelMap(jobs: options.jobs) { file in
            Result { () throws(FileError) in try publication.write(file.bytes, to: SearchIndex.folder + file.path) }
        }
        for result in indexed { try result.get() }
        let copied = await site.assets.parallelMap(jobs: options.jobs) { asset in
            Result { () throws(FileError) in try copy(asset, of: site, to: publication) }
        }
        var written = Written(lengths: lengths, index: index.remainder)
        for result in copied {
            if let diagnostic = try result.get() { written.unreadable.append(diagnostic) }
        }
        return written
    }

    /// Writes the pages, row by row. Each row has an index of its own: long rows cost less to join, short ones are shared out better.
    private func writePages(_ site: Site, _ renderer: SiteRenderer, to publication: Publication) async throws(FileError) -> [IndexPart] {
        let progress = Progress(total: site.pages.count, report: options.progress)
        let length = max(16, site.pages.count / (options.jobs * 12))
        let rows = stride(from: 0, to: site.pages.count, by: length).map { site.pages[$0..<min($0 + length, site.pages.count)] }
        let written = await rows.parallelMap(jobs: options.jobs) { row in
            Result { () throws(FileError) in
                var index = PartialIndex()
                for page in row {
                    progress.advance()
                    let rendered = renderer.render(page)
                    for file in rendered.files { try publication.write(file.bytes, to: file.path) }
                    if let search = rendered.search { index.add(search, body: rendered.body) }
                }
                return index.finished()
            }
        }
        var parts: [IndexPart] = []
        for result in written { parts.append(try result.get()) }
        return parts
    }

    private func copy(_ asset: Asset, of site: Site, to publication: Publication) throws(FileError) -> Diagnostic? {
        do throws(FileError) {
            let bytes = try FileSystem.read(site.tree.location(asset.path)) ?? []
            try publication.write(bytes, to: asset.address)
            return nil
        } catch where error.path == site.tree.location(asset.path) {
            return Diagnostic(
                .fileUnreadable, path: site.tree.shown(asset.path), "the file cannot be read: \(error.reason)",
                help: "check who may read it; the rest of the site is built")
        }
    }

    /// - Parameters:
    ///   - guides: how many pages have a decision tree.
    ///   - found: all that was found.
    func report(_ site: Site, guides: Int, _ found: [Diagnostic]) -> Report {
        let judged = Judgement(folder: folder, rules: site.configuration.rules).judging(found)
        return Report(diagnostics: judged, pages: site.pages.count, assets: site.assets.count, guides: guides)
    }
}

extension [Guide?] {
    fileprivate var findings: [Diagnostic] { flatMap { $0?.diagnostics ?? [] } }
}
