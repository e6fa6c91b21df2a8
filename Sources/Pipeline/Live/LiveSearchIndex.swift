import Bytes
import Paths
import Search

/// The search index of a live site: made when somebody searches, from the pages that changed since the last time.
actor LiveSearchIndex {
    /// The index of some pages as they were in one version.
    private struct Batch: Sendable {
        let pages: Range<Int>
        /// The newest revision among the pages.
        let revision: Int
        let segment: IndexSegment
    }

    private static let batchLength = 64

    private let jobs: Int
    private var batches: [Batch] = []
    private var pending: (number: Int, files: Task<[OutputPath: [UInt8]], Never>)?

    init(jobs: Int) { self.jobs = jobs }

    /// The files of the index of a version.
    func files(of version: SiteVersion) async -> [OutputPath: [UInt8]] {
        if let pending, pending.number == version.number { return await pending.files.value }
        let task = Task { await make(version) }
        pending = (version.number, task)
        return await task.value
    }

    private func make(_ version: SiteVersion) async -> [OutputPath: [UInt8]] {
        let count = version.site.pages.count
        let known = batches
        let ranges = stride(from: 0, to: count, by: Self.batchLength).map { $0..<min($0 + Self.batchLength, count) }
        let batches = await Array(ranges.enumerated()).parallelMap(jobs: jobs) { number, pages in
            let revision = version.revisions[pages].max() ?? 0
            if number < known.count, known[number].pages == pages, known[number].revision == revision { return known[number] }
            return Batch(pages: pages, revision: revision, segment: version.renderer.renderBatch(pages) { _ in })
        }
        self.batches = batches
        let index = await SearchIndex(merging: batches.map(\.segment), jobs: jobs)
        return Dictionary(index.files.map { (OutputLayout.searchIndex.file($0.path), $0.bytes) }) { first, _ in first }
    }
}
