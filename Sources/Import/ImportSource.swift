import Bytes
import Content
import Files
import Paths

/// The programs whose sites can be imported, and how a folder or file is recognised as one of them.
package enum ImportSource: String, CaseIterable, Sendable {
    case docusaurus, mkdocs, mdbook, starlight, vitepress, honkit, zendesk, intercom, confluence, notion, word

    /// Why nothing was imported.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
        init(_ description: String) { self.description = description }
    }

    /// Folders of a repository in which the documentation may be.
    private static let likelyFolders: [ContentPath] = [.root, "website", "docs", "doc", "site", "documentation", "book", "guide", "www"]

    /// Reads a site of another program.
    /// - Parameters:
    ///   - location: a folder, or a file that the program exported.
    ///   - source: the program, if it is known.
    /// - Throws: `Failure` if it is not recognised, or not as a site of `source`.
    package static func read(_ location: String, as source: ImportSource?) throws(Failure) -> (source: ImportSource, site: ImportedSite) {
        guard let kind = FileSystem.kind(of: location) else { throw Failure("\(location): there is no such file or folder") }
        if kind == .file { return try readFile(location, as: source) }
        let tree: SourceTree
        do { tree = try SourceTree(reading: location) } catch { throw Failure("\(location): \(error.reason)") }
        let wanted = source.map { [$0] } ?? allCases
        for kind in wanted {
            for folder in likelyFolders where tree.containsFolder(folder) {
                if let generator = generator(kind, tree, folder) {
                    var folderImport = FolderImport(tree, generator)
                    return (kind, folderImport.run())
                }
            }
            if let site = try export(kind, tree, location) { return (kind, site) }
        }
        throw Failure(
            source.map { "\(location): this is not recognised as a site of \($0.rawValue)" }
                ?? "\(location): this is not recognised as a site of any program that is known; name it with --from: \(allCases.map(\.rawValue).joined(separator: ", "))"
        )
    }

    private static func generator(_ kind: ImportSource, _ tree: SourceTree, _ folder: ContentPath) -> (any Generator)? {
        switch kind {
        case .docusaurus: Docusaurus(tree, in: folder)
        case .mkdocs: MkDocs(tree, in: folder)
        case .mdbook: MdBook(tree, in: folder)
        case .starlight: Starlight(tree, in: folder)
        case .vitepress: VitePress(tree, in: folder)
        default: nil
        }
    }

    /// What a help desk or a wiki exported into a folder; nil if the folder holds no such export.
    private static func export(_ kind: ImportSource, _ tree: SourceTree, _ location: String) throws(Failure) -> ImportedSite? {
        switch kind {
        case .zendesk, .intercom:
            let values = tree.files.filter { $0.fileExtension == "json" && $0.names.count < 3 }.compactMap {
                tree.text($0).flatMap(LooseValue.init(json:))
            }
            return try HelpDeskExport(values, kind).map { export throws(Failure) in try export.site() }
        case .honkit: return Book(tree)?.site()
        case .confluence: return try ConfluenceExport(tree).map { export throws(Failure) in try export.site() }
        case .notion: return NotionExport(tree)?.site()
        case .word:
            let files = tree.files.filter { $0.fileExtension == "docx" && !$0.name.hasPrefix("~") }
            return files.isEmpty ? nil : try WordDocuments(files.map { ($0, tree.location($0)) }).site()
        default: return nil
        }
    }

    private static func readFile(_ location: String, as source: ImportSource?) throws(Failure) -> (source: ImportSource, site: ImportedSite)
    {
        let path = ContentPath(location.split(separator: "/").last.map(String.init) ?? location)
        switch (path.fileExtension, source) {
        case ("docx", nil), ("docx", .word?): return (.word, try WordDocuments([(path, location)]).site())
        case ("json", nil), ("json", .zendesk?), ("json", .intercom?):
            let bytes: [UInt8]?
            do { bytes = try FileSystem.read(location) } catch { throw Failure("\(location): \(error.reason)") }
            guard let value = bytes.flatMap({ LooseValue(json: String(decoding: $0, as: UTF8.self)) }) else {
                throw Failure("\(location): this is no JSON")
            }
            for kind in source.map({ [$0] }) ?? [.zendesk, .intercom] {
                if let export = HelpDeskExport([value], kind) { return (kind, try export.site()) }
            }
            throw Failure("\(location): there are no articles in this file")
        default: throw Failure("\(location): name the folder of a site or an export, a .json of a help desk, or a .docx")
        }
    }
}
