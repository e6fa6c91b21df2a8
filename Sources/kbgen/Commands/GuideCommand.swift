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

    @Option(help: ArgumentHelp("Write what is seen of the pages into a file, for the training program.", visibility: .hidden))
    var features: String?

    @Option(help: ArgumentHelp("Read the pages with the training program's weights.", visibility: .hidden))
    var weights: String?

    func run() async throws {
        let terminal = Terminal()
        var hasErrors = false
        let files = try pages.flatMap(files)
        if features != nil || weights != nil { return try readForTraining(files) }
        let published = format == .json && !explain ? try await published(files) : [:]
        for page in files {
            let document = Document(parsing: Source(file: .standalone(page), raw: try readInput(page)))
            let guide = Guide(reading: document)
            switch format {
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

    /// Writes the features of pages, or reads them with given weights.
    private func readForTraining(_ files: [String]) throws {
        let weights = try self.weights.map { try readInput($0) }
        if let weights, GuideModel(weights) == nil { throw ValidationError("\(self.weights ?? ""): these are no weights") }
        if let features {
            var export = FeatureExport(model: weights.flatMap { GuideModel($0) })
            for page in files { export.add(Document(parsing: Source(file: .standalone(page), raw: try readInput(page))), shownTitle: nil) }
            return try FileSystem.replace(features, with: export.bytes)
        }
        guard let reading = TrialReading(weights: weights ?? []) else { return }
        for page in files {
            let document = Document(parsing: Source(file: .standalone(page), raw: try readInput(page)))
            Terminal.output(reading.json(document, id: page).bytes + [0x0A])
        }
    }

    /// What the sites of these files publish of them: there, links and includes are resolved.
    private func published(_ files: [String]) async throws -> [String: [UInt8]] {
        var open = Set(files.compactMap(FileSystem.canonicalPath))
        var found: [String: [UInt8]] = [:]
        while let file = open.min() {
            open.remove(file)
            guard let folder = SiteFolder.containing(file) else { continue }
            let own = open.filter { $0.hasPrefix(folder.content + "/") }.union([file])
            open.subtract(own)
            found.merge(try await SiteBuilder(folder, options: BuildOptions(jobs: 2)).publishedGuides(of: own)) { first, _ in first }
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
