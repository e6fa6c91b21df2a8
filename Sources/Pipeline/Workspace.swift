import Bytes
import Diagnostics
import Files
import Guides
import Site
import Theme

/// A site that is kept in memory while somebody writes it.
public actor Workspace {
    private let locate: @Sendable () throws(SiteFolder.Missing) -> SiteFolder
    private let options: BuildOptions
    private let screening = Screening()
    private let index: LiveIndex

    private var reading: Reading?
    private var templates: [String: [UInt8]] = [:]
    private var theme: Theme?
    /// The newest edition.
    public private(set) var edition: Edition? {
        didSet {
            guard let edition else { return }
            for continuation in waiting { continuation.resume(returning: edition) }
            waiting = []
        }
    }
    private var waiting: [CheckedContinuation<Edition, Never>] = []

    /// - Parameter locate: finds the site's folders, of which some may come and go.
    public init(options: BuildOptions, locate: @escaping @Sendable () throws(SiteFolder.Missing) -> SiteFolder) {
        self.locate = locate
        self.options = options
        index = LiveIndex(jobs: options.jobs)
    }

    /// The newest edition; waits for the first one.
    public func firstEdition() async -> Edition {
        if let edition { return edition }
        return await withCheckedContinuation { waiting.append($0) }
    }

    /// Takes in what has changed.
    /// - Parameter touched: all files that may have changed, if that is known.
    /// - Returns: the new edition; nil where nothing changed. Where the site cannot be read now, it is the last one, which says so.
    /// - Throws: `FileError` where it cannot be read and never could.
    public func refresh(touched: Set<String>? = nil) async throws(FileError) -> Edition? {
        do throws(FileError) {
            return try await read(touched)
        } catch {
            guard let last = edition else { throw error }
            return say(error.description, path: error.path, last)
        }
    }

    private func say(_ reason: String, path: String, _ last: Edition) -> Edition? {
        let diagnostic = Diagnostic(.fileUnreadable, path: path, "the site cannot be read now: \(reason)", help: "what is shown is how it was before")
        guard !last.diagnostics.contains(diagnostic) else { return nil }
        edition = last.saying([diagnostic] + last.diagnostics, number: last.number + 1)
        // Whatever comes back is read anew.
        reading = nil
        return edition
    }

    private func read(_ touched: Set<String>?) async throws(FileError) -> Edition? {
        let folder: SiteFolder
        do throws(SiteFolder.Missing) { folder = try locate() } catch {
            guard let last = edition else { throw FileError(path: error.description) }
            return say(error.description, path: "", last)
        }
        let pipeline = Pipeline(folder, options: options)
        var diagnostics: [Diagnostic] = []
        let configuration = try pipeline.configuration(&diagnostics)
        let ownTemplates = try pipeline.templates()
        let own = touched.map { Set($0.filter { $0.hasPrefix(folder.content + "/") }) }
        let before = reading
        let next = try await pipeline.reader(configuration).read(after: before, touched: own)
        let isSameTheme = theme != nil && ownTemplates == templates
        if case .nothing = next.change, isSameTheme, before != nil { return nil }
        let theme = isSameTheme ? theme ?? Theme(overrides: ownTemplates) : Theme(overrides: ownTemplates)
        let guides = await guides(of: next, before)
        (reading, templates, self.theme) = (next, ownTemplates, theme)
        let found = next.site.diagnostics + diagnostics + theme.diagnostics + guides.flatMap { $0?.diagnostics ?? [] }
        let all = Judgement(folder: folder, rules: next.site.configuration.rules).judging(found)
        let made = makeEdition(next, guides, theme, isSameTheme: isSameTheme, all)
        edition = made
        return made
    }

    private func makeEdition(_ next: Reading, _ guides: [Guide?], _ theme: Theme, isSameTheme: Bool, _ diagnostics: [Diagnostic]) -> Edition {
        let number = (edition?.number ?? 0) + 1
        if let edition, isSameTheme, case .pages(let changed) = next.change {
            var revisions = edition.revisions
            for id in changed { revisions[id] = number }
            return Edition(
                number: number, diagnostics: diagnostics, revisions: revisions, site: next.site, guides: guides, theme: theme,
                renderer: edition.renderer.following(next.site, guides), index: index, samePagesAs: edition)
        }
        return Edition(
            number: number, diagnostics: diagnostics, revisions: next.site.pages.map { _ in number }, site: next.site, guides: guides, theme: theme,
            renderer: SiteRenderer(theme, next.site, guides), index: index, samePagesAs: nil)
    }

    /// The guides of all pages, of which those of unchanged texts are known.
    private func guides(of next: Reading, _ before: Reading?) async -> [Guide?] {
        let screening = screening
        if let edition, case .pages(let changed) = next.change {
            var guides = edition.guides
            for id in changed { guides[id] = screening.guide(of: next.site.pages[id].document) }
            return guides
        }
        var known: [String: Guide?] = [:]
        if let before, let edition {
            known.reserveCapacity(before.site.pages.count)
            for (page, guide) in zip(before.site.pages, edition.guides) where !next.fresh.contains(page.path) { known[page.path] = guide }
        }
        return await next.site.pages.parallelMap(jobs: options.jobs) { [known] page in known[page.path] ?? screening.guide(of: page.document) }
    }
}
