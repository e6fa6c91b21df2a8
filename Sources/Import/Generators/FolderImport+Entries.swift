import Paths

extension FolderImport {
    /// The pages of a folder and those below, as a table of contents that follows the folders.
    /// - Parameter order: where a page or folder stands among its siblings.
    func entries(
        in folder: ContentPath, order: (ContentPath) -> Double = { _ in .infinity }, label: (ContentPath) -> String? = { _ in nil }
    )
        -> [ImportedSite.Entry]
    {
        let inside = newPaths.keys.filter { $0.isInside(folder) }
        let names = Set(
            inside.map { path in String(path.string.dropFirst(folder.isRoot ? 0 : folder.string.count + 1).prefix { $0 != "/" }) })
        let sorted = names.sorted { one, other in
            let places = (order(folder.appending(one)), order(folder.appending(other)))
            if places.0 != places.1 { return places.0 < places.1 }
            let isFirst = (ContentPath(one).isFolderPage, ContentPath(other).isFolderPage)
            return isFirst.0 == isFirst.1 ? one < other : isFirst.0
        }
        return sorted.compactMap { name in
            let path = folder.appending(name)
            if let text = texts[path], newPaths[path] != nil {
                // The page of a folder is the folder's entry.
                return path.isFolderPage && !folder.isRoot && folder != generator.folder
                    ? nil : entry(path, generator.title(of: path, text))
            }
            let home = ["README.md", "index.md", "index.mdx", "README.mdx"].map(path.appending).first { newPaths[$0] != nil }
            let title =
                label(path) ?? home.flatMap { home in texts[home].map { generator.title(of: home, $0) } } ?? Self.title(ofFolder: path)
            return ImportedSite.Entry(
                title: title, page: home.flatMap { newPaths[$0] }, children: entries(in: path, order: order, label: label))
        }
    }

    func entry(_ path: ContentPath, _ title: String, _ children: [ImportedSite.Entry] = []) -> ImportedSite.Entry {
        ImportedSite.Entry(title: title, page: newPaths[path], children: children)
    }

    private static func title(ofFolder path: ContentPath) -> String {
        let words = path.name.drop { $0.isNumber || $0 == "-" || $0 == "." || $0 == "_" }.replacing("-", with: " ").replacing(
            "_", with: " ")
        return words.isEmpty ? path.name : words.prefix(1).uppercased() + words.dropFirst()
    }
}
