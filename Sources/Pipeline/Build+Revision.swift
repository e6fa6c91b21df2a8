import Bytes
import Diagnostics
import Files
import Guides
import Publish
import Search
import Site
import Theme

extension Pipeline {
    /// Makes no more of the site than what has changed in a few pages' texts.
    /// - Returns: nil where more is to be made.
    /// - Throws: `PublishError.busy` where another build is at work.
    func revise(_ last: Last, _ inputs: ContentInputs, _ reader: ContentReader) async throws(PublishError) -> Report? {
        guard var decoder = pages(last.record),
            let reading = (try? reader.read(inputs, from: &decoder, changed: last.changed)) ?? nil, case .pages(let changed) = reading.change,
            let remainder = try? BuildRemainder(from: &decoder), let templates = try? templates(),
            let revision = await Revision(reading, changed, remainder, Theme(overrides: templates), output: folder.output, jobs: options.jobs),
            last.published.stillHolds(where: Revision.isRead),
            let amendment = try Amendment(output: folder.output, before: last.published, twin: remainder.twin)
        else { return nil }
        var next = revision.remainder
        do throws(FileError) {
            for file in revision.files { try amendment.write(file.bytes, to: file.path) }
            for path in revision.removed { try amendment.remove(path) }
            next.twin = try amendment.replace()
        } catch {
            amendment.discard()
            return nil
        }
        let found = reading.site.diagnostics + next.elsewhere + next.guideFindings.values.joined()
        let report = report(reading.site, guides: next.trees.count, found)
        await remember(report, reading, next, amendment.published(jobs: options.jobs))
        return report
    }
}

/// The files of a site that are other than before, where some pages have another text and nothing else changed.
private struct Revision {
    private(set) var files: [OutputFile] = []
    let removed: [String]
    private(set) var remainder: BuildRemainder

    /// Whether a file of the output is read for it.
    static func isRead(_ path: String) -> Bool { path == FullText.path || path.hasPrefix(SearchIndex.folder) }

    /// - Parameters:
    ///   - changed: the pages with another text.
    ///   - remainder: of the build before.
    ///   - output: where that build's files are.
    /// - Returns: nil where more is to be made anew.
    init?(_ reading: Reading, _ changed: [Int], _ remainder: BuildRemainder, _ theme: Theme, output: String, jobs: Int) async {
        let site = reading.site
        self.remainder = remainder
        guard let guides = Self.guides(of: changed, site, &self.remainder) else { return nil }
        let renderer = SiteRenderer(theme, site, guides)
        var parts: [Int: IndexPart] = [:]
        for id in changed {
            let rendered = renderer.render(site.pages[id])
            files += rendered.files
            guard let search = rendered.search else { continue }
            var index = PartialIndex()
            index.add(search, body: rendered.body)
            parts[site.pages[..<id].count { !$0.isOutOfSearch }] = index.finished()
        }
        let read = { @Sendable (path: String) in (try? FileSystem.read(output + "/" + path)) ?? nil }
        guard let text = read(FullText.path).flatMap({ renderer.fullText(revising: $0, lengths: remainder.lengths, pages: changed) }),
            let index = await IndexRevision(of: { read(SearchIndex.folder + $0) }, remainder.index, pages: parts, jobs: jobs)
        else { return nil }
        files += [renderer.index, OutputFile(path: FullText.path, bytes: text.bytes)]
        files += index.changed.map { OutputFile(path: SearchIndex.folder + $0.path, bytes: $0.bytes) }
        removed = index.removed.map { SearchIndex.folder + $0 }
        self.remainder.lengths = text.lengths
        self.remainder.index = index.remainder
    }

    /// The guides of the pages with another text, and of those to which they lead: nobody asks for others. Nil where a page has a tree that had none, or none any more, since
    /// guides of other pages show that.
    private static func guides(of changed: [Int], _ site: Site, _ remainder: inout BuildRemainder) -> [Guide?]? {
        let screening = Screening()
        var guides = [Guide?](repeating: nil, count: site.pages.count)
        for id in changed {
            let guide = screening.guide(of: site.pages[id].document)
            guard guide?.hasTree ?? false == remainder.trees.contains(id) else { return nil }
            guides[id] = guide
            remainder.guideFindings[id] = guide.flatMap { $0.diagnostics.isEmpty ? nil : $0.diagnostics }
            for case .page(let target, _) in site.pages[id].targets where remainder.trees.contains(target) && guides[target] == nil {
                guides[target] = screening.guide(of: site.pages[target].document)
            }
        }
        return guides
    }
}
