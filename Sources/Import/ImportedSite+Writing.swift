import Files
import Paths

extension ImportedSite {
    /// Writes the site: its settings, its table of contents, its pages and files.
    /// - Parameter folder: a folder that is new or empty.
    /// - Returns: false where there is something at the folder already; nothing is written then.
    package func write(to folder: String) throws(FileError) -> Bool {
        if let kind = FileSystem.kind(of: folder) {
            guard kind == .folder, try FileSystem.entries(of: folder).allSatisfy({ $0.name == ".git" }) else { return false }
        }
        try Self.write(Array(settingsFile.utf8), to: folder + "/kbgen.yml")
        let content = folder + "/Content/"
        for summary in summaries { try Self.write(Array(summary.text.utf8), to: Self.location(summary.path, in: content)) }
        for page in pages { try Self.write(page.bytes, to: Self.location(page.path, in: page.isDraft ? folder + "/Drafts/" : content)) }
        for (path, asset) in assets.sorted(by: { $0.key < $1.key }) {
            switch asset {
            case .bytes(let bytes): try Self.write(bytes, to: Self.location(path, in: content))
            case .file(let location):
                if let bytes = try FileSystem.read(location) { try Self.write(bytes, to: Self.location(path, in: content)) }
            }
        }
        return true
    }

    /// The location of a file of the new site. Names in the source, such as slugs, do not lead out of the folder.
    private static func location(_ path: ContentPath, in folder: String) -> String {
        folder + ContentPath.root.resolving(path.string).string
    }

    private static func write(_ bytes: [UInt8], to location: String) throws(FileError) {
        try FileSystem.makeFolder(location.locationFolder)
        try FileSystem.replace(location, with: bytes)
    }
}
