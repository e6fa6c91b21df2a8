import Bytes
import Diagnostics
import Files
import YAML

/// Where a content folder keeps its pages and its table of contents.
public struct ContentLayout: Sendable {
    /// The folder of the pages: the content folder, or the part of it that `.gitbook.yaml` names.
    public let root: String
    /// The table of contents in it; nil where there is none.
    public let summary: String?

    public init(content: String) {
        var diagnostics: [Diagnostic] = []
        let gitBook = GitBookConfiguration.read(in: content, diagnostics: &diagnostics)
        let named = gitBook.root.isEmpty ? content : content + "/" + gitBook.root
        let root = FileSystem.kind(of: named) == .folder && FileSystem.canonicalPath(named)?.isInside(FileSystem.canonicalPath(content) ?? content) == true ? named : content
        self.root = root
        summary = [gitBook.summary ?? "SUMMARY.md"].map { root + "/" + $0 }.first { FileSystem.kind(of: $0) == .file }
    }
}

/// What a GitBook repository says about itself: `.gitbook.yaml`, or `book.json` of GitBook before 2018.
struct GitBookConfiguration: Sendable, Equatable {
    /// The folder of the content, relative to the repository.
    var root = ""
    var readme: String?
    var summary: String?
    var title: String?
    var language: String?
    var redirects: [Configuration.Redirection] = []

    /// The files that may say so, in their order.
    static let names = [".gitbook.yaml", ".gitbook.yml", "book.json"]

    /// Reads the first of the files that there is.
    static func read(in folder: String, diagnostics: inout [Diagnostic]) -> GitBookConfiguration {
        for name in names {
            guard FileSystem.kind(of: folder + "/" + name) == .file else { continue }
            return GitBookConfiguration(folder: folder, name: name, diagnostics: &diagnostics)
        }
        return GitBookConfiguration()
    }

    private init() {}

    private init(folder: String, name: String, diagnostics: inout [Diagnostic]) {
        do throws(FileError) {
            let bytes = try FileSystem.read(folder + "/" + name) ?? []
            // Editors leave zero-width spaces in keys and values.
            let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0.value != 0x200B && $0.value != 0xFEFF }
            parse(Array(String(String.UnicodeScalarView(text)).utf8), path: name, &diagnostics)
        } catch {
            diagnostics.append(Diagnostic(.fileUnreadable, path: name, "the file cannot be read: \(error.reason)"))
        }
    }

    private mutating func parse(_ bytes: [UInt8], path: String, _ diagnostics: inout [Diagnostic]) {
        do throws(YAMLError) {
            // JSON is YAML but for its tabs.
            let text = path.hasSuffix(".json") ? bytes.map { $0 == 0x09 ? 0x20 : $0 } : bytes
            guard let yaml = try YAMLNode(parsing: text) else { return }
            var reader = SettingReader(path: path)
            for entry in yaml.entries ?? [] { read(entry, &reader, path) }
            diagnostics += reader.diagnostics
        } catch {
            diagnostics.append(Diagnostic(
                .yamlSyntax, path: path, at: error.position, "the file cannot be read: \(error.message)",
                help: "the site is built as if it were not there"))
        }
    }

    private mutating func read(_ entry: YAMLNode.Entry, _ reader: inout SettingReader, _ path: String) {
        switch entry.key {
        case "root": root = (reader.string(entry) ?? "").resolved(in: "")
        case "title": title = reader.string(entry)
        case "language": language = reader.string(entry)
        case "structure":
            readme = entry.value["readme"]?.string?.resolved(in: "")
            summary = entry.value["summary"]?.string?.resolved(in: "")
        case "redirects":
            redirects = reader.texts(entry).map {
                Configuration.Redirection(source: $0.key, target: $0.value, path: path, position: $0.position)
            }
        default: break
        }
    }
}
