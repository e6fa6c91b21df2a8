import Files
import Pipeline

extension FolderWatcher {
    /// Watches everything that a site is made of. Nil if the system cannot tell of changes.
    /// - Parameters:
    ///   - folder: the site's folders as they are now.
    ///   - settings: the settings file that was named on the command line, if any.
    ///   - locate: finds the folders again whenever one comes or goes; nil if there is no site any more.
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
    /// The folders whose changes matter: the content and the templates as a whole, and those above them for what may come or go there.
    fileprivate func watchedFolders(settings: String?) -> [WatchedFolder] {
        var names: [String: Set<String>] = [:]
        let entries =
            [content, templates, settings].compactMap(\.self) + ["kbgen.yml", "kbgen.yaml", "Templates", "Content"].map { site + "/" + $0 }
        for location in entries { names[location.locationFolder, default: []].insert(location.locationName) }
        return names.sorted { $0.key < $1.key }.map { WatchedFolder($0.key, names: $0.value) }
            + [content, templates].compactMap(\.self).map { WatchedFolder($0) }
    }
}
