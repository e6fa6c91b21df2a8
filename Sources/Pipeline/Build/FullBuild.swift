import Bytes
import Diagnostics
import Files
import Paths
import Publish
import Search
import Site
import Theme

/// Writes every file of a site into a new publication.
struct FullBuild: Sendable {
    private let artifacts: SiteArtifacts
    private let publication: Publication
    private let options: BuildOptions

    /// What a later build needs to know of the files.
    struct Written {
        /// Findings about assets.
        var diagnostics: [Diagnostic] = []
        let fullTextLengths: [Int]
        let searchIndex: SearchIndex.UpdateState
    }

    private var site: Site { artifacts.site }
    private var renderer: SiteRenderer { artifacts.renderer }

    init(_ artifacts: SiteArtifacts, _ publication: Publication, _ options: BuildOptions) {
        self.artifacts = artifacts
        self.publication = publication
        self.options = options
    }

    /// - Throws: `PublishError` if a file cannot be written, or if the task was cancelled. The publication is incomplete then.
    func write() async throws(PublishError) -> Written {
        // The files that are made of all pages at once are made while the pages are.
        async let siteFiles = Result { () throws(PublishError) in try writeSiteFiles() }
        let segments = try await writePages()
        let lengths = try await siteFiles.get()
        let index = await SearchIndex(merging: segments, jobs: options.jobs)
        let indexFiles = index.files.map { OutputFile(path: OutputLayout.searchIndex.file($0.path), bytes: $0.bytes) }
        for result in await indexFiles.parallelMap(jobs: options.jobs, { file in Result { () throws(PublishError) in try write(file) } }) {
            try result.get()
        }
        var written = Written(fullTextLengths: lengths, searchIndex: index.updateState)
        for result in await site.assets.parallelMap(jobs: options.jobs, { asset in Result { () throws(PublishError) in try copy(asset) } })
        {
            if let diagnostic = try result.get() { written.diagnostics.append(diagnostic) }
        }
        return written
    }

    private func write(_ file: OutputFile) throws(PublishError) {
        if Task.isCancelled { throw .cancelled }
        do throws(FileError) { try publication.write(file.bytes, to: file.path) } catch { throw .file(error) }
    }

    /// - Returns: how many bytes of `llms-full.txt` each page takes.
    private func writeSiteFiles() throws(PublishError) -> [Int] {
        for file in renderer.siteFiles { try write(OutputFile(path: file.path, bytes: file.make())) }
        let text = renderer.fullText
        if renderer.hasFullText { try write(OutputFile(path: OutputLayout.fullText, bytes: text.bytes)) }
        return text.lengths
    }

    /// Writes the pages in batches. Each batch makes a segment of the index: longer ones cost less to join, shorter ones are shared out better.
    private func writePages() async throws(PublishError) -> [IndexSegment] {
        let count = site.pages.count
        let progress = Progress(total: count, report: options.progress)
        let length = max(16, count / (options.jobs * 12))
        let batches = stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
        let results = await batches.parallelMap(jobs: options.jobs) { batch in
            Result { () throws(PublishError) in
                try renderer.renderBatch(batch) { files throws(PublishError) in
                    progress.advance()
                    for file in files { try write(file) }
                }
            }
        }
        var segments: [IndexSegment] = []
        for result in results { segments.append(try result.get()) }
        return segments
    }

    /// - Returns: a finding if the asset cannot be read, or not be published as it is.
    private func copy(_ asset: Asset) throws(PublishError) -> Diagnostic? {
        let tree = artifacts.snapshot.inputs.tree
        if Task.isCancelled { throw .cancelled }
        let file: ReadableFile
        do throws(FileError) {
            file = try tree.open(asset.path)
        } catch {
            return Diagnostic(
                .fileUnreadable, in: tree.sourceFile(asset.path), "the file cannot be read: \(error.reason)",
                help: "check who may read it; the rest of the site is built")
        }
        do throws(FileError) {
            guard asset.isReduced else {
                try publication.copy(file, to: asset.output)
                return nil
            }
            let picture = SafeSVG(try file.read())
            try publication.write(picture.bytes, to: asset.output)
            return picture.finding(tree.sourceFile(asset.path))
        } catch {
            throw .file(error)
        }
    }
}
