import ArgumentParser
import Bytes
import DocumentHTML
import Files
import Guides
import Markdown
import Paths
import Pipeline

struct GuideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide", abstract: "Prints the decision tree of a page.",
        discussion:
            "Several pages are printed one after the other; as JSON, one object a line. Of a folder, all its pages are. The JSON of a page with a guide in a site is that of its guide.json."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, mermaid, dot
    }

    @Argument(help: ArgumentHelp("Markdown files, or folders of them.", valueName: "page"), completion: .file(extensions: ["md"]))
    var pages: [String]

    @Option(help: "How it is printed: text, json, mermaid or dot.")
    var format = Format.text

    @Flag(help: "Say of each node what made it what it is.")
    var explain = false

    @Flag(help: "Print the guide as a reader meets it: each screen, and where each answer leads.")
    var walk = false

    @Flag(help: "Write the reading into the pages, as front matter and comments, so that they are always read so.")
    var pin = false

    @Option(help: ArgumentHelp("Write what is seen of the pages into a file, for the training program.", visibility: .hidden))
    var features: String?

    @Option(help: ArgumentHelp("Weights of the training program.", visibility: .hidden))
    var weights: String?

    func validate() throws {
        if walk, explain || pin || format != .text { throw ValidationError("--walk goes with none of the other options.") }
    }

    func run() async throws {
        let terminal = Terminal()
        var hasErrors = false
        let files = try pages.flatMap(files)
        if let features { return try export(files, to: features) }
        if pin { return try files.forEach(writePin) }
        let model = try model()
        let isPublished = format == .json && !explain && weights == nil
        let published = isPublished ? try await asked(files) { try await $0.publishedGuides(of: $1) } : [:]
        let titles = weights == nil ? try await asked(files) { try await $0.shownTitles(of: $1) } : [:]
        for page in files {
            let document = Document(parsing: Source(file: .standalone(page), raw: try readInput(page)))
            let title = FileSystem.canonicalPath(page).flatMap { titles[$0] }
            let guide =
                explain
                ? Guide(explaining: document, shownTitle: title, model: model)
                : Guide(reading: document, shownTitle: title, model: model)
            switch format {
            case .text where walk: Terminal.output(guide.walk(page: page))
            case .text: Terminal.output(guide.text(page: page, isExplained: explain))
            case .json: Terminal.output(FileSystem.canonicalPath(page).flatMap { published[$0] } ?? json(guide, document, page))
            case .mermaid: Terminal.output(guide.mermaid)
            case .dot: Terminal.output(guide.dot)
            }
            for diagnostic in guide.diagnostics { terminal.say(diagnostic) }
            hasErrors = hasErrors || guide.diagnostics.contains { $0.severity == .error }
        }
        if hasErrors { throw CommandFailure.contentErrors }
    }

    private func writePin(_ page: String) throws {
        let raw = try readInput(page)
        let document = Document(parsing: Source(file: .standalone(page), raw: raw))
        guard let pinned = Guide(reading: document).pinned(raw, of: document) else {
            return Terminal.output("\(page): the front matter says already what the guide is\n")
        }
        try FileSystem.replace(page, with: pinned.text)
        Terminal.output("\(page): \(pinned.count) titles are pinned\n")
    }

    /// Writes features for the training program.
    private func export(_ files: [String], to output: String) throws {
        var export = FeatureExport(model: try model())
        for page in files { export.add(Document(parsing: Source(file: .standalone(page), raw: try readInput(page))), shownTitle: nil) }
        try FileSystem.replace(output, with: export.bytes)
    }

    /// The model by which pages are read; nil for the export of what the first pass needs.
    private func model() throws -> GuideModel? {
        guard let weights else { return features == nil ? .trained : nil }
        guard let model = GuideModel(try readInput(weights)) else { throw ValidationError("\(weights): these are no weights") }
        return model
    }

    /// What the sites of these files know of them: there, links and includes are resolved, and tables of contents name pages.
    private func asked<Answer>(
        _ files: [String], _ ask: (SiteBuilder, Set<String>) async throws -> [String: Answer]
    ) async throws -> [String: Answer] {
        var open = Set(files.compactMap(FileSystem.canonicalPath))
        var found: [String: Answer] = [:]
        while let file = open.min() {
            open.remove(file)
            guard let folder = SiteFolder.containing(file) else { continue }
            let own = open.filter { $0.hasPrefix(folder.content + "/") }.union([file])
            open.subtract(own)
            found.merge(try await ask(SiteBuilder(folder, options: BuildOptions(jobs: 2)), own)) { first, _ in first }
        }
        return found
    }

    private func json(_ guide: Guide, _ document: Document, _ page: String) -> [UInt8] {
        let context = StandaloneContext(document)
        return JSON.object(guide.json(id: page, article: page, document: document, context: context, isExplained: explain)).bytes + [0x0A]
    }

    /// The pages of a folder and of the folders in it, in order; a file as it is.
    private func files(_ path: String) throws -> [String] {
        let entries: [FolderEntry]
        do throws(FileError) { entries = try FileSystem.entries(of: path) } catch { return [path] }
        var files: [String] = []
        for entry in entries.sorted(by: { $0.name < $1.name }) where !entry.name.hasPrefix(".") {
            let inner = path + "/" + entry.name
            if entry.kind == .folder {
                files += try self.files(inner)
            } else if entry.name.lowercased().hasSuffix(".md"), entry.name != "SUMMARY.md" {
                files.append(inner)
            }
        }
        return files
    }
}
