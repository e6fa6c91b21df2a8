import Bytes
import CBuiltinTheme
import Diagnostics
import Mustache
import Site

/// A file of the output.
public struct OutputFile: Sendable {
    /// Relative to the output folder.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// The templates, styles and scripts that make pages of a site: the built-in ones, each replaced by the site's own file of that name.
public struct Theme: Sendable {
    let templates: TemplateSet
    /// Styles and scripts by their names in `Templates/`.
    let assets: [String: [UInt8]]
    public let diagnostics: [Diagnostic]

    /// What pages run while their writer works on them: it shows what was found, and takes in what changes. It is part of no published site.
    public var liveScript: [UInt8] { assets["live.js"] ?? [] }

    /// The names that files in `Templates/` can have, besides those of partials: the built-in ones, and a style that is added to them.
    public static var fileNames: [String] { (builtinFiles.map(\.name) + ["custom.css"]).sorted() }

    /// - Parameter overrides: the site's own files by their names in `Templates/`.
    public init(overrides: [String: [UInt8]] = [:]) {
        var files = Dictionary(uniqueKeysWithValues: Self.builtinFiles)
        var findings: [Diagnostic] = []
        for (name, bytes) in overrides.sorted(by: { $0.key < $1.key }) {
            if !Self.fileNames.contains(name), !name.hasSuffix(".mustache") {
                findings.append(Diagnostic(
                    .templateUnknownFile, path: "Templates/" + name, "the theme has no file of this name, and does nothing with it",
                    help: Self.fileNames.nearest(to: name).map { "did you mean “\($0)”?" } ?? "the theme's files are: " + Self.fileNames.joined(separator: ", ")))
            }
            files[name] = bytes
        }
        var compiled: [Template] = []
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".mustache") {
            compiled.append(Template(
                parsing: bytes, name: String(name.dropLast(".mustache".count)), path: "Templates/" + name, diagnostics: &findings))
        }
        templates = TemplateSet(compiled)
        assets = files.filter { !$0.key.hasSuffix(".mustache") }
        for name in ["page", "404", "all-pages", "search", "redirect", "guide-alone"] { findings += templates.check(name, against: PageView.schema) }
        diagnostics = Array(Set(findings)).sorted()
    }

    private static var builtinFiles: [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = []
        var entry = kbgen_theme_files()
        while let file = entry?.pointee, let name = file.name {
            let name = String(cString: name)
            files.append((name, CompactAsset.of(name, Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))))
            entry = entry?.successor()
        }
        return files
    }
}
