import Bytes
import Content
import Diagnostics
import Files
import Site

/// A page to begin with, in a site that is there.
package enum NewPage {
    /// What it is for.
    package enum Kind: Sendable {
        case page
        /// An article about something that does not work, laid out so that it is read as a guide.
        case article
    }

    package enum Failure: Error, CustomStringConvertible {
        case exists(String)
        case outside(String)
        case noPlace(String)
        case file(FileError)

        package var description: String {
            switch self {
            case .exists(let path): "\(path): there is a file here already"
            case .outside(let path): "\(path): the page would not be in the content"
            case .noPlace(let name): "the table of contents has neither a group nor a page “\(name)” to put the page under"
            case .file(let error): error.description
            }
        }
    }

    /// Writes it, and lists it in `SUMMARY.md`, if there is one.
    /// - Parameters:
    ///   - path: its file in the content; `.md` may be left out.
    ///   - place: the group or page that it is listed under; at the end of the table of contents where nil.
    /// - Returns: the file's location, and whether it is listed.
    package static func write(
        _ kind: Kind, title: String, path: String, under place: String? = nil, in folder: SiteFolder
    ) throws(Failure) -> (location: String, isListed: Bool) {
        let layout = ContentLayout(folder.content)
        let insertion = try insertion(place, layout)
        // A bare name goes to the pages that it is listed with.
        let beside = path.contains("/") || layout.summaryDepth > 0 ? nil : insertion?.folder
        let file = (beside.map { $0.appending(path).string } ?? path) + (path.hasSuffix(".md") ? "" : ".md")
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0 == ".." || $0.isEmpty || $0.hasPrefix(".") }), file != ".md" else { throw .outside(path) }
        let location = layout.root + "/" + file
        guard Self.isInside(layout.root, parts.dropLast().map(String.init)) else { throw .outside(path) }
        guard !Self.isTaken(location) else { throw .exists(location) }
        do throws(FileError) {
            try FileSystem.makeFolder(location.locationFolder)
            try FileSystem.replace(location, with: Array(text(kind, title: title).utf8))
            return (location, try list(title, file, insertion, layout))
        } catch {
            throw .file(error)
        }
    }

    /// Whether none of the folders that are there is a symbolic link, which may lead out of the content.
    private static func isInside(_ root: String, _ folders: [String]) -> Bool {
        var location = root
        for folder in folders {
            location += "/" + folder
            guard let kind = FileSystem.kind(of: location, followingSymlinks: false) else { return true }
            if kind != .folder { return false }
        }
        return true
    }

    /// Whether a file is there, in any spelling: disks that do not tell case have one of them.
    private static func isTaken(_ location: String) -> Bool {
        let name = location.locationName.lowercased()
        return ((try? FileSystem.entries(of: location.locationFolder)) ?? []).contains { $0.name.lowercased() == name }
    }

    /// Where the page is listed; nil without a table of contents.
    private static func insertion(_ place: String?, _ layout: ContentLayout) throws(Failure) -> SummaryInsertion? {
        var bytes: [UInt8]?
        do throws(FileError) { bytes = try layout.summary.flatMap { summary throws(FileError) in try FileSystem.read(summary) } } catch {
            throw .file(error)
        }
        guard let bytes else {
            if let place { throw .noPlace(place) }
            return nil
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let place else { return SummaryInsertion(atEndOf: text) }
        guard let insertion = SummaryInsertion(under: place, in: text) else { throw .noPlace(place) }
        return insertion
    }

    private static func list(
        _ title: String, _ file: String, _ insertion: SummaryInsertion?, _ layout: ContentLayout
    ) throws(FileError) -> Bool {
        guard let insertion, let summary = layout.summary else { return false }
        var address: [UInt8] = []
        address.write(pathEncoding: String(repeating: "../", count: layout.summaryDepth) + file)
        let entry = "* [\(title.escaped)](" + String(decoding: address, as: UTF8.self) + ")"
        try FileSystem.replace(summary, with: Array(insertion.adding(entry).utf8))
        return true
    }
}

/// Where a content folder keeps its pages and its table of contents.
private struct ContentLayout {
    /// The location of the folder of the pages: the content folder, or the part of it that `.gitbook.yaml` names.
    let root: String
    /// The location of the table of contents; nil if there is none.
    let summary: String?
    /// How many folders below `root` the table of contents is.
    var summaryDepth: Int { summary.map { $0.dropFirst(root.count + 1).count { $0 == "/" } } ?? 0 }

    /// - Parameter content: the location of the content folder.
    init(_ content: String) {
        var diagnostics: [Diagnostic] = []
        let gitBook = GitBookConfiguration.read(in: content, diagnostics: &diagnostics)
        let root = gitBook.rootLocation(in: content) ?? content
        let summary = root + "/" + (gitBook.summary?.string ?? "SUMMARY.md")
        self.root = root
        self.summary = FileSystem.kind(of: summary, followingSymlinks: false) == .file ? summary : nil
    }
}
