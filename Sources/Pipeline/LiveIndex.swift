import Bytes
import Search

/// The search index of a site that changes: made when somebody searches, and of the pages that changed since the last time.
actor LiveIndex {
    private struct Row: Sendable {
        let pages: Range<Int>
        let revision: Int
        let part: IndexPart
    }

    private static let rowLength = 64

    private let jobs: Int
    private var rows: [Row] = []
    private var pending: (number: Int, files: Task<[String: [UInt8]], Never>)?

    init(jobs: Int) { self.jobs = jobs }

    /// The files of an edition's index by their paths.
    func files(of edition: Edition) async -> [String: [UInt8]] {
        if let pending, pending.number == edition.number { return await pending.files.value }
        let task = Task { await make(edition) }
        pending = (edition.number, task)
        return await task.value
    }

    private func make(_ edition: Edition) async -> [String: [UInt8]] {
        let count = edition.site.pages.count
        let known = rows
        let ranges = stride(from: 0, to: count, by: Self.rowLength).map { $0..<min($0 + Self.rowLength, count) }
        let rows = await Array(ranges.enumerated()).parallelMap(jobs: jobs) { place, range in
            let revision = edition.revisions[range].max() ?? 0
            if place < known.count, known[place].pages == range, known[place].revision == revision { return known[place] }
            return Row(pages: range, revision: revision, part: Self.part(edition, range))
        }
        self.rows = rows
        let index = await SearchIndex(joining: rows.map(\.part), jobs: jobs)
        return Dictionary(index.files.map { (SearchIndex.folder + $0.path, $0.bytes) }) { first, _ in first }
    }

    private static func part(_ edition: Edition, _ range: Range<Int>) -> IndexPart {
        var index = PartialIndex()
        for page in edition.site.pages[range] {
            let rendered = edition.renderer.render(page)
            if let search = rendered.search { index.add(search, body: rendered.body) }
        }
        return index.finished()
    }
}
