import Files
import Pipeline

extension FolderWatcher {
    /// Watches all inputs of a site. Nil if the system cannot report changes.
    /// - Parameters:
    ///   - folder: the present folders of the site.
    ///   - settings: the settings file that was given on the command line, if any.
    ///   - locate: finds the folders again after one was added or removed; nil if there is no site any more.
    package convenience init?(_ folder: SiteFolder, settings: String?, locate: @escaping @Sendable () -> SiteFolder?) {
        let outputName = folder.output.locationName
        self.init {
            (locate() ?? folder).watchedFolders(settings: settings)
        } isIgnored: { name, location in
            if name.hasPrefix("."), name != ".gitbook" { return true }
            return name == "node_modules"
                || (name == outputName && FileSystem.canonicalPath(location) == FileSystem.canonicalPath(folder.output))
        }
    }
}

extension SiteFolder {
    /// The folders to watch: the content and the templates as a whole, and in their parent folders the entries that can be added or
    /// removed.
    fileprivate func watchedFolders(settings: String?) -> [WatchedFolder] {
        var names: [String: Set<String>] = [:]
        let watchedEntries =
            [content, templates, settings].compactMap(\.self) + ["kbgen.yml", "kbgen.yaml", "Templates", "Content"].map { site + "/" + $0 }
        for location in watchedEntries { names[location.locationFolder, default: []].insert(location.locationName) }
        return names.sorted { $0.key < $1.key }.map { WatchedFolder($0.key, names: $0.value) }
            + [content, templates].compactMap(\.self).map { WatchedFolder($0) }
    }
}
