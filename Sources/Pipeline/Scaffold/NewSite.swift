import Files

/// A site to begin with.
package enum NewSite {
    /// Writes it.
    /// - Returns: false where there is something at the folder already; nothing is written then.
    package static func write(to folder: String) throws(FileError) -> Bool {
        if let kind = FileSystem.kind(of: folder) {
            guard kind == .folder, try FileSystem.entries(of: folder).allSatisfy({ $0.name == ".git" }) else { return false }
        }
        for (path, text) in files {
            let location = folder + "/" + path
            try FileSystem.makeFolder(location.locationFolder)
            try FileSystem.replace(location, with: Array(text.utf8))
        }
        return true
    }
}
