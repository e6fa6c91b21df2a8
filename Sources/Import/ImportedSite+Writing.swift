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
        for summary in summaries { try Self.write(Array(summary.text.utf8), to: content + summary.path.string) }
        for page in pages { try Self.write(page.bytes, to: (page.isDraft ? folder + "/Drafts/" : content) + page.path.string) }
        for (path, asset) in assets.sorted(by: { $0.key < $1.key }) {
            switch asset {
            case .bytes(let bytes): try Self.write(bytes, to: content + path.string)
            case .file(let location):
                if let bytes = try FileSystem.read(location) { try Self.write(bytes, to: content + path.string) }
            }
        }
        return true
    }

    private static func write(_ bytes: [UInt8], to location: String) throws(FileError) {
        try FileSystem.makeFolder(location.locationFolder)
        try FileSystem.replace(location, with: bytes)
    }
}
