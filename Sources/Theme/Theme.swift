import Bytes
import CBuiltinTheme
import Diagnostics
import Mustache
import Paths
import Site

/// The templates, styles and scripts that make pages of a site: the built-in ones, each replaced by the site's own file of that name.
package struct Theme: Sendable {
    let templates: TemplateSet
    /// Styles and scripts by their names in `Templates/`.
    let assets: [String: [UInt8]]
    /// The names of the built-in files that the site has its own instead of.
    let replaced: Set<String>
    package let diagnostics: [Diagnostic]

    /// The script that pages run in the preview: it shows findings and the guide's tree, and takes in changes. It is part of no published site.
    package var liveScript: [UInt8] { Self.liveFiles.flatMap { assets[$0] ?? [] } }
    private static let liveFiles = ["live-panel.js", "live-guide.js", "live.js"]

    /// The names that files in `Templates/` can have, besides those of partials: the built-in ones, and a style that is added to them.
    package static var fileNames: [String] { (builtinFiles.map(\.name) + ["custom.css"]).sorted() }

    /// - Parameter overrides: the site's own files by their names in `Templates/`.
    package init(overrides: [String: [UInt8]] = [:]) {
        var files = Dictionary(uniqueKeysWithValues: Self.builtinFiles)
        // A copy of a file of the theme's, as it comes with a copy of the whole folder, replaces nothing.
        let changed = overrides.filter { files[$0.key] != AssetMinifier.minified($0.key, $0.value) }
        replaced = Set(changed.keys)
        var found: [Diagnostic] = []
        for (name, bytes) in changed.sorted(by: { $0.key < $1.key }) {
            if !Self.fileNames.contains(name), !name.hasSuffix(".mustache") { found.append(Self.unknownFile(name)) }
            files[name] = bytes
        }
        var compiled: [Template] = []
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) where name.hasSuffix(".mustache") {
            compiled.append(
                Template(parsing: bytes, name: String(name.dropLast(".mustache".count)), file: .template(name), diagnostics: &found))
        }
        templates = TemplateSet(compiled)
        assets = files.filter { !$0.key.hasSuffix(".mustache") }
        for name in ["page", "404", "all-pages", "search", "redirect", "guide-alone"] {
            found += templates.check(name, against: PageView.schema)
        }
        diagnostics = Array(Set(found)).sorted()
    }

    private static func unknownFile(_ name: String) -> Diagnostic {
        Diagnostic(
            .templateUnknownFile, in: .template(name), "the theme has no file of this name, and does nothing with it",
            help: fileNames.nearest(to: name).map { "did you mean “\($0)”?" } ?? "the theme's files are: "
                + fileNames.joined(separator: ", "))
    }

    private static var builtinFiles: [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = []
        var entry = kbgen_theme_files()
        while let file = entry?.pointee, let name = file.name {
            let name = String(cString: name)
            files.append((name, AssetMinifier.minified(name, Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))))
            entry = entry?.successor()
        }
        return files
    }
}
