import Bytes
import Diagnostics
import Files
import Paths
import YAML

/// What a GitBook repository says about itself: `.gitbook.yaml`, or `book.json` of GitBook before 2018.
package struct GitBookConfiguration: Sendable, Equatable {
    /// The folder of the pages, relative to the repository.
    package private(set) var root = ContentPath.root
    /// The first page, relative to `root`.
    package private(set) var readme: ContentPath?
    /// The table of contents, relative to `root`.
    package private(set) var summary: ContentPath?
    package private(set) var title: String?
    package private(set) var language: String?
    package private(set) var redirects: [Configuration.Redirection] = []
    /// What `book.json` says by key, `variables` among it: what texts call `book.title` and the like.
    package private(set) var book: [YAMLNode.Entry] = []

    /// The names of the files that may hold the configuration. The first that exists counts.
    package static let names = hiddenNames + ["book.json"]
    /// Those that a folder below the root may have, too.
    static let hiddenNames = [".gitbook.yaml", ".gitbook.yml"]

    /// Reads the configuration of a repository. Without one, everything has its default.
    /// - Parameter folder: the location of the repository.
    package static func read(in folder: String, diagnostics: inout [Diagnostic]) -> GitBookConfiguration {
        for name in names where FileSystem.kind(of: folder + "/" + name) == .file {
            return GitBookConfiguration(folder: folder, path: ContentPath(name), diagnostics: &diagnostics)
        }
        return GitBookConfiguration()
    }

    /// Reads the configurations of the folders below the root, by folder, where there are any.
    static func read(in tree: SourceTree, diagnostics: inout [Diagnostic]) -> [ContentPath: GitBookConfiguration] {
        var found: [ContentPath: GitBookConfiguration] = [:]
        for path in tree.configurations where found[path.folder] == nil {
            found[path.folder] = GitBookConfiguration(folder: tree.root, path: path, diagnostics: &diagnostics)
        }
        return found
    }

    /// The location of the folder that `root` names; nil unless it is a visible folder of the repository.
    package func rootLocation(in folder: String) -> String? {
        if root.isRoot { return folder }
        let location = folder + "/" + root.string
        guard let base = FileSystem.canonicalPath(folder), let target = FileSystem.canonicalPath(location), target.isLocation(inside: base),
            FileSystem.kind(of: target) == .folder
        else { return nil }
        // What is hidden, such as a repository's `.git`, is no content.
        let names = target.dropFirst(base.count).split(separator: "/")
        return names.allSatisfy { FolderWalk.isVisible($0) } ? location : nil
    }

    private init() {}

    private init(folder: String, path: ContentPath, diagnostics: inout [Diagnostic]) {
        let file = SourceFile.content(path)
        do throws(FileError) {
            let bytes = try ReadableFile(withoutLinks: (FileSystem.canonicalPath(folder) ?? folder) + "/" + path.string).read()
            // Editors leave zero-width spaces in keys and values.
            let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { $0.value != 0x200B && $0.value != 0xFEFF }
            parse(Array(String(String.UnicodeScalarView(text)).utf8), file: file, isJSON: path.string.hasSuffix(".json"), &diagnostics)
        } catch {
            diagnostics.append(
                Diagnostic(
                    .fileUnreadable, in: file, "the file cannot be read: \(error.reason)",
                    help: "write a file there; a symbolic link is not followed"))
        }
    }

    private mutating func parse(_ bytes: [UInt8], file: SourceFile, isJSON: Bool, _ diagnostics: inout [Diagnostic]) {
        do throws(YAMLError) {
            // JSON is YAML except for its tabs.
            let text = isJSON ? bytes.map { $0 == 0x09 ? 0x20 : $0 } : bytes
            guard let yaml = try YAMLNode(parsing: text) else { return }
            var reader = SettingReader(file: file)
            reader.reportRepeated(yaml.entries ?? [])
            for entry in yaml.entries ?? [] { read(entry, file, isJSON: isJSON, &reader) }
            if isJSON { book = (yaml.entries ?? []) + (yaml["variables"]?.entries ?? []) }
            diagnostics += reader.diagnostics
        } catch {
            diagnostics.append(
                Diagnostic(
                    .yamlSyntax, in: file, at: error.position, "the file cannot be read: \(error.message)",
                    help: "the site is built as if it were not there"))
        }
    }

    /// The settings of `.gitbook.yaml`.
    private static let settings = ["root", "structure", "redirects", "title", "language"]

    private mutating func read(_ entry: YAMLNode.Entry, _ file: SourceFile, isJSON: Bool, _ reader: inout SettingReader) {
        switch entry.key {
        case "root": root = ContentPath.root.resolving(reader.string(entry) ?? "")
        case "title": title = reader.string(entry)
        case "language": language = reader.string(entry)
        case "structure":
            for member in entry.value.entries ?? [] where !isJSON && !["readme", "summary"].contains(member.key) {
                reader.unknown(member, known: ["readme", "summary"], nearest: ["readme", "summary"].nearest(to: member.key))
            }
            readme = (entry.value["readme"]?.string).map(ContentPath.root.resolving)
            summary = (entry.value["summary"]?.string).map(ContentPath.root.resolving)
        case "redirects":
            redirects = reader.stringMapping(entry).map {
                Configuration.Redirection(source: $0.key, target: $0.value, file: file, position: $0.position)
            }
        default:
            // `book.json` has many others, for plug-ins.
            if !isJSON { reader.unknown(entry, known: Self.settings, nearest: Self.settings.nearest(to: entry.key)) }
        }
    }
}
