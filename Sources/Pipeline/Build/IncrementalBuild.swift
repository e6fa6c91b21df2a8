import Bytes
import Diagnostics
import Files
import Guides
import Paths
import Publish
import Search
import Site
import Theme

/// The files that differ after an edit of the texts of some pages, worked out from what the last build left.
struct IncrementalBuild {
    let artifacts: SiteArtifacts
    /// The ids of the pages that differ.
    let pages: [Int]
    private(set) var files: [OutputFile] = []
    private(set) var removed: [OutputPath] = []
    private(set) var fullTextLengths: [Int] = []
    private(set) var searchIndex: SearchIndex.UpdateState

    /// Whether a file of the old output is read to make the new one.
    static func reads(_ path: OutputPath) -> Bool { path == OutputLayout.fullText || path.isInside(OutputLayout.searchIndex) }

    /// - Throws: `RebuildReason` if the edit concerns more than the texts of these pages.
    init(
        _ artifacts: SiteArtifacts, pages: [Int], _ payload: BuildCache.Payload, _ output: OutputFolder, jobs: Int
    ) async throws(RebuildReason) {
        self.artifacts = artifacts
        self.pages = pages
        searchIndex = payload.searchIndex
        let read = { @Sendable (path: OutputPath) in (try? FileSystem.read(output.location(path))) ?? nil }
        let segments = renderPages()
        try updateFullText(read, payload.fullTextLengths)
        try await updateIndex(read, segments, jobs: jobs)
    }

    /// Renders the pages that differ.
    /// - Returns: a segment of the search index for each of them, by its position among the pages that are searched.
    private mutating func renderPages() -> [Int: IndexSegment] {
        let site = artifacts.site
        var segments: [Int: IndexSegment] = [:]
        for id in pages {
            var rendered: [OutputFile] = []
            let segment = artifacts.renderer.renderBatch(id..<id + 1) { rendered += $0 }
            files += rendered
            if !site.pages[id].isExcludedFromSearch { segments[site.pages[..<id].count { !$0.isExcludedFromSearch }] = segment }
        }
        if pages.contains(where: { site.pages[$0].isNotFound }) {
            files.append(artifacts.renderer.notFoundPage)
        }
        files += artifacts.renderer.modelIndexes(of: pages) + artifacts.renderer.feeds(of: pages)
        return segments
    }

    private mutating func updateFullText(_ read: (OutputPath) -> [UInt8]?, _ lengths: [Int]) throws(RebuildReason) {
        guard artifacts.renderer.hasFullText else { return fullTextLengths = lengths }
        guard let old = read(OutputLayout.fullText), let text = artifacts.renderer.fullText(updating: old, lengths: lengths, pages: pages)
        else { throw RebuildReason("“\(OutputLayout.fullText)” is not what the last build wrote") }
        files.append(OutputFile(path: OutputLayout.fullText, bytes: text.bytes))
        fullTextLengths = text.lengths
    }

    private mutating func updateIndex(
        _ read: @escaping @Sendable (OutputPath) -> [UInt8]?, _ segments: [Int: IndexSegment], jobs: Int
    ) async throws(RebuildReason) {
        let folder = OutputLayout.searchIndex
        guard let update = await IndexUpdate(reading: { read(folder.file($0)) }, searchIndex, pages: segments, jobs: jobs)
        else {
            throw RebuildReason(
                "the search index cannot be updated: a page has more or fewer sections, another language, or its guide came or went")
        }
        files += update.changed.map { OutputFile(path: folder.file($0.path), bytes: $0.bytes) }
        removed = update.removed.map(folder.file)
        searchIndex = update.state
    }
}
