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
        case file(FileError)

        package var description: String {
            switch self {
            case .exists(let path): "\(path): there is a file here already"
            case .outside(let path): "\(path): the page would not be in the content"
            case .file(let error): error.description
            }
        }
    }

    /// Writes it, and lists it at the end of `SUMMARY.md`, if there is one.
    /// - Parameter path: its file in the content; `.md` may be left out.
    /// - Returns: the file's location, and whether it is listed.
    package static func write(
        _ kind: Kind, title: String, path: String, in folder: SiteFolder
    ) throws(Failure) -> (location: String, isListed: Bool) {
        let file = path.hasSuffix(".md") ? path : path + ".md"
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0 == ".." || $0.isEmpty || $0.hasPrefix(".") }), file != ".md" else { throw .outside(path) }
        let layout = ContentLayout(folder.content)
        let location = layout.root + "/" + file
        guard Self.isInside(layout.root, parts.dropLast().map(String.init)) else { throw .outside(path) }
        guard !Self.isTaken(location) else { throw .exists(location) }
        do throws(FileError) {
            try FileSystem.makeFolder(location.locationFolder)
            try FileSystem.replace(location, with: Array(text(kind, title: title).utf8))
            return (location, try layout.summary.map { summary throws(FileError) in try list(title, file, summary, layout.root) } ?? false)
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

    private static func list(_ title: String, _ file: String, _ summary: String, _ root: String) throws(FileError) -> Bool {
        guard var text = try FileSystem.read(summary) else { return false }
        if let last = text.last, last != 0x0A { text.append(0x0A) }
        var address: [UInt8] = []
        // The table of contents may stand in a folder.
        let depth = summary.dropFirst(root.count + 1).count { $0 == "/" }
        address.write(pathEncoding: String(repeating: "../", count: depth) + file)
        text += Array("* [\(title.escaped)](".utf8) + address + Array(")\n".utf8)
        try FileSystem.replace(summary, with: text)
        return true
    }
}

/// Where a content folder keeps its pages and its table of contents.
private struct ContentLayout {
    /// The location of the folder of the pages: the content folder, or the part of it that `.gitbook.yaml` names.
    let root: String
    /// The location of the table of contents; nil if there is none.
    let summary: String?

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
